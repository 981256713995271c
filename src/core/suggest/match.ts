/** How well the words of a mention agree with one name of an actor. */
import { sameName } from './inflection.ts'
import { isParticle, type NameWord } from './names.ts'
import { isLatin, shortestSound, soundKey } from './sound.ts'

export type Match = { score: number; by: 'name' | 'inflected' | 'short' | 'transliteration' | 'acronym' }

/** Words before a person's name that are no part of it, by their beginnings; in texts they may be capitalized. */
export const titles =
  /^(президент|премьер|министр|канцлер|корол|генерал|глав|господин|госпож|спецпослан|посол|госсекретар|сенатор|депутат|president|premier|prime|minister|chancellor|king|general|senator|mr|mrs|ms|dr)/

/** @param person whether the name is a person's: its last word then stands for the whole, and other names beside it contradict */
export const matchName = (
  mention: readonly NameWord[],
  name: readonly NameWord[],
  person: boolean,
): Match | undefined => {
  const said = mention.filter((word) => !isParticle(word))
  const known = name.filter((word) => !isParticle(word))
  if (said.length === 0 || known.length === 0) return undefined
  const pairs = pairUp(said, known)
  if (pairs.length === 0) return acronymOf(said, known)
  const by = pairs.some(({ sound }) => sound)
    ? 'transliteration'
    : pairs.every(({ equal }) => equal)
      ? 'name'
      : 'inflected'
  const saidRest = said.filter((word) => !pairs.some((pair) => pair.said === word))
  const knownRest = known.filter((word) => !pairs.some((pair) => pair.known === word))
  const surname = known[known.length - 1]
  const hasSurname = pairs.some((pair) => pair.known === surname && !pair.said.initial)
  if (saidRest.length === 0 && knownRest.length === 0)
    return { score: by === 'name' ? 1 : by === 'inflected' ? 0.98 : 0.9, by }
  if (person) {
    if (!hasSurname) return knownRest.length > 0 && saidRest.length === 0 ? { score: 0.4, by: 'short' } : undefined
    const otherNames = saidRest.filter((word) => word.capital && !titles.test(word.text) && !word.acronym)
    // «Башар Асад» is not «Хафез Асад».
    if (otherNames.length > 0 && knownRest.length > 0) return undefined
    // The registry has the surname alone.
    if (otherNames.length > 0) return { score: known.length === 1 ? 0.86 : 0.6, by }
    const last = said.findLast((word) => word.capital)
    if (saidRest.length > 0 && !pairs.some((pair) => pair.said === last)) return undefined
    if (knownRest.length > 0)
      return { score: by === 'transliteration' ? 0.86 : 0.92, by: by === 'transliteration' ? by : 'short' }
    return { score: by === 'transliteration' ? 0.87 : 0.94, by }
  }
  // «МИД России» is not Россия, but «МИД» may well be «МИД России».
  if (saidRest.length > 0)
    return pairs.some((pair) => pair.said === said[0]) && knownRest.length === 0 ? { score: 0.5, by } : undefined
  return pairs.some((pair) => pair.known === known[0]) ? { score: 0.6, by: 'short' } : { score: 0.45, by: 'short' }
}

type Pair = { said: NameWord; known: NameWord; equal: boolean; sound: boolean }

const pairUp = (said: readonly NameWord[], known: readonly NameWord[]): Pair[] => {
  const pairs: Pair[] = []
  for (const word of said) {
    const free = known.filter((other) => !pairs.some((pair) => pair.known === other))
    const other =
      free.find((candidate) => agree(word, candidate)) ?? free.find((candidate) => soundsAlike(word, candidate))
    if (other) pairs.push({ said: word, known: other, equal: word.text === other.text, sound: !agree(word, other) })
  }
  // An initial alone proves nothing.
  return pairs.every((pair) => pair.said.initial || pair.known.initial) ? [] : pairs
}

const agree = (left: NameWord, right: NameWord): boolean => {
  if (left.initial || right.initial) return left.text[0] === right.text[0] && (left.capital || right.capital)
  if (left.acronym || right.acronym) return left.text === right.text
  return sameName(left.text, right.text)
}

const endings = ['', 'ым', 'им', 'ом', 'ем', 'ой', 'ого', 'ому']

const soundsAlike = (left: NameWord, right: NameWord): boolean => {
  if (left.initial || right.initial || isLatin(left.text) === isLatin(right.text)) return false
  const [russian, foreign] = isLatin(left.text) ? [right.text, left.text] : [left.text, right.text]
  const wanted = soundKey(foreign.replace(/['’]s?$/, ''))
  return (
    wanted.length >= shortestSound &&
    endings.some(
      (ending) => russian.endsWith(ending) && soundKey(russian.slice(0, russian.length - ending.length)) === wanted,
    )
  )
}

const acronymOf = (said: readonly NameWord[], known: readonly NameWord[]): Match | undefined => {
  const letters = (words: readonly NameWord[]) => words.map((word) => word.text[0]).join('')
  const [only] = said.length === 1 ? said : known
  const long = said.length === 1 ? known : said
  if (said.length !== 1 && known.length !== 1) return undefined
  return only?.acronym && long.length > 1 && letters(long) === only.text ? { score: 0.85, by: 'acronym' } : undefined
}
