/** Undo and redo: the view goes to where it happens, and what happened is said. */

import type { StepInfo } from '../../../workbench/contract.ts'
import { stepName } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { articleQuery, historyQuery } from '../data/queries.ts'
import { finishMoving } from './moving.ts'
import { announce } from './notices.ts'
import { openArticle } from './open-article.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const travel = async (shell: Shell, direction: 'undo' | 'redo') => {
  const { desk, queries, annotations, ui } = shell
  // While a text is corrected, what was typed comes first; steps before that are taken back elsewhere in the window.
  if (ui.get().area === 'text' && shell.editor.current?.travel(direction)) return
  if (!writable(shell)) return
  // What was moved last is the last step, also while it waits to be written.
  if (shell.moving.current) {
    await finishMoving(shell)
    await queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 })
  }
  const next = queries.getQueryData(historyQuery(shell).queryKey)?.[direction]
  // Before it happens: what goes away is seen going.
  if (next?.action.startsWith('annotation.')) show(shell, next)
  const done = await write(
    shell,
    ({ t }) => t(direction === 'undo' ? 'history.notUndone' : 'history.notRedone'),
    () => (direction === 'undo' ? desk.undo() : desk.redo()),
  )
  if (!done) return
  // At once, and not with the next batch of changes: the way back is open as soon as the step is done.
  await queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 })
  const step = done.value
  if (!step)
    return announce(shell, ({ t }) => t(direction === 'undo' ? 'history.nothingToUndo' : 'history.nothingToRedo'))
  if (step.articleId && (await desk.articles([step.articleId])).length > 0) {
    if (step.action === 'article.correct')
      await queries.fetchQuery({ ...articleQuery(shell, step.articleId), staleTime: 0 })
    await annotations.refresh(step.articleId, step.annotationIds)
    show(shell, step)
  }
  announce(shell, (words) =>
    words.t(direction === 'undo' ? 'history.undone' : 'history.redone', { step: stepName(words, step) }),
  )
  const { articleId, focusId } = ui.get()
  if (articleId && focusId && !annotations.rows(articleId).some(({ id }) => id === focusId)) {
    ui.set({ focusId: undefined, editId: undefined })
  }
}

const show = (shell: Shell, { articleId, annotationIds }: StepInfo) => {
  if (!articleId) return
  const [first] = annotationIds
  if (articleId !== shell.ui.get().articleId) return openArticle(shell, articleId, first)
  if (!first || !shell.annotations.rows(articleId).some(({ id }) => id === first)) return
  shell.ui.set({ focusId: first })
  shell.editor.current?.scrollToAnnotation(first)
}
