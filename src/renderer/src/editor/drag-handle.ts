/** One boundary dragged by its handle: from the press to the release, or to Escape. A click on a handle is one on the text under it. */
import type { Annotation } from '../../../core/annotation.ts'
import { type Boundary, dragBoundary } from '../../../core/boundaries.ts'
import type { Span } from '../../../core/span.ts'
import { caretOffsetAt } from './geometry.ts'
import type { TextMap } from './text-map.ts'
import type { DragPhase } from './types.ts'

export type DragHost = {
  /** The element the handles stand in. */
  layer: HTMLElement
  map: TextMap
  snaps(): boolean
  onDrag(id: string, fragments: readonly Span[], phase: DragPhase): void
  onClick(x: number, y: number): void
}

// With an unsteady hand a click moves this many pixels.
const slack = 3

/** Follows the pointer from its press on; returns what ends it as if nothing had been dragged. */
export const dragHandle = (
  { layer, map, snaps, onDrag, onClick }: DragHost,
  handle: HTMLElement,
  pressed: PointerEvent,
  { id, target }: Annotation,
  boundary: Boundary,
): (() => void) => {
  const stop = new AbortController()
  const { signal } = stop
  // The pointer is on the handle, what it means is the line above it.
  const box = handle.getBoundingClientRect()
  const away = { x: edgeOf(box, boundary) - pressed.clientX, y: box.top - box.height / 2 - pressed.clientY }
  let fragments: readonly Span[] = target.fragments
  let isMoving = false

  const placeOf = (of: readonly Span[]) => of[boundary.index]?.[boundary.edge]

  const onMove = ({ clientX: x, clientY: y }: PointerEvent): void => {
    isMoving ||= Math.hypot(x - pressed.clientX, y - pressed.clientY) > slack
    const offset = isMoving ? through(layer, () => caretOffsetAt(map, x + away.x, y + away.y)) : undefined
    if (offset === undefined) return
    const next = dragBoundary(map.text, target.fragments, boundary, offset, snaps())
    if (placeOf(next) === placeOf(fragments)) return
    fragments = next
    onDrag(id, fragments, 'moving')
  }

  const end = (phase: 'done' | 'cancelled'): void => {
    if (signal.aborted) return
    stop.abort()
    if (isMoving) onDrag(id, fragments, phase)
    else if (phase === 'done') through(layer, () => onClick(pressed.clientX, pressed.clientY))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end('cancelled')
  }

  handle.setPointerCapture(pressed.pointerId)
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', () => end('done'), { signal })
  window.addEventListener('pointercancel', () => end('cancelled'), { signal })
  window.addEventListener('keydown', onKeyDown, { signal, capture: true })
  return () => end('cancelled')
}

/** A handle lies outside of what it bounds, with its inner edge at the boundary. */
const edgeOf = (box: DOMRect, { edge }: Boundary): number => (edge === 'start' ? box.right : box.left)

/** Looks at the text as if no handle lay over it. */
const through = <T>(layer: HTMLElement, look: () => T): T => {
  layer.classList.add('unreached')
  try {
    return look()
  } finally {
    layer.classList.remove('unreached')
  }
}
