/**
 * Annotations that overlap are drawn as underlines in lanes below each other. This is the index over an article's spans:
 * it gives each a lane and answers what overlaps a range. Offsets are UTF-16 code units.
 */
import type { Span } from './span.ts'

/** A span in the index; `lane` counts from 0, next to the text, and is -1 until the span is looked at. */
export type Laned = Span & { lane: number }

export type LaneIndex<T extends Laned> = {
  add(spans: readonly T[]): void
  remove(span: T): void
  /**
   * What shares at least one code unit with `[start, end)`, in no order. Those that have no lane yet get one, the shorter
   * first, so that they lie next to the text; nobody's lane changes afterwards.
   */
  overlapping(start: number, end: number): T[]
}

/** A stretch of text and the innermost of the spans that cover it. */
export type Segment<T extends Span> = Span & { innermost: T }

// Cells of the text keep a list of what lies in them. A span over more than 64 cells goes to a list of its own,
// so that annotations of whole articles do not fill all cells.
const cellBits = 9
const longest = 64 << cellBits

export const laneIndex = <T extends Laned>(): LaneIndex<T> => {
  const cells = new Map<number, T[]>()
  const long: T[] = []

  const place = (span: T, change: (list: T[]) => void): void => {
    if (span.end - span.start > longest) change(long)
    else
      for (let cell = span.start >> cellBits; cell <= (span.end - 1) >> cellBits; cell += 1) {
        const list = cells.get(cell) ?? []
        if (list.length === 0) cells.set(cell, list)
        change(list)
      }
  }

  const within = (start: number, end: number): T[] => {
    const found: T[] = []
    const first = start >> cellBits
    for (let cell = first; cell <= (end - 1) >> cellBits; cell += 1)
      for (const span of cells.get(cell) ?? []) {
        const seen = cell !== first && span.start >> cellBits < cell
        if (!seen && span.start < end && span.end > start) found.push(span)
      }
    for (const span of long) if (span.start < end && span.end > start) found.push(span)
    return found
  }

  // Which lanes are taken around a span, marked with the number of the question instead of cleared for each.
  const takenIn: number[] = []
  let question = 0

  /** The first lane with a gap on either side of a span: two lines without one would read as one line. */
  const freeLane = ({ start, end }: Span): number => {
    question += 1
    const mark = (others: readonly T[] = []): void => {
      for (const other of others)
        if (other.lane >= 0 && other.start <= end && other.end >= start) takenIn[other.lane] = question
    }
    for (let cell = Math.max(0, start - 1) >> cellBits; cell <= end >> cellBits; cell += 1) mark(cells.get(cell))
    mark(long)
    let lane = 0
    while (takenIn[lane] === question) lane += 1
    return lane
  }

  return {
    add: (spans) => {
      for (const span of spans) {
        span.lane = -1
        place(span, (list) => list.push(span))
      }
    },
    remove: (span) =>
      place(span, (list) => {
        const at = list.indexOf(span)
        if (at >= 0) list.splice(at, 1)
      }),
    overlapping: (start, end) => {
      const found = within(start, end)
      const fresh = found.filter((span) => span.lane < 0).sort(byLength)
      for (const span of fresh) span.lane = freeLane(span)
      return found
    },
  }
}

/** Cuts the covered text at every edge of a span; stretches next to each other with the same innermost span are one. */
export const innermostSegments = <T extends Span>(spans: readonly T[]): Segment<T>[] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b)
  const segments: Segment<T>[] = []
  let open: T[] = []
  let next = 0
  for (const [index, start] of edges.entries()) {
    open = open.filter((span) => span.end > start)
    for (let span = sorted[next]; span && span.start <= start; span = sorted[next]) {
      open.push(span)
      next += 1
    }
    const end = edges[index + 1]
    const innermost = open.reduce<T | undefined>(
      (best, span) => (best && !isInside(span, best) ? best : span),
      undefined,
    )
    if (!innermost || end === undefined) continue
    const last = segments.at(-1)
    if (last?.innermost === innermost && last.end === start) last.end = end
    else segments.push({ start, end, innermost })
  }
  return segments
}

/** Whether `a` counts as lying inside `b` where both cover a place: the shorter one, then the one that starts later. */
export const isInside = (a: Span, b: Span): boolean => {
  const difference = a.end - a.start - (b.end - b.start)
  return difference < 0 || (difference === 0 && a.start > b.start)
}

const byLength = (a: Span, b: Span): number => a.end - a.start - (b.end - b.start) || a.start - b.start
