/** Finding words in the article on the screen. */
import type { Shell } from '../app/shell.ts'

export const FIND_FIELD = 'find-field'

export const focusFind = () => {
  const field = document.getElementById(FIND_FIELD)
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

export const find = ({ ui, editor }: Shell, query: string) => {
  const state = editor.current?.find(query) ?? { total: 0, current: 0 }
  ui.set({ find: { query, ...state } })
}

export const findStep = (shell: Shell, step: 1 | -1) => {
  const { ui, editor } = shell
  const { query } = ui.get().find
  if (!query) return focusFind()
  const state = editor.current?.findStep(step)
  if (state) ui.set({ find: { query, ...state } })
}

/** Ends the search; the hit it stopped at becomes the selection, and the keyboard goes back to the text. */
export const endFind = ({ ui, editor }: Shell) => {
  ui.set({ find: { query: '', total: 0, current: 0 } })
  editor.current?.endFind()
  editor.current?.focusText()
}
