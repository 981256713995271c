/**
 * Two handles at the ends of each fragment of the annotation in focus, to drag its boundaries by. They hang between the
 * lines. There are none while nothing is in focus.
 */
import type { Annotation } from '../../../core/annotation.ts'
import type { Boundary } from '../../../core/boundaries.ts'
import type { Span } from '../../../core/span.ts'
import { type DragHost, dragHandle } from './drag-handle.ts'
import { rectangleAt } from './geometry.ts'

export type Handles = {
  /** Puts them at the ends of an annotation's fragments, those that lie in `near`; away where there is none. */
  place(annotation: Annotation | undefined, near: Span): void
  close(): void
}

export type HandlesHost = DragHost & {
  /** What they are for, in the interface's language. */
  label(): string
}

export const openHandles = (host: HandlesHost): Handles => {
  const { layer, map, label } = host
  const stop = new AbortController()
  const boundaries = new WeakMap<Element, Boundary>()
  let placed: Annotation | undefined
  let cancel: (() => void) | undefined

  const onPointerDown = (event: PointerEvent): void => {
    const { target, button } = event
    const boundary = target instanceof HTMLElement ? boundaries.get(target) : undefined
    if (target instanceof HTMLElement && boundary && placed && button === 0)
      cancel = dragHandle(host, target, event, placed, boundary)
  }
  layer.addEventListener('pointerdown', onPointerDown, { signal: stop.signal })
  // The keyboard and the caret stay where they are.
  layer.addEventListener('mousedown', (event) => event.preventDefault(), { signal: stop.signal })

  return {
    place: (annotation, near) => {
      if (!annotation && !placed) return
      if (annotation?.id !== placed?.id) cancel?.()
      placed = annotation
      const origin = layer.getBoundingClientRect()
      const ends = annotation ? endsOf(annotation.target.fragments, near) : []
      while (layer.children.length > ends.length) layer.lastElementChild?.remove()
      for (const [at, { boundary, offset }] of ends.entries()) {
        const handle = layer.children[at] ?? layer.appendChild(document.createElement('div'))
        const box = rectangleAt(map, offset)
        if (!box || !(handle instanceof HTMLElement)) continue
        boundaries.set(handle, boundary)
        handle.className = 'boundary-handle'
        handle.dataset['edge'] = boundary.edge
        handle.title = label()
        const left = boundary.edge === 'start' ? box.left : box.right
        handle.style.translate = `${left - origin.left}px ${box.bottom - origin.top}px`
      }
    },
    close: () => {
      cancel?.()
      stop.abort()
      layer.replaceChildren()
    },
  }
}

/** The boundaries near the window, each with the character it is drawn at. */
const endsOf = (fragments: readonly Span[], near: Span): { boundary: Boundary; offset: number }[] =>
  fragments
    .flatMap(({ start, end }, index) => [
      { boundary: { index, edge: 'start' as const }, offset: start },
      { boundary: { index, edge: 'end' as const }, offset: end - 1 },
    ])
    .filter(({ offset }) => near.start <= offset && offset < near.end)
