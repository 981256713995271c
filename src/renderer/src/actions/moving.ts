/** Boundaries that were moved: painted, counted as not yet saved, and written after a pause or before anything else is. */
import type { Moving, Shell } from '../app/shell.ts'

// Long enough for one more press of a key, short enough not to be waited for.
const PAUSE = 400

/** Takes the place of what was moved before, and is one undo step with it. While the mouse is down nothing is written. */
export const holdMoving = (shell: Shell, next: Moving, until: 'pause' | 'released') => {
  const { moving, saving } = shell
  if (!moving.current) saving.set({ pending: saving.get().pending + 1 })
  moving.current = next
  clearTimeout(moving.timer)
  if (until === 'pause') moving.timer = setTimeout(() => void finishMoving(shell), PAUSE)
}

/** Writes what was moved, and waits for it. */
export const finishMoving = async (shell: Shell): Promise<void> => {
  const { moving } = shell
  const held = release(shell)
  if (held) moving.underWay = held.write().finally(() => settled(shell))
  await moving.underWay
}

/** Puts back what was moved and not written. */
export const dropMoving = (shell: Shell) => {
  const held = release(shell)
  if (!held) return
  held.settle([held.before])
  settled(shell)
}

const release = ({ moving }: Shell): Moving | undefined => {
  const { current } = moving
  clearTimeout(moving.timer)
  moving.current = undefined
  return current
}

const settled = ({ saving }: Shell) => saving.set({ pending: saving.get().pending - 1 })
