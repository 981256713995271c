/** The page's selection as offsets in the text, and when it has settled. */
import type { Span } from '../../../core/span.ts'
import type { TextMap } from './text-map.ts'

/** Where the selection began and where it ends; equal for a caret. */
export type Ends = { anchor: number; focus: number }

/** The selection in the text, if it is there. */
export const selectionEnds = (map: TextMap): Ends | undefined => {
  const selection = getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  const anchor = map.offsetAt(selection.anchorNode, selection.anchorOffset)
  const focus = map.offsetAt(selection.focusNode, selection.focusOffset)
  return anchor === undefined || focus === undefined ? undefined : { anchor, focus }
}

export const setSelection = (map: TextMap, { anchor, focus }: Ends): void => {
  const from = map.pointAt(anchor, anchor > focus ? 'end' : 'start')
  const to = map.pointAt(focus, focus > anchor ? 'end' : 'start')
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The selected text; what lies between blocks at its edges does not count. Undefined for a caret. */
export const spanOf = (map: TextMap, { anchor, focus }: Ends): Span | undefined => {
  const first = map.blocks[map.blockAt(Math.min(anchor, focus))]
  const end = Math.max(anchor, focus)
  if (!first) return undefined
  const start = Math.max(first.start, Math.min(anchor, focus))
  const last = map.blockAt(end)
  const block = map.blocks[last]
  const inside = block && end <= block.start ? (map.blocks[last - 1]?.end ?? start) : Math.min(end, block?.end ?? end)
  return start < inside ? { start, end: inside } : undefined
}

export type Settled = 'mouse' | 'key'

/** Says when the selection has settled: when the mouse button is let go, and at each change by other means. */
export const watchSelection = (root: HTMLElement, onSettled: (by: Settled) => void): (() => void) => {
  const stop = new AbortController()
  const { signal } = stop
  let isDragging = false
  let timer: ReturnType<typeof setTimeout> | undefined
  root.addEventListener('pointerdown', (event) => (isDragging = event.button === 0), { signal })
  const onRelease = () => {
    if (!isDragging) return
    isDragging = false
    // A click into a selection takes it away only after this event.
    timer = setTimeout(() => onSettled('mouse'))
  }
  window.addEventListener('pointerup', onRelease, { signal })
  window.addEventListener('pointercancel', onRelease, { signal })
  root.addEventListener('focus', () => isDragging || onSettled('key'), { signal })
  document.addEventListener('selectionchange', () => isDragging || onSettled('key'), { signal })
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
