/** Follows what part of the text is in the window, and what lies near enough to be painted. */
import type { Span } from '../../../core/span.ts'
import { spanBetween } from './geometry.ts'
import { type Place, placeOf, scrollToPlace } from './scrolling.ts'
import type { TextMap } from './text-map.ts'

export type TextWindow = {
  /** Looks again what is in the window; it does so by itself when the window scrolls or changes its size. */
  refresh(): void
  /** What is in the window, and what is painted: that and a screen on either side. */
  visible(): Span
  near(): Span
  /** The place at the top edge. */
  place(): Place
  close(): void
}

export type WindowListener = {
  /** Another part of the text is near now: paint it. Called before the frame is drawn. */
  onNear(): void
  /** Another part of the text is in the window now. */
  onVisible(): void
  /** Lines may have broken anew. */
  onReflow(): void
}

export const textWindow = (
  scroller: HTMLElement,
  root: HTMLElement,
  map: TextMap,
  { onNear, onVisible, onReflow }: WindowListener,
): TextWindow => {
  let visible: Span = { start: 0, end: 0 }
  let near: Span = { start: 0, end: 0 }
  let place: Place | undefined
  let shape: string | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  const refresh = (): void => {
    const { top, bottom, height } = scroller.getBoundingClientRect()
    const next = spanBetween(map, top, bottom)
    if (next.start < near.start || next.end > near.end) {
      near = spanBetween(map, top - height, bottom + height)
      onNear()
    }
    if (next.start !== visible.start || next.end !== visible.end) {
      visible = next
      onVisible()
    }
  }

  const onScroll = (): void => {
    refresh()
    clearTimeout(resting)
    resting = setTimeout(() => {
      place = placeOf(scroller, map)
    }, 150)
  }

  // Text that came near takes its real height, or the measure changed: then the place being read stays where it is.
  const onResize = (): void => {
    const next = shapeOf(root)
    if (shape && next !== shape && place) scrollToPlace(scroller, map, place)
    shape = next
    refresh()
    onReflow()
  }

  scroller.addEventListener('scroll', onScroll, { passive: true })
  const resizes = new ResizeObserver(onResize)
  resizes.observe(scroller)
  resizes.observe(root)

  return {
    refresh,
    visible: () => visible,
    near: () => near,
    place: () => placeOf(scroller, map),
    close: () => {
      clearTimeout(resting)
      scroller.removeEventListener('scroll', onScroll)
      resizes.disconnect()
    },
  }
}

/** What decides where lines break. */
const shapeOf = (root: HTMLElement): string => `${root.clientWidth} ${getComputedStyle(root).fontSize}`
