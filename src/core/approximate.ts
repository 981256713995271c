/** Finding a passage that was changed a little. Offsets and lengths are UTF-16 code units. */
import search from 'approx-string-match'
import { splitsPair } from './offsets.ts'
import type { Span } from './span.ts'

/** A passage with what stood beside it; either context may be empty. */
export type Passage = { quote: string; prefix: string; suffix: string }

/** Work that may still be spent on searching, in steps of some nanoseconds; shared by many searches, so that a hostile file ends. */
export type Effort = { left: number }

/**
 * The one place that resembles a passage most, if at most a quarter of it differs: of the passage with its context, and of
 * the quote alone. None where two places are equally good, where the passage is too short to tell, or effort ran out.
 */
export const approximateSpan = (text: string, passage: Passage, effort: Effort): Span | undefined => {
  const { quote, prefix, suffix } = passage
  if (quote.length > longQuote) return betweenEnds(text, passage, effort)
  const pattern = prefix + quote + suffix
  if (pattern.length < shortestPattern || allowedErrors(quote) === 0) return undefined
  const place = onlyPlace(text, pattern, effort)
  if (!place) return undefined
  const region = text.slice(place.start, place.end)
  const [from, to] = align(pattern, region, prefix.length, prefix.length + quote.length)
  const span = { start: place.start + from, end: place.start + to }
  if (splitsPair(text, span.start)) span.start--
  if (splitsPair(text, span.end)) span.end++
  if (span.end <= span.start) return undefined
  return editDistance(quote, text.slice(span.start, span.end)) <= allowedErrors(quote) ? span : undefined
}

/** Least number of edits that turn a pattern into the beginning of a text, wherever that ends. */
export const distanceToBeginning = (pattern: string, text: string): number =>
  Math.min(...(distances(pattern, text).at(-1) ?? [0]))

/** A quote longer than this is found by its two ends. */
const longQuote = 256
const endLength = 128
/** Below this, a quarter of differences leaves too little to recognise. */
const shortestPattern = 16
/** Texts are searched in pieces, so that a piece with very many matches is noticed before they are all followed up. */
const pieceLength = 16_384

const allowedErrors = (pattern: string): number => Math.floor(pattern.length / 4)

const betweenEnds = (text: string, { quote, prefix, suffix }: Passage, effort: Effort): Span | undefined => {
  const head = approximateSpan(text, { quote: quote.slice(0, endLength), prefix, suffix: '' }, effort)
  const tail = head && approximateSpan(text, { quote: quote.slice(-endLength), prefix: '', suffix }, effort)
  if (!tail) return undefined
  const length = tail.end - head.start
  return Math.abs(length - quote.length) <= allowedErrors(quote) ? { start: head.start, end: tail.end } : undefined
}

/** The only place with the fewest differences from a pattern, at most a quarter of its length. */
const onlyPlace = (text: string, pattern: string, effort: Effort): Span | undefined => {
  const overlap = pattern.length + allowedErrors(pattern)
  const stepsPerUnit = stepsPerWord * Math.ceil(pattern.length / 32)
  let errors = allowedErrors(pattern)
  let places: Span[] = []
  for (let from = 0; from < text.length; from += pieceLength) {
    const piece = text.slice(Math.max(0, from - overlap), from + pieceLength)
    if (effort.left < piece.length * stepsPerUnit) return undefined
    const matches = search(piece, pattern, errors)
    effort.left -= (piece.length + matches.length * pattern.length) * stepsPerUnit
    for (const match of matches) {
      if (match.errors < errors) places = []
      errors = match.errors
      const offset = Math.max(0, from - overlap)
      const place = { start: match.start + offset, end: match.end + offset }
      if (!places.some((other) => overlapMostly(other, place))) places.push(place)
      if (places.length > manyPlaces) break
    }
  }
  return places.length === 1 ? places[0] : undefined
}

/** Of effort, for every 32 units of the pattern at each place of the text: measured against searching for an exact quote. */
const stepsPerWord = 2

/** More places than this need no comparing: that they are many is certain, only a better one could still come. */
const manyPlaces = 16

const overlapMostly = (a: Span, b: Span): boolean =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) > Math.min(a.end - a.start, b.end - b.start) / 2

/** Rows of Levenshtein distances: `[i][j]` turns the first i units of a into the first j of b (Wagner and Fischer 1974). */
const distances = (a: string, b: string): Uint16Array[] => {
  let row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j)
  const rows = [row]
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = new Uint16Array(b.length + 1)
    row[0] = i
    const unit = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const substituted = cell(above, j - 1) + (unit === b.charCodeAt(j - 1) ? 0 : 1)
      row[j] = Math.min(substituted, cell(above, j) + 1, cell(row, j - 1) + 1)
    }
    rows.push(row)
  }
  return rows
}

const cell = (row: Uint16Array | undefined, j: number): number => row?.[j] ?? 0

/** Least number of edits that turn one text into another. */
export const editDistance = (a: string, b: string): number => cell(distances(a, b).at(-1), b.length)

/** Where two offsets of a pattern come to lie in a region that resembles it; what was inserted at them stays outside. */
const align = (pattern: string, region: string, from: number, to: number): [number, number] => {
  const rows = distances(pattern, region)
  let i = pattern.length
  let j = region.length
  let end = to === i ? j : 0
  let start = from === i ? j : -1
  while (i > 0 || j > 0) {
    const here = cell(rows[i], j)
    const substitutes = i > 0 && j > 0 && pattern.charCodeAt(i - 1) !== region.charCodeAt(j - 1) ? 1 : 0
    if (i > 0 && j > 0 && here === cell(rows[i - 1], j - 1) + substitutes) {
      i--
      j--
    } else if (j > 0 && here === cell(rows[i], j - 1) + 1) j--
    else i--
    if (i === to) end = j
    if (i === from && start < 0) start = j
  }
  return [Math.max(0, start), end]
}
