/** Selecting by steps: the word at the caret, its sentence, its paragraph, the whole text, and back. */
import { sentenceAt, wordAt } from '../../../core/snap.ts'
import type { Span } from '../../../core/span.ts'
import type { TextMap } from './text-map.ts'
import { type Ends, spanOf } from './text-selection.ts'

export type Growing = {
  /** The next larger stretch around a selection. */
  grow(map: TextMap, ends: Ends): Span | undefined
  /** What the selection was before it grew to what it is. */
  shrink(map: TextMap, ends: Ends): Ends | undefined
}

export const growing = (): Growing => {
  let steps: { from: Ends; to: Span }[] = []
  return {
    grow: (map, ends) => {
      const current = spanOf(map, ends) ?? { start: ends.focus, end: ends.focus }
      const to = stretches(map, current.start, current.end).find(
        (one) =>
          one.start <= current.start && one.end >= current.end && one.end - one.start > current.end - current.start,
      )
      if (steps.length > 0 && !isSame(steps.at(-1)?.to, current)) steps = []
      if (to) steps.push({ from: ends, to })
      return to
    },
    shrink: (map, ends) => {
      const last = steps.pop()
      if (isSame(last?.to, spanOf(map, ends))) return last?.from
      steps = []
      return undefined
    },
  }
}

const stretches = (map: TextMap, start: number, end: number): Span[] => {
  const block = map.blocks[map.blockAt(start)]
  const last = map.blocks[map.blockAt(end)]
  if (!block || !last) return []
  const word = wordAt(map.text, start)
  const first = sentenceAt(map.text, block, start)
  const sentence = first && { start: first.start, end: sentenceAt(map.text, last, end - 1)?.end ?? first.end }
  const paragraphs = { start: block.start, end: last.end }
  const whole = { start: 0, end: map.blocks.at(-1)?.end ?? map.text.length }
  return [word, sentence, paragraphs, whole].filter((one) => one !== undefined)
}

const isSame = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.start === b.start && a.end === b.end
