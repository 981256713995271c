/** The sample project: made once from the bundle that comes with the program, then an ordinary project. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../core/failure.ts'
import { closeProject, createProject } from '../store/open.ts'
import { createWorkbench } from '../workbench/workbench.ts'

export type Sample = { project: string; bundle: string }

/** Makes the sample project where there is none: under another name first, so that it is never half there. */
export const ensureSample = async ({ project, bundle }: Sample, now: () => Date, newId: () => string) => {
  if (existsSync(project)) return
  mkdirSync(dirname(project), { recursive: true })
  const draft = `${project}-${newId()}.actant`
  try {
    const made = createProject(draft, { program: 'actant', now, newId })
    try {
      const { files } = await createWorkbench({ project: made, now, newId }).mergeBundles([bundle])
      if (files.some(({ outcome }) => outcome === 'refused')) throw new Failure('refused-bundle', { file: bundle })
    } finally {
      closeProject(made)
    }
    renameSync(draft, project)
  } finally {
    rmSync(draft, { force: true })
  }
}
