/** Where the window was, as far as there is still a screen there. */
export type Rectangle = { x: number; y: number; width: number; height: number }

export const SMALLEST = { width: 720, height: 480 }
const FIRST = { width: 1280, height: 800 }
/** So much of the window must be on a screen for it to be found and dragged. */
const GRIP = { width: 120, height: 40 }

/** Bounds for a new window; without a position where the system is to choose one. */
export const placeWindow = (
  kept: Rectangle | undefined,
  screens: Rectangle[],
): { width: number; height: number; x?: number; y?: number } => {
  const screen = kept && screens.find((area) => isReachable(kept, area))
  if (!kept || !screen) return FIRST
  const width = clamp(kept.width, SMALLEST.width, Math.max(screen.width, SMALLEST.width))
  const height = clamp(kept.height, SMALLEST.height, Math.max(screen.height, SMALLEST.height))
  return { x: kept.x, y: kept.y, width, height }
}

/** The title bar is at the top, so its corner counts, not any overlap. */
const isReachable = (window: Rectangle, screen: Rectangle) => {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const fromTop = window.y - screen.y
  return across >= GRIP.width && fromTop >= 0 && fromTop <= screen.height - GRIP.height
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
