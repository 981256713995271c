/** A command's time with a project: opened, worked on by somebody, closed, whatever happens in between. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../core/failure.ts'
import type { Identity, ProjectInfo, ValidateReport, Workbench } from '../workbench/contract.ts'
import type { InProcess } from '../workbench/in-process.ts'
import { type Context, remark } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { identify } from './identity.ts'
import { withTemporaryFolder } from './inputs.ts'
import { settingsFile } from './settings-file.ts'
import { Stop, wrongUse } from './stop.ts'

export type Access = { access: 'read' } | { access: 'write'; as?: string | undefined }

/** Opens a project for one piece of work; an interrupt cancels the `job` it is given. */
export const withProject = async <T>(
  context: Context,
  file: string,
  access: Access,
  work: (workbench: Workbench, job: string) => T | Promise<T>,
): Promise<T> => {
  const { progress, signal } = context
  requireProject(context, file)
  const { openWorkbench } = await inProcessModule()
  const { workbench, close } = openWorkbench(file, access.access, inProcess(context))
  const job = randomUUID()
  const cancel = () => workbench.cancel(job)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    if (signal.aborted) throw new Failure('cancelled')
    if (access.access === 'write') await introduce(context, workbench, access.as)
    return await work(workbench, job)
  } finally {
    signal.removeEventListener('abort', cancel)
    progress.clear()
    close()
  }
}

/** A project for the time of one piece of work, that nobody sees: in a temporary folder, which goes with it. */
export const withTemporaryProject = <T>(
  context: Context,
  title: string,
  work: (workbench: Workbench, job: string) => T | Promise<T>,
): Promise<T> =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'project.actant')
    await createProject(context, file, title)
    return withProject(context, file, { access: 'write' }, work)
  })

/** Says how to make one where there is none; called before anything else is read. */
export const requireProject = ({ t }: Context, file: string): void => {
  if (!existsSync(file)) throw new Stop('no-project', t('cli.noProject', { file }), exitCodes.failed)
}

/** Creates a project file. A file that is there is never replaced. */
export const createProject = async (
  context: Context,
  file: string,
  title: string | undefined,
): Promise<ProjectInfo> => {
  const { createWorkbenchFile } = await inProcessModule()
  try {
    const { workbench, close } = createWorkbenchFile(file, title, inProcess(context))
    try {
      return workbench.project()
    } finally {
      close()
    }
  } catch (error) {
    const exists = error instanceof Failure && error.code === 'file' && error.params['reason'] === 'exists'
    if (!exists) throw error
    throw new Stop('exists', context.t('cli.new.exists', { file }), exitCodes.failed)
  }
}

/** Whether bundles can be trusted, without a project; an interrupt ends it. */
export const validateFiles = async (context: Context, files: string[]): Promise<ValidateReport> => {
  const module = await inProcessModule()
  try {
    return await module.validateFiles(files, inProcess(context), context.signal)
  } finally {
    context.progress.clear()
  }
}

// Loaded when it is needed: help and wrong use are answered without SQLite.
const inProcessModule = () => import('../workbench/in-process.ts')

const inProcess = ({ progress }: Context): InProcess => ({
  program: 'actant command line',
  emit: (event, data) => {
    if (event === 'progress' && 'done' in data) progress.show(data)
  },
})

const introduce = async (context: Context, workbench: Workbench, as: string | undefined) =>
  workbench.identify(await whoWorks(context, as))

/** Whoever `--as` names, else whoever works on this machine. */
export const whoWorks = async (context: Context, as: string | undefined): Promise<Identity> => {
  if (as !== undefined && as.trim() === '') throw wrongUse(context.t('cli.usage.emptyName'))
  const { newId, stateFolder } = await inProcessModule()
  const options = { as: as?.trim(), settingsFile: settingsFile(context.env), stateFolder: stateFolder(), newId }
  const { identity, kept } = identify(options)
  if (!kept) await remark(context, context.t('cli.identity.notKept'))
  return identity
}
