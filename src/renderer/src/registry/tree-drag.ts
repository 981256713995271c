/** Dragging an entry of a tree to another place with the mouse; keys do the same by commands of their own. */
import { type PointerEvent, useEffect, useRef, useState } from 'react'

/** Before or after the row of that key, or among what stands under it. */
export type Drop = { key: string; zone: 'before' | 'after' | 'in' }

export type TreeDrag = {
  /** The entry that is being dragged, and where it would go now. */
  dragged: string | undefined
  drop: Drop | undefined
  /** For the rows: begins once the pointer has gone a little way. */
  start(event: PointerEvent, key: string): void
}

type Options = {
  canDrag(key: string): boolean
  canDrop(key: string, drop: Drop): boolean
  onDrop(key: string, drop: Drop): void
}

// A hand that clicks is never quite still.
const SLACK = 5
// The upper and the lower part of a row mean the gap there.
const EDGE = 0.3
const SCROLL_ZONE = 28
const SCROLL_STEP = 10
const SCROLL_PAUSE = 30

/** Escape lets go where it was. Rows are found by `data-key`, in the nearest `.list`. */
export const useTreeDrag = (options: Options): TreeDrag => {
  const [state, setState] = useState<{ dragged: string; drop: Drop | undefined }>()
  const latest = useRef(options)
  latest.current = options
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = (down: PointerEvent, key: string) => {
    const list = down.currentTarget.closest<HTMLElement>('.list')
    if (!list || down.button !== 0 || down.pointerType === 'touch' || !latest.current.canDrag(key)) return
    const gone = new AbortController()
    running.current?.abort()
    running.current = gone
    const { signal } = gone
    let at = { x: down.clientX, y: down.clientY }
    let drop: Drop | undefined
    let scrolling: ReturnType<typeof setInterval> | undefined
    const look = () => {
      const found = dropAt(list, at)
      drop = found && latest.current.canDrop(key, found) ? found : undefined
      setState({ dragged: key, drop })
    }
    const scroll = () => {
      const by = scrollAt(list, at.y)
      if (by === 0) return
      list.scrollBy(0, by)
      look()
    }
    const onMove = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      if (!scrolling && Math.hypot(x - down.clientX, y - down.clientY) < SLACK) return
      scrolling ??= setInterval(scroll, SCROLL_PAUSE)
      at = { x, y }
      look()
    }
    signal.addEventListener('abort', () => {
      clearInterval(scrolling)
      setState(undefined)
    })
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointercancel', () => gone.abort(), { signal })
    window.addEventListener('blur', () => gone.abort(), { signal })
    window.addEventListener(
      'pointerup',
      () => {
        gone.abort()
        if (drop) latest.current.onDrop(key, drop)
      },
      { signal },
    )
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || !scrolling) return
      event.preventDefault()
      event.stopPropagation()
      gone.abort()
    }
    window.addEventListener('keydown', onKey, { signal, capture: true })
  }
  return { dragged: state?.dragged, drop: state?.drop, start }
}

const dropAt = (list: HTMLElement, { x, y }: { x: number; y: number }): Drop | undefined => {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('.list-row')
  const key = row?.dataset['key']
  if (!row || key === undefined || !list.contains(row)) return undefined
  const { top, height } = row.getBoundingClientRect()
  const part = (y - top) / height
  return { key, zone: part < EDGE ? 'before' : part > 1 - EDGE ? 'after' : 'in' }
}

const scrollAt = (list: HTMLElement, y: number): number => {
  const { top, bottom } = list.getBoundingClientRect()
  return y < top + SCROLL_ZONE ? -SCROLL_STEP : y > bottom - SCROLL_ZONE ? SCROLL_STEP : 0
}
