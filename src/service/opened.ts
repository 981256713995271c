/** The one project that is open: put in another's place, worked on, checked in the background, closed. */
import { realpathSync } from 'node:fs'
import { Failure } from '../core/failure.ts'
import { closeProject, createProject, openProject, type Project } from '../store/open.ts'
import type { Events, Identity, ProjectInfo, Workbench } from '../workbench/contract.ts'
import type { ReadFile } from '../workbench/read-content.ts'
import { createWorkbench } from '../workbench/workbench.ts'

export type Surroundings = {
  /** How the project's lease names this program to others. */
  program: string
  now(): Date
  newId(): string
  emit<K extends keyof Events>(event: K, data: Events[K]): void
  /** Reads articles' files; in this process, where nothing else is given. */
  readFile?: ReadFile
  /** Told the path of the project that is open now, or nothing. */
  onProject(path: string | undefined): void
}

export type Opened = {
  /** Fails with 'no-project'. */
  workbench(): Workbench
  /** Long work: closing the project cancels it and waits for its end. */
  run<T>(job: string | undefined, work: (workbench: Workbench, job: string) => Promise<T>): Promise<T>
  /** Puts a project in place of the open one, which stays where the other cannot be opened. */
  open(path: string): Promise<ProjectInfo>
  create(path: string, title?: string): Promise<ProjectInfo>
  /** Who works, in this project and those opened later. */
  identify(me: Identity): void
  close(): Promise<void>
  /** Closes the project because the process ends: it counts as the one to open next time. */
  end(): Promise<void>
}

/** The window has just asked for everything it shows; the check can wait. */
const CHECK_AFTER_MS = 2_000

type Current = { project: Project; workbench: Workbench; jobs: Map<string, Promise<unknown>>; check: NodeJS.Timeout }

export const createOpened = ({ program, now, newId, emit, readFile, onProject }: Surroundings): Opened => {
  let open: Current | undefined
  let me: Identity | undefined
  /** Jobs nobody asked for: their progress is not told. */
  const quiet = new Set<string>()

  const current = () => {
    if (!open) throw new Failure('no-project')
    return open
  }

  const begin = (project: Project): ProjectInfo => {
    const workbench = createWorkbench({
      project,
      now,
      newId,
      ...(readFile && { readFile }),
      keepsBlind: true,
      emit: (event, data) => {
        if (!('job' in data && quiet.has(data.job))) emit(event, data)
      },
    })
    if (me) workbench.identify(me)
    const jobs = new Map()
    const began: Current = { project, workbench, jobs, check: setTimeout(() => void checkNow(began), CHECK_AFTER_MS) }
    open = began
    onProject(project.path)
    return workbench.project()
  }

  const end = async () => {
    const ending = open
    if (!ending) return
    open = undefined
    clearTimeout(ending.check)
    for (const job of ending.jobs.keys()) ending.workbench.cancel(job)
    await Promise.allSettled(ending.jobs.values())
    closeProject(ending.project)
  }

  const runIn = async <T>(of: Current, job: string, work: (workbench: Workbench, job: string) => Promise<T>) => {
    const result = work(of.workbench, job)
    of.jobs.set(job, result)
    try {
      return await result
    } finally {
      of.jobs.delete(job)
    }
  }

  const checkNow = async (of: Current) => {
    const job = newId()
    quiet.add(job)
    try {
      const { ok, findings } = await runIn(of, job, (workbench) => workbench.check(job))
      if (!ok && open === of) emit('findings', { findings })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    } finally {
      quiet.delete(job)
    }
  }

  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: each of them waits for the end of the project before. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const result = turn.then(change)
    turn = result.catch(() => {})
    return result
  }

  return {
    workbench: () => current().workbench,
    run: (job, work) => runIn(current(), job ?? newId(), work),
    open: (path) =>
      inTurn(async () => {
        if (open && open.project.path === realPath(path)) {
          if (open.project.access === 'write') return open.workbench.project()
          // Whoever held it may have let go by now.
          await end()
        }
        const project = openProject(path, { mode: 'either', program, now, newId })
        await end()
        return begin(project)
      }),
    create: (path, title) =>
      inTurn(async () => {
        const project = createProject(path, { program, now, newId, ...(title !== undefined && { title }) })
        await end()
        return begin(project)
      }),
    identify(who) {
      me = who
      open?.workbench.identify(who)
    },
    close: () =>
      inTurn(async () => {
        await end()
        onProject(undefined)
      }),
    end: () => inTurn(end),
  }
}

/** Where a path leads, as open projects know their own; what leads nowhere fails on opening, with its reason. */
const realPath = (path: string) => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
