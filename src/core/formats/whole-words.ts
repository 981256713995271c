/** Whether spans keep to whole words, by which ways of counting offsets are told apart where nothing is quoted. UTF-16 code units. */
import type { Span } from '../span.ts'

const wordInside = /^[\p{L}\p{M}\p{N}]{2}$/u

/** Whether neither end stands inside a word or beside a space that belongs to the outside. */
export const isAtWords = (text: string, { start, end }: Span): boolean =>
  start < end &&
  !wordInside.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !wordInside.test(text.slice(end - 1, end + 1)) &&
  !/^\s|\s$/u.test(text.slice(start, end))

/** By the number of a span: where a way of counting leads, and whether that is at words. */
export type Kept = { places: readonly (readonly Span[] | undefined)[]; atWords: readonly boolean[] }

/**
 * Whether one way keeps to words so much better than another that chance cannot be why: all of it where the other does not, or nearly
 * every one of many spans that the two read differently, most of which the other cuts. Hands slip here and there.
 */
export const keepsBetter = (one: Kept, other: Kept): boolean => {
  if (one.atWords.every(Boolean)) return !other.atWords.every(Boolean)
  const isSame = (span: number) =>
    one.atWords[span] === other.atWords[span] && isSamePlace(one.places[span], other.places[span])
  const apart = [...one.places.keys()].filter((span) => !isSame(span))
  const share = ({ atWords }: Kept) => apart.filter((span) => atWords[span]).length / apart.length
  return apart.length >= MANY && share(one) >= NEARLY_ALL && share(other) <= FEW
}

const MANY = 20
const NEARLY_ALL = 0.9
const FEW = 0.4

const isSamePlace = (a: readonly Span[] | undefined, b: readonly Span[] | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every(({ start, end }, i) => start === b?.[i]?.start && end === b[i]?.end)
