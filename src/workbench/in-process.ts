/** The workbench without a service around it: a project opened for one piece of work in this process. Only articles' files are read elsewhere. */
import { v7 } from 'uuid'
import { stateFolder } from '../store/machine.ts'
import { closeProject, createProject, openProject, type Project } from '../store/open.ts'
import { validateBundles } from './bundle-files.ts'
import type { Events, ValidateReport, Workbench } from './contract.ts'
import { createJobs } from './jobs.ts'
import { createReaderPool } from './reader-pool.ts'
import { startReaderProcess } from './reader-process.ts'
import { createWorkbench } from './workbench.ts'

export { stateFolder }

export type InProcess = {
  /** How the lease names this program to others. */
  program: string
  emit<K extends keyof Events>(event: K, data: Events[K]): void
}

export type OpenWorkbench = {
  workbench: Workbench
  /** Makes the project one file again. */
  close(): void
}

export const newId = (): string => v7()

const now = () => new Date()

/** Opens a project by its path. Fails as `openProject` of the store does. */
export const openWorkbench = (path: string, mode: 'write' | 'read', { program, emit }: InProcess): OpenWorkbench =>
  around(openProject(path, { mode, program, now, newId }), emit)

/** Creates an empty project under exactly this path. Fails with 'file', reason 'exists', where a file is there. */
export const createWorkbenchFile = (
  path: string,
  title: string | undefined,
  { program, emit }: InProcess,
): OpenWorkbench => around(createProject(path, { program, now, newId, ...(title !== undefined && { title }) }), emit)

/** Validates bundles without any project; `signal` cancels it. */
export const validateFiles = (
  files: string[],
  { emit }: Pick<InProcess, 'emit'>,
  signal: AbortSignal,
): Promise<ValidateReport> => {
  const jobs = createJobs((progress) => emit('progress', progress))
  const job = newId()
  signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
  return jobs.run(job, (run) => validateBundles((file) => file, files, run))
}

const around = (project: Project, emit: InProcess['emit']): OpenWorkbench => {
  const readers = createReaderPool(startReaderProcess)
  return {
    workbench: createWorkbench({ project, now, newId, emit, readFile: readers.read }),
    close() {
      readers.end()
      closeProject(project)
    },
  }
}
