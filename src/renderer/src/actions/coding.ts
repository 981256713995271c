/** Giving codes to the annotation in focus, by keys. */
import type { Code } from '../../../core/codebook.ts'
import type { Shell } from '../app/shell.ts'
import { codebookOf, labelOf, show } from '../codebook/codebook.ts'
import { changeAnnotation } from './annotations.ts'
import { showPane } from './areas.ts'
import { focusedRow } from './focus.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'

/** Opens the codes that the annotation in focus can be given. */
export const openCodePicker = (shell: Shell) => {
  const row = focusedRow(shell)
  if (!row || !writable(shell)) return
  if (codebookOf(shell).codes.some(({ type }) => type === row.type)) show(shell, { kind: 'picker' })
  else announce(shell, ({ t }) => t('codes.none', { type: row.type }))
}

/** Gives the annotation in focus a code, or takes it back; one step of the history. */
export const toggleCode = async (shell: Shell, code: Code) => {
  const row = focusedRow(shell)
  if (!row || row.type !== code.type) return announce(shell, ({ t }) => t('codes.focusFirst'))
  if (!writable(shell)) return
  const has = row.codes.includes(code.id)
  announce(shell, ({ t }) => t(has ? 'codes.taken' : 'codes.given', { name: labelOf(shell, code) }))
  const codes = has ? row.codes.filter((id) => id !== code.id) : [...row.codes, code.id]
  await changeAnnotation(shell, row, { codes })
}

/** Shows the definitions of the codes beside the text, or puts them away. */
export const toggleGuide = (shell: Shell) => {
  const { layout } = shell
  const guide = !layout.get().guide
  layout.set({ guide })
  if (guide) showPane(shell, 'right')
}
