/** The window's areas: going from one to the next by key, folding the panes. */
import type { Area, Shell } from '../app/shell.ts'

const order: readonly Area[] = ['articles', 'text', 'annotations', 'other']

// Below these widths (CSS pixels, so that zooming counts) a pane lies over the text instead of beside it.
const NARROW = { left: 720, right: 900 }

export type Side = 'left' | 'right'

/** Whether the pane has no room beside the text. */
export const isDrawer = (side: Side): boolean => window.innerWidth < NARROW[side]

export const isShown = ({ layout, ui }: Shell, side: Side): boolean =>
  isDrawer(side) ? ui.get().drawer === side : layout.get()[side].open

export const togglePane = (shell: Shell, side: Side) => {
  const shown = isShown(shell, side)
  const hadFocus = shell.ui.get().area === areaOf(side)
  if (isDrawer(side)) {
    shell.ui.set({ drawer: shown ? undefined : side })
    if (!shown) setTimeout(() => focusArea(shell, areaOf(side)))
  } else shell.layout.set({ [side]: { ...shell.layout.get()[side], open: !shown } })
  if (shown && hadFocus) shell.editor.current?.focusText()
}

export const showPane = (shell: Shell, side: Side) => {
  if (!isShown(shell, side)) togglePane(shell, side)
}

/** Puts the keyboard into the next (1) or previous (-1) area that is there. */
export const focusNeighbourArea = (shell: Shell, direction: 1 | -1) => {
  const from = order.indexOf(shell.ui.get().area)
  for (let distance = 1; distance <= order.length; distance += 1) {
    const area = order[(from + direction * distance + order.length * 2) % order.length]
    if (area && focusArea(shell, area)) return
  }
}

export const focusArea = (shell: Shell, area: Area): boolean => {
  if (area === 'text' && shell.editor.current) {
    shell.editor.current.focusText()
    return true
  }
  const root = document.querySelector(`[data-area="${area}"]`)
  const target =
    root?.querySelector<HTMLElement>('[data-entry]') ??
    root?.querySelector<HTMLElement>('button:not(:disabled), input, [tabindex="0"]')
  target?.focus()
  return Boolean(target)
}

/** Where what had the keyboard is gone, the area it was in has it, else the text or the list of articles. */
export const giveKeyboardBack = (shell: Shell, to?: Area) =>
  setTimeout(() => {
    if (!isKeyboardLost() || document.querySelector('dialog[open]')) return
    const { area } = shell.ui.get()
    const first = to ?? (area === 'other' ? 'text' : area)
    const order: Area[] = [first, 'text', 'articles']
    order.some((one) => focusArea(shell, one))
  })

/** Nothing has the keyboard: what had it was taken away or can no longer be pressed. */
export const isKeyboardLost = (): boolean => document.activeElement === document.body

const areaOf = (side: Side): Area => (side === 'left' ? 'articles' : 'annotations')
