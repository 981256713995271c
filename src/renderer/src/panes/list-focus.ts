import type { MouseEvent } from 'react'

/** A press on a row leaves the keyboard with the list around it; fields and buttons in the row take it as ever. */
export const keepFocusInList = (event: MouseEvent<HTMLElement>) => {
  const { target, currentTarget } = event
  if (target === currentTarget || !(target instanceof Element)) return
  if (target.closest('input, textarea, select, button, label')) return
  event.preventDefault()
  currentTarget.focus({ preventScroll: true })
}
