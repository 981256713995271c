/**
 * Reads article files in processes of their own: a file on which one hangs, runs out of memory or dies is refused, and the next
 * one goes on in a new process.
 */
import { Failure } from '../core/failure.ts'
import type { ReadArticle } from '../readers/index.ts'
import type { ReadFile } from './read-content.ts'
import { createWorker, type ReaderProcess, type Reading, type Worker, type WorkerLimits } from './reader-worker.ts'

export type ReaderPool = { read: ReadFile; end(): void }

export type PoolLimits = WorkerLimits & {
  processes: number
  /** A process is kept for so long after its last file. */
  idleMilliseconds: number
}

const usual: PoolLimits = { processes: 1, startMilliseconds: 30_000, milliseconds: 30_000, idleMilliseconds: 20_000 }

/** @param start is called whenever a process is needed */
export const createReaderPool = (start: () => ReaderProcess, limits: Partial<PoolLimits> = {}): ReaderPool => {
  const { processes, idleMilliseconds, ...each } = { ...usual, ...limits }
  let waiting: Reading[] = []
  const workers = new Set<Worker>()
  let idle: ReturnType<typeof setTimeout> | undefined
  let ids = 0

  const begin = (): Worker => {
    const worker = createWorker(start(), each, {
      answered: sendNext,
      ended: (left) => {
        workers.delete(worker)
        waiting.unshift(...left.filter(({ abandoned }) => !abandoned))
        sendNext()
      },
      failed: (error, left) => {
        workers.delete(worker)
        for (const reading of [...left, ...waiting.splice(0)]) reading.reject(error)
      },
    })
    workers.add(worker)
    return worker
  }

  const sendNext = () => {
    clearTimeout(idle)
    for (let reading = waiting[0]; reading; reading = waiting[0]) {
      const worker = workerFor(reading)
      if (!worker) return
      waiting.shift()
      worker.take(reading)
    }
    if ([...workers].every((worker) => worker.isIdle())) idle = setTimeout(endWorkers, idleMilliseconds).unref()
  }

  const workerFor = (reading: Reading): Worker | undefined => {
    const all = [...workers]
    const taker = all.find((worker) => worker.isIdle()) ?? all.find((worker) => worker.canTake(reading))
    return taker ?? (all.length < processes ? begin() : undefined)
  }

  const giveUp = (reading: Reading) => {
    reading.abandoned = true
    reading.reject(new Failure('cancelled'))
    waiting = waiting.filter((other) => other !== reading)
    for (const worker of workers) worker.dropAbandoned()
  }

  const endWorkers = () => {
    for (const worker of workers) worker.end()
    workers.clear()
  }

  return {
    read: async (bytes, options, signal) => {
      if (signal?.aborted) throw new Failure('cancelled')
      const { promise, resolve, reject } = Promise.withResolvers<ReadArticle>()
      ids += 1
      const reading = { message: { id: ids, bytes, options }, suspect: false, abandoned: false, resolve, reject }
      const cancel = () => giveUp(reading)
      signal?.addEventListener('abort', cancel)
      waiting.push(reading)
      sendNext()
      try {
        return await promise
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    },
    end() {
      clearTimeout(idle)
      endWorkers()
      for (const { reject } of waiting.splice(0)) reject(new Failure('cancelled'))
    },
  }
}
