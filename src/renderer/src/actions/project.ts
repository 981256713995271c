/** Opening, renaming and closing projects. */

import { Failure } from '../../../core/failure.ts'
import type { ProjectInfo } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { emptyUi, type Say } from '../app/shell.ts'
import { articlesQuery, blindQuery, historyQuery, projectQuery } from '../data/queries.ts'
import { mayLeaveDrafts } from './drafts.ts'
import { identify } from './identity.ts'
import { endQueue } from './mention-queue.ts'
import { finishMoving } from './moving.ts'
import { nothingChanged, notifyFailure } from './notices.ts'
import { pickOne } from './picking.ts'
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
  const grant = await pickOne(shell, 'project', shell.t('project.open'), shell.t('project.open.button'))
  if (grant) await openProject(shell, grant.handle)
}

export const newProject = async (shell: Shell) => {
  const { t, desk } = shell
  const grant = await pickOne(
    shell,
    'new-project',
    t('project.new'),
    t('project.new.button'),
    `${t('project.untitled')}.actant`,
  )
  if (grant)
    await enter(
      shell,
      () => desk.createProject(grant.handle),
      ({ t }) => t('project.notCreated'),
    )
}

export const closeProject = async (shell: Shell) => {
  if (!(await mayLeaveDrafts(shell))) return
  keepView(shell)
  await finishMoving(shell)
  try {
    await endQueue(shell)
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

/** Shows the project that a call opens, at the place where it was left; says so where the call fails. */
export const enter = async (shell: Shell, open: () => Promise<ProjectInfo>, title: Say): Promise<boolean> => {
  const { ui, queries } = shell
  if (!(await mayLeaveDrafts(shell))) return false
  keepView(shell)
  await finishMoving(shell)
  await endQueue(shell)
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
      queries.prefetchQuery(blindQuery(shell)),
    ])
    shell.drafts.clear()
    const { articleId, focusId, drafts } = shell.view.kept
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
      correcting: drafts.map((draft) => draft.articleId),
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

export const leave = ({ ui, queries, saving, drafts }: Shell) => {
  queries.clear()
  drafts.clear()
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
