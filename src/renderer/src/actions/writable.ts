import type { Shell } from '../app/shell.ts'
import { projectQuery } from '../data/queries.ts'
import { announce } from './notices.ts'

/** Whether something can be written now. */
export const isWritable = (shell: Shell): boolean =>
  shell.ui.get().service === 'ready' && shell.queries.getQueryData(projectQuery(shell).queryKey)?.access === 'write'

/** The same, and says why not. */
export const writable = (shell: Shell): boolean => {
  if (isWritable(shell)) return true
  const why = shell.ui.get().service === 'ready' ? 'project.readOnly' : 'service.gone.short'
  announce(shell, ({ t }) => t(why))
  return false
}
