/** Where the places of a text go when it is edited. Offsets are UTF-16 code units. */
import { applyEdits, type Edit } from './diff-edits.ts'
import type { Span } from './span.ts'

/** An edit with the place `[at, until)` of what it inserts in the new text. */
export type PlacedEdit = Edit & { at: number; until: number }

export type EditMapping = {
  readonly before: string
  readonly after: string
  /** In text order; between two of them at least one character stays. */
  readonly edits: readonly PlacedEdit[]
  /** The edit that ends at or goes over an offset of the old text, and how far what lies behind earlier edits moved. */
  at(offset: number): { edit: PlacedEdit | undefined; shift: number }
  /** The edits that change something inside a span of the old text; what is inserted at its ends lies outside. */
  inside(span: Span): readonly PlacedEdit[]
  /** Where an untouched span of the old text stands in the new one. */
  moved(span: Span): Span
  /** Whether a span of the new text has words in it that an edit inserted. */
  isNew(span: Span): boolean
}

/** Edits are in text order and do not overlap. */
export const mapEdits = (before: string, edits: readonly Edit[]): EditMapping => {
  const placed = place(joined(edits))
  const shiftBefore = (index: number): number => {
    const last = placed[index - 1]
    return last ? last.until - last.end : 0
  }
  const at: EditMapping['at'] = (offset) => {
    const index = first(placed, (edit) => edit.end >= offset)
    const edit = placed[index]
    return { edit: edit && edit.start <= offset ? edit : undefined, shift: shiftBefore(index) }
  }
  return {
    before,
    after: applyEdits(before, edits),
    edits: placed,
    at,
    inside: ({ start, end }) => {
      const from = first(placed, (edit) => edit.end > start)
      const to = first(placed, (edit) => edit.start >= end)
      return placed.slice(from, Math.max(from, to))
    },
    moved: ({ start, end }) => {
      const shift = shiftBefore(first(placed, (edit) => edit.end > start))
      return { start: start + shift, end: end + shift }
    },
    isNew: ({ start, end }) => {
      const edit = placed[first(placed, ({ until }) => until > start)]
      return edit !== undefined && edit.at < Math.min(end, edit.until)
    },
  }
}

/** Edits that touch each other as one. */
const joined = (edits: readonly Edit[]): Edit[] => {
  const result: Edit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    if (last && last.end === edit.start) {
      last.end = edit.end
      last.insert += edit.insert
    } else if (edit.start < edit.end || edit.insert) result.push({ ...edit })
  }
  return result
}

const place = (edits: readonly Edit[]): PlacedEdit[] => {
  let shift = 0
  return edits.map((edit) => {
    const at = edit.start + shift
    const until = at + edit.insert.length
    shift = until - edit.end
    return { ...edit, at, until }
  })
}

/** The index of the first edit for which a condition that once true stays true holds. */
const first = (edits: readonly PlacedEdit[], holds: (edit: PlacedEdit) => boolean): number => {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const edit = edits[middle]
    if (edit && holds(edit)) high = middle
    else low = middle + 1
  }
  return low
}
