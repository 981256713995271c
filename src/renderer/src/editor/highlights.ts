/**
 * Paints annotations over the text with the CSS Custom Highlight API: ranges beside the page, no elements in it. Only what
 * is near the window is registered. Names start with `actant-`, since they are global; `editor.css` says how each looks.
 */
import type { Annotation } from '../../../core/annotation.ts'
import { innermostSegments } from '../../../core/lanes.ts'
import type { Span } from '../../../core/span.ts'
import type { Painted, Piece } from './painted.ts'
import type { TextMap } from './text-map.ts'

/** What is drawn beside annotations. */
export type Overlay = 'find' | 'find-current' | 'selection'

export type Highlights = {
  /** Draws the annotations of a part of the text anew; `focusId` stands out, with the words it is attributed by. */
  paint(map: TextMap, painted: Painted, near: Span, focusId: string | undefined): void
  /** Draws other spans of a part of the text anew. */
  overlay(map: TextMap, name: Overlay, spans: readonly Span[], near: Span): void
  clear(): void
}

/** Lines that fit under a line of text; deeper lanes share the last one. */
export const lanesShown = 6

export const highlights = (): Highlights => {
  const registered = new Map<string, Highlight>()

  const show = (name: string, ranges: readonly AbstractRange[]): void => {
    let highlight = registered.get(name)
    if (!highlight && ranges.length === 0) return
    if (!highlight) {
      highlight = new Highlight()
      highlight.priority = priorityOf(name)
      registered.set(name, highlight)
      CSS.highlights.set(`actant-${name}`, highlight)
    }
    highlight.clear()
    for (const range of ranges) highlight.add(range)
  }

  return {
    paint: (map, painted, near, focusId) => {
      const ranges = new Map<string, AbstractRange[]>()
      const collect = (name: string, span: Span): void => {
        const range = rangeOf(map, span, near)
        const list = ranges.get(name)
        if (range && list) list.push(range)
        else if (range) ranges.set(name, [range])
      }
      const pieces = painted.overlapping(near.start, near.end)
      for (const piece of pieces) for (const stroke of strokes(piece)) collect(lineName(piece), stroke)
      for (const segment of innermostSegments(pieces)) collect(tintName(segment.innermost), segment)
      for (const piece of focusId ? painted.pieces(focusId) : []) collect(`focus-${piece.annotation.type}`, piece)
      for (const cue of cues(painted.get(focusId ?? ''))) collect('focus-cue', cue)
      for (const name of registered.keys()) if (!ranges.has(name) && !isOverlay(name)) show(name, [])
      for (const [name, list] of ranges) show(name, list)
    },
    overlay: (map, name, spans, near) =>
      show(
        name,
        spans.flatMap((span) => rangeOf(map, span, near) ?? []),
      ),
    clear: () => {
      for (const name of registered.keys()) CSS.highlights.delete(`actant-${name}`)
      registered.clear()
    },
  }
}

/** The words that say who passes an annotation on. */
const cues = (annotation: Annotation | undefined): readonly Span[] =>
  !annotation || annotation.type === 'actor'
    ? []
    : annotation.body.attribution.flatMap((step) => step.cue.filter((fragment) => !fragment.lost))

const lineName = ({ annotation, lane }: Piece): string => `${annotation.type}-${Math.min(lane, lanesShown - 1)}`

const tintName = ({ annotation: { type, certainty } }: Piece): string =>
  certainty === 'unsure' ? `tint-${type}-unsure` : `tint-${type}`

/** The line under a sure annotation is whole; under an unsure one it has gaps of a letter, whatever its style. */
const strokes = (piece: Piece): readonly Span[] => {
  const length = piece.end - piece.start
  if (piece.annotation.certainty === 'sure' || length < 3) return [piece]
  const count = Math.min(mostStrokes, Math.ceil((length + 1) / 3))
  const inked = length - (count - 1)
  return Array.from({ length: count }, (_, index) => ({
    start: piece.start + Math.round((inked * index) / count) + index,
    end: piece.start + Math.round((inked * (index + 1)) / count) + index,
  }))
}

// Every stroke is a range, and ranges cost time.
const mostStrokes = 12

const overlays: readonly string[] = ['find', 'find-current', 'selection'] satisfies Overlay[]

const isOverlay = (name: string): boolean => overlays.includes(name)

/** Later ones are drawn over earlier ones. */
const priorityOf = (name: string): number => {
  if (isOverlay(name)) return 3 + overlays.indexOf(name)
  if (name.startsWith('focus-')) return 2
  return name.startsWith('tint-') ? 0 : 1
}

const rangeOf = (map: TextMap, span: Span, near: Span): AbstractRange | undefined => {
  const from = Math.max(span.start, near.start)
  const to = Math.min(span.end, near.end)
  if (from >= to) return undefined
  const start = map.pointAt(from, 'start')
  const end = map.pointAt(to, 'end')
  if (!start || !end) return undefined
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  })
}
