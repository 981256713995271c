/** Work that may take long: shown with progress and a way to stop it once it has taken half a second. */
import { v7 } from 'uuid'
import type { Job, Say, Shell } from '../app/shell.ts'
import { finishMoving } from './moving.ts'

const PATIENCE = 500

export type How = {
  place?: Job['place']
  /** Stops the work where nobody waits for it any more. */
  signal?: AbortSignal
}

/** Runs a call that takes a job's id; fails as the call does. */
export const runJob = async <T>(
  shell: Shell,
  title: Say,
  run: (job: string) => Promise<T>,
  { place = 'corner', signal }: How = {},
): Promise<T> => {
  await finishMoving(shell)
  const id = v7()
  const known: Job = { id, title, done: 0, cancelling: false, place }
  let current = known
  const stopListening = shell.on('progress', ({ job, ...progress }) => {
    if (job !== id) return
    current = { ...current, ...progress }
    change(shell, id, progress)
  })
  signal?.addEventListener('abort', () => cancelJob(shell, id))
  const timer = setTimeout(() => shell.jobs.set({ list: [...shell.jobs.get().list, current] }), PATIENCE)
  try {
    return await run(id)
  } finally {
    clearTimeout(timer)
    stopListening()
    shell.jobs.set({ list: shell.jobs.get().list.filter((job) => job.id !== id) })
  }
}

export const cancelJob = (shell: Shell, id: string) => {
  change(shell, id, { cancelling: true })
  void shell.desk.cancel(id).catch(() => {})
}

const change = ({ jobs }: Shell, id: string, update: Partial<Job>) =>
  jobs.set({ list: jobs.get().list.map((job) => (job.id === id ? { ...job, ...update } : job)) })
