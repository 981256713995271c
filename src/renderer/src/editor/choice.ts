/** What of the text is chosen: the page's selection as offsets, snapped to words, and the last caret while the keyboard is elsewhere. */
import { snapToCharacters, snapToWords, wordAt } from '../../../core/snap.ts'
import type { Span } from '../../../core/span.ts'
import { growing } from './growing.ts'
import type { TextMap } from './text-map.ts'
import { type Ends, type Settled, selectionEnds, setSelection, spanOf, watchSelection } from './text-selection.ts'

export type Choice = {
  /** The last selection in the text, also while the keyboard is elsewhere. */
  ends(): Ends | undefined
  /** The snapped selection; undefined for a caret. */
  span(): Span | undefined
  /** The word at the caret; undefined for a selection. */
  word(): Span | undefined
  isCaret(): boolean
  select(ends: Ends): void
  /** Keeps a selection for when the keyboard comes back to the text. */
  remember(ends: Ends): void
  grow(): boolean
  shrink(): boolean
  close(): void
}

export type ChoiceListener = {
  snaps(): boolean
  /** The selection settled: `span` is what tagging would take, `beyond` says that this is more than the page shows selected. */
  onSettled(span: Span | undefined, beyond: boolean, by: Settled): void
}

export const openChoice = (root: HTMLElement, map: TextMap, { snaps, onSettled }: ChoiceListener): Choice => {
  const steps = growing()
  let last: Ends | undefined

  const ends = (): Ends | undefined => {
    last = selectionEnds(map) ?? last
    return last
  }
  const raw = (): Span | undefined => {
    const now = ends()
    return now && spanOf(map, now)
  }
  const span = (): Span | undefined => {
    const chosen = raw()
    return chosen && (snaps() ? snapToWords : snapToCharacters)(map.text, chosen)
  }
  const select = (next: Ends): void => {
    last = next
    setSelection(map, next)
  }

  const stop = watchSelection(root, (by) => {
    const now = selectionEnds(map)
    if (!now) return
    last = now
    const chosen = spanOf(map, now)
    const snapped = span()
    const differs = chosen?.start !== snapped?.start || chosen?.end !== snapped?.end
    // Keys extend a selection letter by letter, so only the mouse's is changed.
    if (by === 'mouse' && snapped && differs) {
      const { start, end } = snapped
      select(now.anchor < now.focus ? { anchor: start, focus: end } : { anchor: end, focus: start })
    }
    onSettled(snapped, by === 'key' && differs, by)
  })

  return {
    ends,
    span,
    word: () => {
      const now = ends()
      return now && !spanOf(map, now) ? wordAt(map.text, now.focus) : undefined
    },
    isCaret: () => raw() === undefined,
    select,
    remember: (next) => {
      last = next
    },
    grow: () => {
      const now = ends()
      const larger = now && steps.grow(map, now)
      if (larger) select({ anchor: larger.start, focus: larger.end })
      return larger !== undefined
    },
    shrink: () => {
      const now = ends()
      const before = now && steps.shrink(map, now)
      if (before) select(before)
      return before !== undefined
    },
    close: stop,
  }
}
