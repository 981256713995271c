/** When a command can be run. */

import { isCorrecting } from '../actions/drafts.ts'
import { isWritable } from '../actions/writable.ts'
import type { Shell } from '../app/shell.ts'

export const projectOpen = ({ ui }: Shell): boolean => ui.get().phase === 'open' && ui.get().service === 'ready'

export const projectWritable = (shell: Shell): boolean => projectOpen(shell) && isWritable(shell)

export const articleOpen = (shell: Shell): boolean => projectOpen(shell) && shell.ui.get().articleId !== undefined

export const annotationFocused = (shell: Shell): boolean => articleOpen(shell) && shell.ui.get().focusId !== undefined

export const annotationWritable = (shell: Shell): boolean => annotationFocused(shell) && isWritable(shell)

/** Undo and redo are those of the text that is typed over. */
export const typing = (shell: Shell): boolean =>
  articleOpen(shell) && shell.ui.get().area === 'text' && isCorrecting(shell)
