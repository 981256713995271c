/**
 * Paints annotations over the text with the CSS Custom Highlight API: ranges beside the page, no elements in it. Only what
 * is near the window is registered. Names start with `actant-`, since they are global; `editor.css` says how each looks.
 */
import type { Annotation } from '../../../core/annotation.ts'
import { innermostSegments } from '../../../core/lanes.ts'
import { sourcesOf } from '../../../core/sources.ts'
import type { Span } from '../../../core/span.ts'
import type { Painted, Piece } from './painted.ts'
import type { TextMap } from './text-map.ts'
import type { LayerStyles } from './types.ts'

/** What is drawn beside annotations. */
export type Overlay = 'find' | 'find-current' | 'selection' | 'asked'

export type Highlights = {
  /** Draws the annotations of a part of the text anew; `focusId` stands out, with who says it, the cue words and what it is linked to. */
  paint(
    map: TextMap,
    painted: Painted,
    near: Span,
    focusId: string | undefined,
    linkedIds: readonly string[],
    people: LayerStyles,
  ): void
  /** Draws other spans of a part of the text anew. */
  overlay(map: TextMap, name: Overlay, spans: readonly Span[], near: Span): void
  clear(): void
}

/** Lines that fit under a line of text; deeper lanes share the last one. */
export const lanesShown = 6

export const highlights = (): Highlights => {
  const layers = new Map<string, Layer>()

  /** Makes a layer cover exactly these spans. Ranges that stay are left alone: every change is drawn anew. */
  const cover = (map: TextMap, name: string, spans: readonly Span[]): void => {
    let layer = layers.get(name)
    if (!layer && spans.length === 0) return
    if (!layer) {
      layer = { highlight: new Highlight(), ranges: new Map() }
      layer.highlight.priority = priorityOf(name)
      layers.set(name, layer)
      CSS.highlights.set(`actant-${name}`, layer.highlight)
    }
    const wanted = new Map(spans.map((span) => [span.start * 2 ** 26 + span.end, span]))
    for (const [key, range] of layer.ranges) {
      if (wanted.delete(key)) continue
      layer.highlight.delete(range)
      layer.ranges.delete(key)
    }
    for (const [key, span] of wanted) {
      const range = rangeOf(map, span)
      if (!range) continue
      layer.highlight.add(range)
      layer.ranges.set(key, range)
    }
  }

  return {
    paint: (map, painted, near, focusId, linkedIds, people) => {
      const spans = new Map<string, Span[]>()
      const collect = (name: string, span: Span): void => {
        const part = within(span, near)
        const list = spans.get(name)
        if (part && list) list.push(part)
        else if (part) spans.set(name, [part])
      }
      const pieces = painted.overlapping(near.start, near.end)
      for (const piece of pieces) for (const stroke of strokes(piece)) collect(lineName(piece), stroke)
      if (people.size > 0) {
        for (const piece of pieces) {
          const style = people.get(piece.annotation.annotatorId)
          if (style !== undefined) collect(`by-${style}`, piece)
        }
      }
      for (const segment of innermostSegments(pieces)) collect(tintName(segment.innermost), segment)
      for (const piece of focusId ? painted.pieces(focusId) : []) collect(`focus-${piece.annotation.type}`, piece)
      const focused = painted.get(focusId ?? '')
      for (const speaker of speakers(focused)) {
        for (const piece of painted.pieces(speaker)) collect('focus-speaker', piece)
      }
      for (const cue of cues(focused)) collect('focus-cue', cue)
      for (const piece of linkedIds.flatMap(painted.pieces)) collect('focus-linked', piece)
      for (const name of layers.keys()) if (!spans.has(name) && !isOverlay(name)) cover(map, name, [])
      for (const [name, list] of spans) cover(map, name, list)
    },
    overlay: (map, name, spans, near) =>
      cover(
        map,
        name,
        spans.flatMap((span) => within(span, near) ?? []),
      ),
    clear: () => {
      for (const name of layers.keys()) CSS.highlights.delete(`actant-${name}`)
      layers.clear()
    },
  }
}

/** A highlight and its ranges by where they are in the text. */
type Layer = { highlight: Highlight; ranges: Map<number, AbstractRange> }

/** The mentions of those who hold an annotation or pass it on. */
const speakers = (annotation: Annotation | undefined): readonly string[] =>
  annotation ? sourcesOf(annotation).flatMap((source) => ('annotation' in source ? [source.annotation] : [])) : []

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

const overlays: readonly string[] = ['find', 'find-current', 'selection', 'asked'] satisfies Overlay[]

const isOverlay = (name: string): boolean => overlays.includes(name)

/** Later ones are drawn over earlier ones. */
const priorityOf = (name: string): number => {
  if (isOverlay(name)) return 3 + overlays.indexOf(name)
  if (name.startsWith('focus-')) return 2
  return name.startsWith('tint-') ? 0 : 1
}

const within = ({ start, end }: Span, near: Span): Span | undefined => {
  const part = { start: Math.max(start, near.start), end: Math.min(end, near.end) }
  return part.start < part.end ? part : undefined
}

const rangeOf = (map: TextMap, span: Span): AbstractRange | undefined => {
  const start = map.pointAt(span.start, 'start')
  const end = map.pointAt(span.end, 'end')
  if (!start || !end) return undefined
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  })
}
