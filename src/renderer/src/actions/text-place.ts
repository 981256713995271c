/** Views that stand in the place of the text. */
import type { Shell } from '../app/shell.ts'
import { showText } from '../app/show-text.ts'
import { focusArea } from './areas.ts'
import { endQueue } from './mention-queue.ts'
import { keepView } from './view.ts'

/** Makes room for such a view, in place of the text or another one. */
export const takeTextPlace = (shell: Shell) => {
  showText(shell)
  void endQueue(shell)
  keepView(shell)
  // The keyboard goes where the view is.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  shell.ui.set({ linking: undefined, selection: undefined, area: 'text', drawer: undefined })
}

export const leaveToText = (shell: Shell) => {
  showText(shell)
  setTimeout(() => focusArea(shell, 'text'))
}
