/** Brings places of the text into its window. Heights of text that was never laid out are estimates, so each jump is checked. */
import type { Span } from '../../../core/span.ts'
import { offsetAtHeight, rectangleAt } from './geometry.ts'
import type { TextMap } from './text-map.ts'

export type Place = { top: number; beyond: number }

/** Scrolls so that a span stands well inside the window, if it does not yet: smoothly when near, at once when far. */
export const scrollToSpan = (scroller: HTMLElement, map: TextMap, { start }: Span): void => {
  const { top, height } = scroller.getBoundingClientRect()
  const rectangle = rectangleAt(map, start)
  if (!rectangle || (rectangle.top > top + height * 0.12 && rectangle.bottom < top + height * 0.8)) return
  const distance = rectangle.top - (top + height * 0.3)
  const isSmooth = Math.abs(distance) < 2 * height && !matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isSmooth) scroller.scrollBy({ top: distance, behavior: 'smooth' })
  else settle(scroller, () => (rectangleAt(map, start)?.top ?? 0) - (top + height * 0.3))
}

/** Scrolls no further than it takes for a line and a little around it to be in the window. */
export const keepInView = (scroller: HTMLElement, map: TextMap, offset: number): void => {
  const view = scroller.getBoundingClientRect()
  const line = rectangleAt(map, offset)
  if (!line) return
  const above = line.top - line.height / 2 - view.top
  const below = line.bottom + line.height / 2 - view.bottom
  if (above < 0) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
}

/** The place at the top edge of the window. */
export const placeOf = (scroller: HTMLElement, map: TextMap): Place => {
  const { top } = scroller.getBoundingClientRect()
  const offset = offsetAtHeight(map, top)
  return { top: offset, beyond: top - (rectangleAt(map, offset)?.top ?? top) }
}

export const scrollToPlace = (scroller: HTMLElement, map: TextMap, place: Place): void => {
  const { top } = scroller.getBoundingClientRect()
  settle(scroller, () => (rectangleAt(map, place.top)?.top ?? top) + place.beyond - top)
}

/** Scrolls by the distance that is left, again for a few frames while text that came near takes its real height. */
const settle = (scroller: HTMLElement, distanceLeft: () => number, tries = 4): void => {
  const distance = distanceLeft()
  if (Math.abs(distance) > 1) scroller.scrollTop += distance
  if (tries > 1) requestAnimationFrame(() => settle(scroller, distanceLeft, tries - 1))
}
