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
  const cancelled = new Map<string, boolean>()
  return {
    run: async (id, work) => {
      if (id !== undefined) cancelled.set(id, false)
      try {
        return await work(newJob(id, emit, () => id !== undefined && cancelled.get(id) === true))
      } finally {
        if (id !== undefined) cancelled.delete(id)
      }
    },
    cancel: (id) => {
      if (cancelled.has(id)) cancelled.set(id, true)
    },
  }
}

const newJob = (
  id: string | undefined,
  emit: (progress: Events['progress']) => void,
  isCancelled: () => boolean,
): Job => {
  let sliceStart = performance.now()
  let reported = 0
  const check = () => {
    if (isCancelled()) throw new Failure('cancelled')
  }
  return {
    check,
    report: (done, total, subject) => {
      const now = performance.now()
      if (id === undefined || (now - reported < reportMs && done !== total)) return
      reported = now
      emit({ job: id, done, ...(total === undefined ? {} : { total }), ...(subject === undefined ? {} : { subject }) })
    },
    pause: async () => {
      check()
      if (performance.now() - sliceStart < sliceMs) return
      await setImmediate()
      sliceStart = performance.now()
      check()
    },
  }
}
