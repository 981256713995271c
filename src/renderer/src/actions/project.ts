/** Opening and closing projects, and the long work on a whole one. */

import { Failure } from '../../../core/failure.ts'
import type { PickKind } from '../../../preload/api.ts'
import type { ProjectInfo } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { emptyUi, type Say } from '../app/shell.ts'
import { articlesQuery, historyQuery, projectQuery } from '../data/queries.ts'
import { identify } from './identity.ts'
import { runJob } from './jobs.ts'
import { notify, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'
import { stepDone } from './steps.ts'
import { keepView, recallView } from './view.ts'
import { write } from './writing.ts'

export const openProject = (shell: Shell, handle: string) =>
  enter(
    shell,
    () => shell.desk.openProject(handle),
    ({ t }) => t('project.notOpened'),
  )

export const openSample = (shell: Shell) =>
  enter(
    shell,
    () => shell.desk.openSample(),
    ({ t }) => t('project.sampleNotOpened'),
  )

export const pickProject = async (shell: Shell) => {
  const handle = await pickOne(shell, 'project', shell.t('project.open'), shell.t('project.open.button'))
  if (handle) await openProject(shell, handle)
}

export const newProject = async (shell: Shell) => {
  const { t, desk } = shell
  const handle = await pickOne(
    shell,
    'new-project',
    t('project.new'),
    t('project.new.button'),
    `${t('project.untitled')}.actant`,
  )
  if (handle)
    await enter(
      shell,
      () => desk.createProject(handle),
      ({ t }) => t('project.notCreated'),
    )
}

export const closeProject = async (shell: Shell) => {
  keepView(shell)
  try {
    await shell.desk.closeProject()
    leave(shell)
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('project.notClosed'), error, nothingChanged)
  }
}

export const renameProject = async (shell: Shell, title: string): Promise<boolean> =>
  (await write(
    shell,
    ({ t }) => t('project.notRenamed'),
    () => shell.desk.renameProject(title),
  )) !== undefined

export const saveCopy = async (shell: Shell) => {
  const { t, desk } = shell
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.fileName
  const handle = await pickOne(shell, 'save-copy', t('project.saveCopy'), t('project.saveCopy.button'), name)
  if (!handle) return
  await attempt(
    shell,
    ({ t }) => t('project.copyNotSaved'),
    async () => {
      await runJob(
        shell,
        ({ t }) => t('project.savingCopy'),
        (job) => desk.saveCopy(handle, job),
      )
      notify(shell, {
        tone: 'done',
        title: ({ t }) => t('project.copySaved'),
        body: ({ t }) => t('project.copySaved.body'),
      })
    },
  )
}

export const exportBundle = async (shell: Shell) => {
  const { t, desk } = shell
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const target = await pickGrant(shell, 'export', t('bundle.export'), t('bundle.export.button'), `${name}.bundle.json`)
  if (!target) return
  await attempt(
    shell,
    ({ t }) => t('bundle.notExported'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('bundle.exporting'),
        (job) => desk.exportBundle(target.handle, job),
      )
      stepDone(shell, 4)
      notify(shell, {
        tone: 'done',
        title: ({ t }) => t('bundle.exported', { file: target.name }),
        body: ({ t }) =>
          t('bundle.exported.body', {
            articles: report.articles,
            annotations: report.annotations,
            kilobytes: Math.max(1, Math.round(report.bytes / 1024)),
          }),
        details: report.digest,
      })
    },
  )
}

export const pickBundles = async (shell: Shell) => {
  const { t } = shell
  const grants = await shell.api.pick('bundles', labels(shell, 'bundles', t('bundle.merge'), t('bundle.merge.button')))
  await mergeBundles(
    shell,
    grants.map(({ handle }) => handle),
  )
}

export const mergeBundles = async (shell: Shell, files: string[]) => {
  const { desk, ui, queries } = shell
  if (files.length === 0) return
  const done = await write(
    shell,
    ({ t }) => t('bundle.notMerged'),
    () =>
      runJob(
        shell,
        ({ t }) => t('bundle.merging'),
        (job) => desk.mergeBundles(files, job),
      ),
  )
  if (!done) return
  ui.set({ dialog: { kind: 'merged', report: done.value } })
  if (!ui.get().articleId) {
    await queries.invalidateQueries({ queryKey: articlesQuery(shell).queryKey })
    openArticle(shell, queries.getQueryData(articlesQuery(shell).queryKey)?.[0]?.id)
  }
}

export const validateBundles = async (shell: Shell) => {
  const { t, desk, api, ui } = shell
  const grants = await api.pick('bundles', labels(shell, 'bundles', t('bundle.validate'), t('bundle.validate.button')))
  if (grants.length === 0) return
  const files = grants.map(({ handle }) => handle)
  await attempt(
    shell,
    ({ t }) => t('bundle.notValidated'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('bundle.validating'),
        (job) => desk.validateBundles(files, job),
      )
      ui.set({ dialog: { kind: 'validated', report } })
    },
  )
}

export const checkProject = async (shell: Shell) => {
  const { desk, ui } = shell
  await attempt(
    shell,
    ({ t }) => t('project.notChecked'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('project.checking'),
        (job) => desk.check(job),
      )
      ui.set({ dialog: { kind: 'checked', report } })
    },
  )
}

/** Shows the project that a call opens, at the place where it was left; says so where the call fails. */
export const enter = async (shell: Shell, open: () => Promise<ProjectInfo>, title: Say): Promise<boolean> => {
  const { ui, queries } = shell
  keepView(shell)
  const wasOpen = ui.get().phase === 'open'
  ui.set({ phase: 'opening', damage: [] })
  try {
    const project = await open()
    queries.clear()
    queries.setQueryData(projectQuery(shell).queryKey, project)
    await Promise.all([
      identify(shell),
      recallView(shell, project.id),
      queries.prefetchQuery(articlesQuery(shell)),
      queries.prefetchQuery(historyQuery(shell)),
    ])
    const { articleId, focusId } = shell.view.kept
    const list = queries.getQueryData(articlesQuery(shell).queryKey) ?? []
    const found = list.some(({ id }) => id === articleId)
    shell.saving.set({ savedAt: undefined, problem: undefined })
    ui.set({
      ...emptyUi,
      service: ui.get().service,
      dialog: ui.get().dialog,
      damage: ui.get().damage,
      phase: 'open',
      articleId: found ? articleId : list[0]?.id,
      focusId: found ? focusId : undefined,
    })
    return true
  } catch (error) {
    if (error instanceof Failure && error.code === 'service-gone') {
      // The banner says so, what was on the screen can still be read, and whoever reopens the project goes on from here.
      if (wasOpen) ui.set({ phase: 'open' })
      return false
    }
    notifyFailure(shell, title, error, nothingChanged)
    await stayWhereWeWere(shell)
    return false
  }
}

export const leave = ({ ui, queries, saving }: Shell) => {
  queries.clear()
  saving.set({ savedAt: undefined, problem: undefined })
  ui.set({ ...emptyUi, service: ui.get().service, phase: 'closed' })
}

const stayWhereWeWere = async (shell: Shell) => {
  try {
    await shell.desk.project()
    shell.ui.set({ phase: 'open' })
  } catch (error) {
    // Once the service is back, whoever reopens the project goes on from here.
    if (!(error instanceof Failure && error.code === 'service-gone')) leave(shell)
  }
}

const nothingChanged: Say = ({ t }) => t('problem.nothingChanged')

const attempt = async (shell: Shell, title: Say, run: () => Promise<void>) => {
  try {
    await run()
  } catch (error) {
    notifyFailure(shell, title, error, nothingChanged)
  }
}

const labels = ({ t }: Shell, kind: PickKind, title: string, button: string, defaultName?: string) => ({
  title,
  button,
  allFiles: t('file.all'),
  filter: t(kind === 'bundles' || kind === 'export' ? 'bundle.filter' : 'project.filter'),
  ...(defaultName ? { defaultName } : {}),
})

const pickGrant = async (shell: Shell, kind: PickKind, title: string, button: string, defaultName?: string) =>
  (await shell.api.pick(kind, labels(shell, kind, title, button, defaultName)))[0]

const pickOne = async (...args: Parameters<typeof pickGrant>) => (await pickGrant(...args))?.handle
