/**
 * Where the words of a quote stand, by what is said to stand beside them. White space is looked past: the program that took the quote
 * and the reader of the page rarely agree about it. Offsets are UTF-16 code units.
 */
import type { Span } from '../span.ts'

/** What a TextQuoteSelector says; the context may be empty. */
export type Quote = { exact: string; prefix: string; suffix: string }

/** A text without its white space; `offsets[i]` is where `words[i]` stands in it. */
export type Squeezed = { text: string; words: string; offsets: Uint32Array }

export const squeeze = (text: string): Squeezed => {
  const offsets = new Uint32Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text, at)) offsets[length++] = at
  return { text, words: withoutSpace(text), offsets: offsets.subarray(0, length) }
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

/**
 * The one place of a quote: where its words stand, with its context if that stands with them anywhere. Of several places the one by far
 * nearest to where it was said to begin, however that was counted, is meant; the second nearest must be this many times as far away.
 */
export const placeOfQuote = (text: Squeezed, quote: Quote, hint?: number): Span | 'nowhere' | 'several' => {
  const [prefix, words, suffix] = [quote.prefix, quote.exact, quote.suffix].map(withoutSpace)
  if (!words) return 'nowhere'
  const inContext = occurrences(text.words, `${prefix}${words}${suffix}`).map((at) => at + (prefix?.length ?? 0))
  const places = inContext.length > 0 ? inContext : occurrences(text.words, words)
  if (places.length === MANY) return 'several'
  const starts = places.map((at) => ({ at, start: text.offsets[at] ?? 0 }))
  const [nearest, second] =
    hint === undefined ? starts : starts.sort((a, b) => Math.abs(a.start - hint) - Math.abs(b.start - hint))
  if (!nearest) return 'nowhere'
  if (second && (hint === undefined || Math.abs(nearest.start - hint) * FARTHER > Math.abs(second.start - hint)))
    return 'several'
  const last = text.offsets[nearest.at + words.length - 1] ?? 0
  return toTheLetter(text, quote.exact, { start: nearest.start, end: last + 1 })
}

const FARTHER = 4

/** Of so many places none is looked for any further: which is the nearest is not known. */
const MANY = 10_000

const occurrences = (text: string, words: string): number[] => {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length < MANY; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

/** With the white space at its ends that the quote has, where the text has the same. */
const toTheLetter = ({ text }: Squeezed, exact: string, span: Span): Span => {
  const start = span.start - (exact.length - exact.trimStart().length)
  const end = start + exact.length
  return start >= 0 && text.slice(start, end) === exact ? { start, end } : span
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))
