/** Picking words in the text, for a form that is open and waits meanwhile, or for the annotation in focus. */
import type { Span } from '../../../core/span.ts'
import type { Say, Shell } from '../app/shell.ts'
import { isCorrecting } from './drafts.ts'
import { announce } from './notices.ts'

/**
 * @param done called with the words, or with none where the analyst leaves them out
 * @param how what to do, said once
 */
export const pickWords = (
  shell: Shell,
  done: (words: Span | undefined) => void,
  how: Say = ({ t }) => t('pick.how'),
) => {
  if (isCorrecting(shell)) return announce(shell, ({ t }) => t('correct.first'))
  shell.ui.set({ pick: { done } })
  announce(shell, how)
  shell.editor.current?.focusText()
}

export const endPick = (shell: Shell, words: Span | undefined, how: 'taken' | 'left') => {
  const { pick } = shell.ui.get()
  if (!pick) return
  if (how === 'taken' && !words) return announce(shell, ({ t }) => t('pick.nothing'))
  shell.ui.set({ pick: undefined })
  pick.done(words)
}
