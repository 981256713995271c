/** Places in a text that name an actor for certain: rather too few than wrong ones, since a person only confirms them. */
import type { Span } from '../span.ts'
import { type ActorIndex, type ActorName, sureFrom } from './actors.ts'
import { matchName, titles } from './match.ts'
import { isParticle, type NameWord, type PlacedWord, placedWords } from './names.ts'

/**
 * Where a text names the actor, in order and disjoint, in UTF-16 code units. A name must have a capital letter, mean nobody else
 * of the registry as well, and not be part of a longer name («Анна Лаврова», «МИД России»).
 * @param taken what overlaps these is left out
 */
export const findMentions = (text: string, index: ActorIndex, actorId: string, taken: readonly Span[]): Span[] => {
  const names = index.namesOf(actorId).filter(({ words }) => words.some(({ capital }) => capital))
  const longest = Math.max(0, ...names.map(({ words }) => words.length))
  const words = placedWords(text)
  const surroundings = surroundingsOf(text, words)
  const belongs = (word: NameWord): boolean =>
    isParticle(word) || word.initial || names.some((name) => matchName([word], name.words, name.person))
  const fits = (from: number, to: number): boolean => {
    const said = words.slice(from, to)
    const [first, last] = [said[0], said.at(-1)]
    if (!first || !last || isParticle(first) || isParticle(last) || !said.some(({ capital }) => capital)) return false
    const name = names.find((other) => (matchName(said, other.words, other.person)?.score ?? 0) >= sureFrom)
    if (!name || !surroundings.allow(from, to, name)) return false
    const [best] = index.suggest(text.slice(first.start, last.end))
    return best?.actorId === actorId && best.sure
  }
  const found: Span[] = []
  for (let from = 0; from < words.length; ) {
    let to = from
    while (to < from + longest && to < words.length && (to === from || surroundings.joined(to))) {
      const word = words[to]
      if (!word || !belongs(word)) break
      to += 1
    }
    while (to > from && !fits(from, to)) to -= 1
    const [first, last] = [words[from], words[to - 1]]
    if (to > from && first && last) {
      const span = { start: first.start, end: last.end }
      if (!taken.some(({ start, end }) => start < span.end && end > span.start)) found.push(span)
    }
    from = Math.max(to, from + 1)
  }
  return found
}

/** What stands before and after the words of a name. */
const surroundingsOf = (text: string, words: readonly PlacedWord[]) => {
  /** Words that the text has in lower case are no names where a sentence begins with them. */
  const common = new Set(words.filter(({ capital }) => !capital).map((word) => word.text))
  const gap = (at: number): string => text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length)
  const joined = (at: number): boolean => at > 0 && at < words.length && /^(?:[^\S\n]*\n?[^\S\n]*|[-‑])$/u.test(gap(at))
  const hyphenated = (at: number): boolean => joined(at) && /[-‑]/u.test(gap(at))
  const opens = (at: number): boolean => at === 0 || /[.!?…:\n«»“”"„—–]/u.test(gap(at))
  const isCommon = (at: number, { text: word }: NameWord): boolean =>
    opens(at) && (common.has(word) || openers.has(word))

  const allow = (from: number, to: number, { words: known, person }: ActorName): boolean => {
    if (hyphenated(from) || hyphenated(to)) return false
    const whole = person && to - from > 1 && to - from >= known.length
    const before = joined(from) ? words[from - 1] : undefined
    const after = joined(to) ? words[to] : undefined
    if (after?.capital && !whole && !(person && after.acronym)) return false
    if (before?.initial) return false
    if (!before?.capital || isParticle(before) || isCommon(from - 1, before)) return true
    return titles.test(before.text) || (person && (whole || before.acronym))
  }
  return { joined, allow }
}

/** Words that begin sentences, in short texts too. */
const openers = new Set(
  'но а да от у с со к ко из за о об при как когда если хотя пока тогда ранее позже позднее также однако сам сама but as when if while after before since although though in on to by with from at meanwhile however'.split(
    ' ',
  ),
)
