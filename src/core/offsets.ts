/**
 * The one place where offsets change their unit: UTF-16 code units, which the program counts in, and Unicode code
 * points, which bundles and training exports count in.
 */

export type IndexedText = {
  readonly text: string
  /** Length in code points. */
  readonly length: number
  /** Code points → UTF-16 code units. Past the end it goes on one by one, so that it stays invertible. */
  toUtf16(codePoint: number): number
  /** UTF-16 code units → code points; inside a surrogate pair it gives the pair's own place. */
  toCodePoint(utf16: number): number
  /** Whether a UTF-16 offset stands between the halves of a surrogate pair. */
  splitsCharacter(utf16: number): boolean
}

/** Indexes a well-formed text: one pass, then O(log n) a look-up; a text without surrogates costs only a search for one. */
export const indexText = (text: string): IndexedText => {
  const pairs = pairStarts(text)
  if (pairs.length === 0) return { text, length: text.length, toUtf16: same, toCodePoint: same, splitsCharacter: never }
  return {
    text,
    length: text.length - pairs.length,
    // The i-th pair's code-point offset is pairs[i] - i; it grows with i, so both directions are binary searches.
    toUtf16: (codePoint) => codePoint + firstIndex(pairs.length, (i) => at(pairs, i) - i >= codePoint),
    toCodePoint: (utf16) => utf16 - firstIndex(pairs.length, (i) => at(pairs, i) >= utf16),
    splitsCharacter: (utf16) => splitsPair(text, utf16),
  }
}

/** Whether a UTF-16 offset stands between the halves of a surrogate pair. */
export const splitsPair = (text: string, utf16: number): boolean =>
  utf16 > 0 && utf16 < text.length && isHigh(text.charCodeAt(utf16 - 1)) && isLow(text.charCodeAt(utf16))

/** Length of a text in code points. */
export const codePointLength = (text: string): number => text.length - pairStarts(text).length

/** Start of the last `count` code points before a UTF-16 offset. */
export const codePointsBefore = (text: string, utf16: number, count: number): number => {
  let at = utf16
  for (let i = 0; i < count && at > 0; i++) at -= splitsPair(text, at - 1) ? 2 : 1
  return at
}

/** End of the first `count` code points after a UTF-16 offset. */
export const codePointsAfter = (text: string, utf16: number, count: number): number => {
  let at = utf16
  for (let i = 0; i < count && at < text.length; i++) at += splitsPair(text, at + 1) ? 2 : 1
  return at
}

const same = (offset: number) => offset
const never = () => false
const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000
const at = (list: readonly number[], index: number) => list[index] ?? 0

const pairStarts = (text: string): number[] => {
  const starts: number[] = []
  const first = text.search(/[\uD800-\uDBFF]/)
  if (first < 0) return starts
  for (let i = first; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) starts.push(i++)
  }
  return starts
}

/** The smallest index of `0 … length` for which a condition that once true stays true holds; `length` if for none. */
const firstIndex = (length: number, holds: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
