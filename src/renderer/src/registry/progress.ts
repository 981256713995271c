/** How far one is with an article. */
import type { Progress } from '../../../core/records.ts'
import { announce } from '../actions/notices.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import type { Shell } from '../app/shell.ts'
import { articlesQuery } from '../data/queries.ts'

export type ProgressState = Progress['state']

export const progressStates = ['todo', 'doing', 'done'] as const satisfies readonly ProgressState[]

/** Where nothing was said, nothing was begun. */
export const progressOf = (shell: Shell, articleId: string | undefined): ProgressState =>
  shell.queries.getQueryData(articlesQuery(shell).queryKey)?.find(({ id }) => id === articleId)?.progress ?? 'todo'

export const setProgress = async (shell: Shell, articleId: string, state: ProgressState) => {
  if (!writable(shell)) return
  const done = await write(
    shell,
    ({ t }) => t('progress.notSet'),
    () => shell.desk.setProgress(articleId, state),
  )
  if (done) announce(shell, ({ t }) => t('progress.said', { state }))
}

/** To do, in work, done, and to do again. */
export const nextProgress = async (shell: Shell, articleId: string) => {
  const at = progressStates.indexOf(progressOf(shell, articleId))
  await setProgress(shell, articleId, progressStates[(at + 1) % progressStates.length] ?? 'todo')
}
