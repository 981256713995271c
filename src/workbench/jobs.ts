/** Long work in slices: it tells how far it is, lets others have their turn, and stops where it is asked to. */
import { setImmediate } from 'node:timers/promises'
import { Failure } from '../core/failure.ts'
import type { Steps } from '../core/steps.ts'
import type { Events } from './contract.ts'

export type Job = {
  /** Says how far the work is; cheap to call often. */
  report(done: number, total?: number, subject?: string): void
  /** Gives way where the slice has lasted long enough. Fails with 'cancelled' at once when that was asked for. */
  pause(): Promise<void>
  /** Fails with 'cancelled' when that was asked for. */
  check(): void
  /** Aborted when that was asked for. */
  signal: AbortSignal
}

export type Jobs = {
  run<T>(id: string | undefined, work: (job: Job) => Promise<T>): Promise<T>
  cancel(id: string): void
}

/** Runs steps to their end with the job's pauses; it is told the share that is done. */
export const stepByStep = async <T>(steps: Steps<T>, job: Job): Promise<T> => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    job.report(value, 1)
    await job.pause()
  }
}

/** A frame has 16 ms, and a tag must be committed between two slices. */
const sliceMs = 8
const reportMs = 50

export const createJobs = (emit: (progress: Events['progress']) => void): Jobs => {
  const running = new Map<string, AbortController>()
  return {
    run: async (id, work) => {
      const controller = new AbortController()
      if (id !== undefined) running.set(id, controller)
      const { job, end } = newJob(id, emit, controller.signal)
      try {
        return await work(job)
      } finally {
        end()
        if (id !== undefined) running.delete(id)
      }
    },
    cancel: (id) => running.get(id)?.abort(),
  }
}

const newJob = (
  id: string | undefined,
  emit: (progress: Events['progress']) => void,
  signal: AbortSignal,
): { job: Job; end(): void } => {
  let sliceStart = performance.now()
  let reported = 0
  let latest: Events['progress'] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    reported = performance.now()
    if (latest) emit(latest)
  }
  const check = () => {
    if (signal.aborted) throw new Failure('cancelled')
  }
  const job: Job = {
    check,
    signal,
    report: (done, total, subject) => {
      if (id === undefined) return
      latest = { job: id, done, ...(total !== undefined && { total }), ...(subject !== undefined && { subject }) }
      const wait = done === total ? 0 : reported + reportMs - performance.now()
      if (wait <= 0) tell()
      // What is at work for long must be named, even if it came right after another.
      else timer ??= setTimeout(tell, wait)
    },
    pause: async () => {
      check()
      if (performance.now() - sliceStart < sliceMs) return
      await setImmediate()
      sliceStart = performance.now()
      check()
    },
  }
  return { job, end: () => clearTimeout(timer) }
}
