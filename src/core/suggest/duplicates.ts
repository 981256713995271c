/** Entries of the registries that may stand for one thing: rather too few than wrong ones, since a person decides each. */
import type { Code } from '../codebook.ts'
import type { Actor, Issue } from '../registries.ts'
import { type CalledActor, withoutBrackets } from './actors.ts'
import { sameName } from './inflection.ts'
import { type Match, matchName } from './match.ts'
import { isParticle, type NameWord, nameWords } from './names.ts'
import { romanized, shortestSound, soundKey, vowelKey } from './sound.ts'

/** Two entries; the ids in order. */
export type Duplicate = {
  kind: 'actor' | 'issue' | 'code'
  ids: [string, string]
  /** 0 to 1. */
  score: number
  reason: Match['by'] | 'wikidata' | 'key' | 'label'
}

export type NamedEntries = {
  actors: readonly (CalledActor & Pick<Actor, 'wikidata'>)[]
  issues: readonly Pick<Issue, 'id' | 'name' | 'mergedInto'>[]
  codes: readonly Pick<Code, 'id' | 'type' | 'key' | 'label' | 'parent' | 'retired' | 'mergedInto'>[]
}

/** All pairs that look like one, the most certain first; what is merged or retired is left out. */
export const findDuplicates = ({ actors, issues, codes }: NamedEntries): Duplicate[] =>
  [...duplicateActors(actors), ...duplicateIssues(issues), ...duplicateCodes(codes)].sort(
    (a, b) => b.score - a.score || (a.ids.join() < b.ids.join() ? -1 : 1),
  )

const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

type Called = { id: string; type: Actor['actorType']; wikidata: string | undefined; forms: NameWord[][] }

/** Matches below this are guesses. */
const likely = 0.85

// A description or a metonym («президент», «Москва») fits several.
const naming: ReadonlySet<string> = new Set(['name', 'short', 'transliteration'])

const duplicateActors = (actors: NamedEntries['actors']): Duplicate[] => {
  const called = actors
    .filter(({ mergedInto, actorType }) => mergedInto === undefined && actorType !== 'anonymous')
    .map(({ id, name, actorType: type, aliases, wikidata }): Called => {
      const names = [name, ...aliases.filter(({ kind }) => naming.has(kind)).map(({ text }) => text)]
      const forms = names
        .flatMap(withoutBrackets)
        .map((each) => nameWords(each).filter((word) => word.initial || !isParticle(word)))
      return { id, type, wikidata, forms: forms.filter((words) => words.length > 0) }
    })
  const found = candidates(called).flatMap(([a, b]) => comparison(a, b) ?? [])
  return withoutNamesakes(found).map(({ duplicate }) => duplicate)
}

/** @property alone the entry that is known here by one word, where the other one has more */
type Compared = { duplicate: Duplicate; alone: string | undefined }

const comparison = (a: Called, b: Called): Compared | undefined => {
  const common = { kind: 'actor', ids: inOrder(a.id, b.id) } as const
  if (a.wikidata !== undefined && b.wikidata !== undefined)
    return a.wikidata === b.wikidata
      ? { duplicate: { ...common, score: 1, reason: 'wikidata' }, alone: undefined }
      : undefined
  if (a.type !== b.type && a.type !== 'other' && b.type !== 'other') return undefined
  let best: Compared | undefined
  for (const left of a.forms) {
    for (const right of b.forms) {
      const match = togetherness(left, right, a.type === 'person' || b.type === 'person')
      if (!match || match.score < likely || match.score <= (best?.duplicate.score ?? 0)) continue
      const alone =
        left.length === right.length ? undefined : left.length === 1 ? a.id : right.length === 1 ? b.id : undefined
      best = { duplicate: { ...common, score: match.score, reason: match.by }, alone }
    }
  }
  return best
}

/** The shorter name, by whole words, as the mention of the longer one. */
const togetherness = (left: readonly NameWord[], right: readonly NameWord[], person: boolean): Match | undefined => {
  const [short, long] = wholeWords(left) <= wholeWords(right) ? [left, right] : [right, left]
  if (person && !isInitialOf(short, long)) return undefined
  const match = matchName(short, long, person)
  return match?.by === 'transliteration' && isByChance(short, long) ? undefined : match
}

const wholeWords = (name: readonly NameWord[]): number => name.filter(({ initial }) => !initial).length

/** «В.» and «И.», which count for nothing in a mention, say here whose surname it is. */
const isInitialOf = (short: readonly NameWord[], long: readonly NameWord[]): boolean => {
  const initial = short.find((word) => word.initial)
  return !initial || long.some(({ text }) => romanized(text)[0] === romanized(initial.text)[0])
}

/** One word of few consonants: «Литва» sounds as Latvia does, as long as vowels do not count. */
const isByChance = ([only, ...more]: readonly NameWord[], long: readonly NameWord[]): boolean => {
  if (!only || more.length > 0) return false
  const isShort = soundKey(only.text).length <= shortestSound
  return isShort && !long.some(({ text }) => vowelKey(text) === vowelKey(only.text))
}

/** A surname alone that fits several people who are not each other says nothing of either. */
const withoutNamesakes = (found: readonly Compared[]): Compared[] => {
  const pairs = new Set(found.map(({ duplicate }) => duplicate.ids.join()))
  const partners = new Map<string, string[]>()
  for (const { duplicate, alone } of found) {
    const partner = duplicate.ids.find((id) => id !== alone)
    if (alone && partner) partners.set(alone, [...(partners.get(alone) ?? []), partner])
  }
  const isOfOne = (alone: string): boolean => {
    const ids = partners.get(alone) ?? []
    return ids.every((a, at) => ids.slice(at + 1).every((b) => pairs.has(inOrder(a, b).join())))
  }
  return found.filter(({ alone }) => alone === undefined || isOfOne(alone))
}

/**
 * Pairs of which the last word of one agrees with some word of the other, so that not everything is compared with everything:
 * names that are the same have the surname, or the last word of a longer name, in common.
 */
const candidates = (called: readonly Called[]): [Called, Called][] => {
  const groups = new Map<string, { ending: Set<Called>; holding: Set<Called> }>()
  const join = (key: string, place: 'ending' | 'holding', entry: Called) => {
    const group = groups.get(key) ?? { ending: new Set(), holding: new Set() }
    groups.set(key, group)
    group[place].add(entry)
  }
  for (const entry of called) {
    if (entry.wikidata) join(entry.wikidata, 'ending', entry)
    for (const form of entry.forms) {
      for (const key of wholeKeys(form)) join(key, 'ending', entry)
      for (const word of form)
        for (const key of wordKeys(word)) join(key, word === form.at(-1) ? 'ending' : 'holding', entry)
    }
  }
  const pairs = new Map<string, [Called, Called]>()
  for (const { ending, holding } of groups.values())
    for (const a of ending)
      for (const b of [...ending, ...holding]) if (a.id !== b.id) pairs.set(inOrder(a.id, b.id).join(), [a, b])
  return [...pairs.values()]
}

/** Forms of one name begin with the same three letters, or sound alike. */
const wordKeys = ({ text, initial }: NameWord): string[] =>
  initial ? [] : [text.slice(0, 3), `sound ${soundKey(text)}`]

/** An abbreviation has the first letters of the words it stands for. */
const wholeKeys = (form: readonly NameWord[]): string[] => {
  const [only, ...more] = form
  if (more.length > 0) return [`letters ${form.map(({ text }) => text[0]).join('')}`]
  return only?.acronym ? [`letters ${only.text}`] : []
}

const duplicateIssues = (issues: NamedEntries['issues']): Duplicate[] => {
  const named = issues
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map(({ id, name }) => ({ id, words: nameWords(name).filter((word) => !isParticle(word)) }))
  return named.flatMap((a, at) =>
    named.slice(at + 1).flatMap((b): Duplicate[] => {
      const reason = sameIssue(a.words, b.words)
      return reason ? [{ kind: 'issue', ids: inOrder(a.id, b.id), score: reason === 'name' ? 1 : 0.9, reason }] : []
    }),
  )
}

/**
 * In the same order, since «война России с Украиной» is not «война Украины с Россией»; and where only what follows has another
 * form, that may be what tells two issues apart («помощь Украине», «помощь Украины»).
 */
const sameIssue = (a: readonly NameWord[], b: readonly NameWord[]): 'name' | 'inflected' | undefined => {
  if (a.length === 0 || a.length !== b.length) return undefined
  const equal = a.map(({ text }, index) => text === b[index]?.text)
  if (!equal.includes(false)) return 'name'
  return !equal[0] && a.every(({ text }, index) => sameName(text, b[index]?.text ?? '')) ? 'inflected' : undefined
}

const duplicateCodes = (codes: NamedEntries['codes']): Duplicate[] => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const standing = codes.filter(({ mergedInto, retired }) => mergedInto === undefined && !retired)
  type One = (typeof standing)[number]
  /** «Другое» in one place of the tree is not «Другое» in another. */
  const sameLabels = (a: One, b: One, depth = 0): boolean => {
    if (a.id === b.id) return true
    if (!isSameLabel(a.label.ru, b.label.ru) && !isSameLabel(a.label.en, b.label.en)) return false
    const [left, right] = [byId.get(a.parent ?? ''), byId.get(b.parent ?? '')]
    return left && right ? depth < deepest && sameLabels(left, right, depth + 1) : left === right
  }
  return standing.flatMap((a, at) =>
    standing.slice(at + 1).flatMap((b): Duplicate[] => {
      if (a.type !== b.type) return []
      const common = { kind: 'code', ids: inOrder(a.id, b.id) } as const
      if (a.key === b.key) return [{ ...common, score: 1, reason: 'key' }]
      return sameLabels(a, b) ? [{ ...common, score: 0.95, reason: 'label' }] : []
    }),
  )
}

/** Trees that people read end long before; one that goes in a circle never does. */
const deepest = 50

const isSameLabel = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && plain(a) === plain(b)

const plain = (label: string): string =>
  nameWords(label)
    .map(({ text }) => text)
    .join(' ')
