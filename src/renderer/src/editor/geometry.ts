/** Where the text stands on the screen. Reading it lays out what is near the window and nothing else. */
import type { Span } from '../../../core/span.ts'
import { firstWhere, type TextMap } from './text-map.ts'

/** The text between two heights of the screen (client pixels), to whole blocks, or to lines where a block is long. */
export const spanBetween = (map: TextMap, top: number, bottom: number): Span => {
  const first = blockBelow(map, top)
  const last = Math.min(map.blocks.length - 1, blockBelow(map, bottom))
  const start = map.blocks[first]
  const end = map.blocks[last]
  if (!start || !end) return { start: map.text.length, end: map.text.length }
  return {
    start: isLong(start) ? offsetBelow(map, start, top) : start.start,
    end: isLong(end) ? offsetBelow(map, end, bottom) : end.end,
  }
}

/** The offset of the first character whose line ends below a height of the screen. */
export const offsetAtHeight = (map: TextMap, height: number): number => {
  const block = map.blocks[blockBelow(map, height)]
  return block ? offsetBelow(map, block, height) : map.text.length
}

/** The rectangle of the first character of a span; of the caret where the span is empty. */
export const rectangleAt = (map: TextMap, offset: number): DOMRect | undefined => {
  const point = map.pointAt(offset)
  if (!point) return undefined
  const range = document.createRange()
  range.setStart(point.node, point.offset)
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.textContent?.length ?? 0))
  return range.getClientRects()[0] ?? range.getBoundingClientRect()
}

/** The first and the last character of a span on the screen. */
export type SelectionEdges = { first: DOMRect; last: DOMRect }

export const edgesOf = (map: TextMap, { start, end }: Span): SelectionEdges | undefined => {
  const first = rectangleAt(map, start)
  const last = rectangleAt(map, end - 1)
  return first && last && { first, last }
}

/**
 * The offset of the character under a point of the screen, or undefined where there is none: beside a line or between
 * paragraphs. The room under a line belongs to it, since the underlines are there.
 */
export const offsetAtPoint = (map: TextMap, x: number, y: number): number | undefined => {
  const caret = caretAt(x, y)
  if (!caret || !(caret.node instanceof Text)) return undefined
  const range = document.createRange()
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= caret.node.length) continue
    range.setStart(caret.node, start)
    range.setEnd(caret.node, start + 1)
    for (const rectangle of range.getClientRects()) {
      const isBeside = x < rectangle.left - slack || x > rectangle.right + slack
      const isAway = y < rectangle.top - slack || y > rectangle.bottom + rectangle.height / 2
      if (!isBeside && !isAway) return map.offsetAt(caret.node, start)
    }
  }
  return undefined
}

/** The offset between characters that is nearest to a point of the screen; undefined where there is no text. */
export const caretOffsetAt = (map: TextMap, x: number, y: number): number | undefined => {
  const caret = caretAt(x, y)
  return caret && map.offsetAt(caret.node, caret.offset)
}

const slack = 2

const isLong = ({ start, end }: Span): boolean => end - start > 4000

const blockBelow = (map: TextMap, height: number): number => {
  const { chunks, blocks } = map
  const chunk = firstWhere(
    chunks.length,
    (index) => (chunks[index]?.element.getBoundingClientRect().bottom ?? 0) > height,
  )
  const first = chunks[chunk]?.first ?? blocks.length
  const next = chunks[chunk + 1]?.first ?? blocks.length
  return (
    first +
    firstWhere(next - first, (index) => (map.blockElement(first + index)?.getBoundingClientRect().bottom ?? 0) > height)
  )
}

const offsetBelow = (map: TextMap, block: Span, height: number): number =>
  block.start + firstWhere(block.end - block.start, (at) => (rectangleAt(map, block.start + at)?.bottom ?? 0) > height)

// The standard's name is newer than some engines the program runs on.
const caretAt = (x: number, y: number): { node: Node; offset: number } | undefined => {
  const position = document.caretPositionFromPoint(x, y)
  return position ? { node: position.offsetNode, offset: position.offset } : undefined
}
