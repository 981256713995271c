/** A project in a temporary folder, and the workbench over it, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { closeProject, createProject, type OpenOptions, openProject, type Project } from '../../src/store/open.ts'
import type { Events, Workbench } from '../../src/workbench/contract.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'

export const anna = { id: '01990000-0000-7000-8000-00000000a001', name: 'Анна' }
export const boris = { id: '01990000-0000-7000-8000-00000000b002', name: 'Борис' }

export const circumstances = { program: 'test', now: () => new Date(), newId: (): string => v7() }

/** A folder of its own, with a state folder inside, so that nothing of the machine's is touched. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'actant-test-'))
  const before = process.env['ACTANT_STATE_DIR']
  process.env['ACTANT_STATE_DIR'] = join(folder, 'state')
  onTestFinished(() => {
    if (before === undefined) delete process.env['ACTANT_STATE_DIR']
    else process.env['ACTANT_STATE_DIR'] = before
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export type Opened = { project: Project; workbench: Workbench; events: Events['changed'][]; close(): void }

export const opened = (project: Project): Opened => {
  const events: Events['changed'][] = []
  const workbench = createWorkbench({
    project,
    ...circumstances,
    emit: (event, data) => {
      if (event === 'changed' && 'kinds' in data) events.push(data)
    },
  })
  onTestFinished(() => closeProject(project))
  return { project, workbench, events, close: () => closeProject(project) }
}

export const newProject = (
  path = join(temporaryFolder(), 'проект.actant'),
  title?: string,
): Opened & { path: string } => ({
  ...opened(createProject(path, { ...circumstances, ...(title !== undefined && { title }) })),
  path,
})

export const reopened = (path: string, mode: OpenOptions['mode'] = 'write'): Opened =>
  opened(openProject(path, { ...circumstances, mode }))
