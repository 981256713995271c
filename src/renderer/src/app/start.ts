/** The window's life outside of React: what is opened first, and what happens to it from outside. */

import { Failure } from '../../../core/failure.ts'
import type { Start } from '../../../preload/api.ts'
import { mayLeaveDrafts } from '../actions/drafts.ts'
import { takeFiles } from '../actions/files.ts'
import { identify } from '../actions/identity.ts'
import { endQueue } from '../actions/mention-queue.ts'
import { finishMoving } from '../actions/moving.ts'
import { notifyFailure } from '../actions/notices.ts'
import { enter, leave, openProject, openSample } from '../actions/project.ts'
import { keepView } from '../actions/view.ts'
import { historyQuery, projectQuery } from '../data/queries.ts'
import type { Shell } from './shell.ts'

/** Opens what the start names: a project, or the sample where nothing was ever opened. */
export const openFirst = async (shell: Shell, { project, files, firstStart }: Start) => {
  await identify(shell).catch(() => {})
  if (project) await openProject(shell, project.handle)
  else if (firstStart) await openSample(shell)
  if (shell.ui.get().phase === 'starting') leave(shell)
  shell.api.ready()
  if (files.length > 0) await takeFiles(shell, files)
}

/** A bug where nobody caught it is said, not swallowed. */
export const followBugs = (shell: Shell) => {
  window.addEventListener('unhandledrejection', ({ reason }) =>
    notifyFailure(
      shell,
      ({ t }) => t('problem.unexpected'),
      reason,
      ({ t }) => t('problem.earlierSafe'),
    ),
  )
}

export const followWorld = (shell: Shell) => {
  const { api, ui } = shell
  api.onService((service) => ui.set({ service }))
  api.onFiles((grants) => void takeFiles(shell, grants))
  api.onClosing(async () => {
    keepView(shell)
    await finishWrites(shell)
    return mayLeaveDrafts(shell)
  })
  shell.on('findings', ({ findings }) => ui.set({ damage: findings }))
}

/** The service was started anew, and with it the project that was open: what is on the screen stays and is fetched again. */
export const reopen = async (shell: Shell) => {
  const { ui, desk } = shell
  await identify(shell).catch(() => {})
  ui.set({ service: 'ready' })
  const { phase } = ui.get()
  if (phase === 'open' && (await refetch(shell))) return
  if (phase !== 'open' && phase !== 'opening') return
  await enter(
    shell,
    () => desk.project(),
    ({ t }) => t('project.notOpened'),
  )
}

/** Fetches everything on the screen again; false where another project is open now, or none. */
const refetch = async (shell: Shell): Promise<boolean> => {
  const { desk, queries } = shell
  const { queryKey } = projectQuery(shell)
  try {
    const project = await desk.project()
    if (project.id !== queries.getQueryData(queryKey)?.id) return false
    queries.setQueryData(queryKey, project)
    await Promise.all([queries.invalidateQueries(), queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 })])
    return true
  } catch (error) {
    // Dead again: the next port brings us back here.
    return error instanceof Failure && error.code === 'service-gone'
  }
}

const LONGEST = 3_000

/** Writes what still waits to be written, and waits until everything is acknowledged, or has had its time. */
const finishWrites = (shell: Shell) =>
  Promise.race([
    endQueue(shell)
      .then(() => finishMoving(shell))
      .then(() => settled(shell)),
    new Promise<void>((resolve) => setTimeout(resolve, LONGEST)),
  ])

/** Waits until no write is under way. */
const settled = ({ saving }: Shell) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (saving.get().pending > 0) return
      stop()
      resolve()
    }
    const stop = saving.subscribe(look)
    look()
  })
