/** Where a passage goes when its text is corrected: along the edits, while it is clear that it is still the same. */
import { editDistance } from './approximate.ts'
import type { EditMapping, PlacedEdit } from './edit-mapping.ts'
import type { Fragment, Span } from './span.ts'

/** `touched`: its words were changed, or found beside where the edits say. */
export type Followed = Span & { touched: boolean }

/**
 * The place of a fragment in the new text: moved as a whole where no edit touches it; else where its words still stand
 * among what became of it, or what became of it if that resembles it. None where that is unclear.
 */
export const follow = (mapping: EditMapping, fragment: Fragment): Followed | undefined => {
  const edits = mapping.inside(fragment)
  if (edits.length === 0) return completed(mapping, fragment)
  const starts = startsOf(mapping, fragment, edits)
  const ends = endsOf(fragment, edits)
  const hull = { start: Math.min(...starts), end: Math.max(...ends) }
  const standing = placesIn(mapping.after, fragment.quote, hull)
  if (standing.length > 1) return undefined
  if (standing[0]) return { ...standing[0], touched: true }
  const kept = keptLength(fragment, edits)
  const inner = edits.every(({ start, end }) => start > fragment.start && end < fragment.end)
  const candidates = starts
    .flatMap((start) => ends.map((end) => ({ start, end })))
    .filter(({ start, end }) => start < end)
    .map((span) => ({ span, ...likeness(fragment.quote, mapping.after.slice(span.start, span.end), kept, inner) }))
    .filter(({ clear }) => clear)
    .sort((a, b) => a.errors - b.errors)
  const [best] = candidates
  return best && { ...best.span, touched: true }
}

/** An untouched fragment; where an insertion completes its first or last word («Кремл» + «ь») it takes that in. */
const completed = (mapping: EditMapping, fragment: Fragment): Followed => {
  const moved = mapping.moved(fragment)
  const { before } = mapping
  const left = insertedAt(mapping, fragment.start)
  const right = insertedAt(mapping, fragment.end)
  const joinsLeft =
    left &&
    !endsWithWord.test(before.slice(Math.max(0, fragment.start - 2), fragment.start)) &&
    beginsWithWord.test(fragment.quote)
  const joinsRight =
    right && !beginsWithWord.test(before.slice(fragment.end, fragment.end + 2)) && endsWithWord.test(fragment.quote)
  const start = moved.start - (joinsLeft ? (endsWithWord.exec(left)?.[0].length ?? 0) : 0)
  const end = moved.end + (joinsRight ? (beginsWithWord.exec(right)?.[0].length ?? 0) : 0)
  const added = moved.start - start + end - moved.end
  if (added === 0 || added * 3 > end - start) return { ...moved, touched: false }
  return { start, end, touched: true }
}

const beginsWithWord = /^[\p{L}\p{M}\p{N}]+/u
const endsWithWord = /[\p{L}\p{M}\p{N}]+$/u

const insertedAt = (mapping: EditMapping, offset: number): string | undefined => {
  const { edit } = mapping.at(offset)
  return edit && edit.start === edit.end ? edit.insert : undefined
}

/** What replaces words on both sides of a boundary may belong to the fragment or not. */
const startsOf = (mapping: EditMapping, { start }: Span, edits: readonly PlacedEdit[]): number[] => {
  const [first] = edits
  if (!first) return []
  if (first.start > start) return [mapping.moved({ start, end: start }).start]
  return first.start === start ? [first.at] : [first.until, first.at]
}

const endsOf = ({ end }: Span, edits: readonly PlacedEdit[]): number[] => {
  const last = edits.at(-1)
  if (!last) return []
  if (last.end < end) return [last.until + end - last.end]
  return last.end === end ? [last.until] : [last.at, last.until]
}

/** Where a quote stands so that it shares something with a span. */
const placesIn = (text: string, quote: string, { start, end }: Span): Span[] => {
  const found: Span[] = []
  if (start >= end) return found
  const from = Math.max(0, start - quote.length + 1)
  const region = text.slice(from, end + quote.length - 1)
  for (let at = region.indexOf(quote); at >= 0 && found.length < 2; at = region.indexOf(quote, at + 1)) {
    found.push({ start: from + at, end: from + at + quote.length })
  }
  return found
}

const keptLength = (span: Span, edits: readonly PlacedEdit[]): number =>
  edits.reduce(
    (length, { start, end }) => length - Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    span.end - span.start,
  )

/**
 * Whether it is clear that a wording became another: at most a third of it differs, or both its ends stay and what stands
 * between them now was mostly there before (a passage was taken out of it).
 */
const likeness = (quote: string, wording: string, kept: number, inner: boolean): { errors: number; clear: boolean } => {
  const longer = Math.max(quote.length, wording.length)
  const errors = longer > longestCompared ? longer - Math.min(kept, wording.length) : editDistance(quote, wording)
  const shortened = inner && kept * 3 >= wording.length * 2 && kept * 4 >= quote.length
  return { errors, clear: errors * 3 <= longer || shortened }
}

/** Longer passages are compared by what the edits left of them. */
const longestCompared = 1_024
