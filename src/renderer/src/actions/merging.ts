/** Bundles coming in: looked into first, then merged, and taken back as one. */
import type { Shell } from '../app/shell.ts'
import { articlesQuery, historyQuery } from '../data/queries.ts'
import { runJob } from './jobs.ts'
import { announce, nothingChanged, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'
import { pickLabels } from './picking.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const pickBundles = async (shell: Shell) => {
  const { t } = shell
  const grants = await shell.api.pick(
    'bundles',
    pickLabels(shell, 'bundles', t('bundle.merge'), t('bundle.merge.button')),
  )
  await previewBundles(
    shell,
    grants.map(({ handle }) => handle),
  )
}

/** Shows what merging these files would do; from there they are merged. */
export const previewBundles = async (shell: Shell, files: string[]) => {
  const { desk, ui } = shell
  if (files.length === 0 || !writable(shell)) return
  try {
    const report = await runJob(
      shell,
      ({ t }) => t('merge.previewing'),
      (job) => desk.previewMerge(files, job),
    )
    ui.set({ dialog: { kind: 'mergePreview', files, report } })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('merge.notPreviewed'), error, nothingChanged)
  }
}

export const mergeBundles = async (shell: Shell, files: string[]) => {
  const { desk, ui, queries } = shell
  const done = await write(
    shell,
    ({ t }) => t('bundle.notMerged'),
    () =>
      runJob(
        shell,
        ({ t }) => t('bundle.merging'),
        async (job) => {
          const before = (await desk.history()).undo?.id
          return { before, report: await desk.mergeBundles(files, job) }
        },
      ),
  )
  if (!done) return
  ui.set({ dialog: { kind: 'merged', ...done.value } })
  if (!ui.get().articleId) {
    await queries.invalidateQueries({ queryKey: articlesQuery(shell).queryKey })
    openArticle(shell, queries.getQueryData(articlesQuery(shell).queryKey)?.[0]?.id)
  }
}

/**
 * Takes back the merges that were made after a step, the latest first.
 * @param before the step that stood last when they began, if there was one
 */
export const undoMerge = async (shell: Shell, before: number | undefined) => {
  const { desk, queries } = shell
  const done = await write(
    shell,
    ({ t }) => t('merge.notUndone'),
    async () => {
      for (;;) {
        const { undo } = await desk.history()
        if (!undo || undo.id === before || undo.action !== 'bundle.merge') return
        await desk.undo()
      }
    },
  )
  await queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 })
  if (done) announce(shell, ({ t }) => t('merge.undone'))
}
