/** Names as sequences of words that can be compared. */

export type NameWord = {
  /** Lower case, NFC, ё folded to е. */
  text: string
  /** Two capitals or more and nothing else: an abbreviation (США, NATO). */
  acronym: boolean
  /** One capital with a full stop: an initial. */
  initial: boolean
  /** Begins with a capital letter. */
  capital: boolean
}

/** A word and where it stands, in UTF-16 code units, without the possessive's ending. */
export type PlacedWord = NameWord & { start: number; end: number }

const words = /\p{Lu}\.|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*[’']?/gu

const wordOf = (match: string): NameWord => ({
  text: match.replace(/\.$/, '').toLowerCase().replaceAll('ё', 'е'),
  acronym: /^\p{Lu}{2,}$/u.test(match),
  initial: match.endsWith('.'),
  capital: /^\p{Lu}/u.test(match),
})

/** The words of a name, in order. A hyphen parts words, so that «Аш-Шахаби» has two; initials written together are two («В.В.»). */
export const nameWords = (name: string): NameWord[] =>
  [...name.normalize('NFC').matchAll(words)].map(([match]) => wordOf(match))

/** The words of a text by the same rules. */
export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(words)].map(({ 0: match, index }) => ({
    ...wordOf(match.normalize('NFC')),
    start: index,
    end: index + match.replace(/[’']s?$/u, '').length,
  }))

/** Words that link the parts of a name and count for nothing by themselves. */
const particles = new Set([
  'фон',
  'де',
  'дер',
  'ван',
  'аль',
  'эль',
  'аш',
  'ад',
  'ар',
  'бен',
  'ибн',
  'и',
  'the',
  'of',
  'and',
  'von',
  'de',
  'van',
  'der',
  'al',
  'el',
  'в',
  'на',
  'по',
  'for',
])

export const isParticle = (word: NameWord): boolean => particles.has(word.text)
