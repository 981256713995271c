import type { Annotation } from '../../../core/annotation.ts'
import type { Shell } from '../app/shell.ts'
import { chainBefore } from '../forms/chain.ts'
import { changeAnnotation, editAnnotation } from './annotations.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'

type Spoken = Exclude<Annotation, { type: 'actor' }>

/** The annotation in focus, where it is one that somebody says. */
export const focusedSpoken = (shell: Shell): Spoken | undefined => {
  const { articleId, focusId } = shell.ui.get()
  const row = articleId ? shell.annotations.rows(articleId).find(({ id }) => id === focusId) : undefined
  return row && row.type !== 'actor' ? row : undefined
}

/** Opens the form where it is said according to whom. */
export const editChain = (shell: Shell) => {
  const row = focusedSpoken(shell)
  if (row) editAnnotation(shell, row.id, 'chain')
  else announce(shell, ({ t }) => t('chain.onlyClaims'))
}

/** Gives the annotation in focus the chain of the nearest one before it. */
export const takeChainBefore = async (shell: Shell) => {
  const row = focusedSpoken(shell)
  if (!row) return announce(shell, ({ t }) => t('chain.onlyClaims'))
  if (!writable(shell)) return
  const rows = shell.annotations.rows(row.articleId)
  const attribution = chainBefore(rows, row)
  if (!attribution) return announce(shell, ({ t }) => t('chain.same.none'))
  await changeAnnotation(shell, row, { body: { ...row.body, attribution } })
}
