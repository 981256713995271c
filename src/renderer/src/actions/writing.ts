/** Every write of the window goes through here: the saved state follows it, and a failure is said. */
import { Failure } from '../../../core/failure.ts'
import type { Say, Shell } from '../app/shell.ts'
import { ensureIdentity } from './identity.ts'
import { finishMoving } from './moving.ts'
import { notifyFailure } from './notices.ts'

/**
 * Runs a write that somebody answers for, after what still waits to be written. Returns its result, or nothing where it
 * failed (which has been said then).
 * @param title what did not work, for the notice
 * @param stopped what is true after it was cancelled
 */
export const write = async <T>(...given: WriteParameters<T>): Promise<{ value: T } | undefined> => {
  const [shell] = given
  await finishMoving(shell)
  return await writeAlone(...given)
}

type WriteParameters<T> = [shell: Shell, title: Say, run: () => Promise<T>, stopped?: Say]

/** The same, whatever else waits: for that itself. */
export const writeAlone = async <T>(
  ...[shell, title, run, stopped]: WriteParameters<T>
): Promise<{ value: T } | undefined> => {
  const { saving } = shell
  try {
    await ensureIdentity(shell)
    saving.set({ pending: saving.get().pending + 1 })
    try {
      const value = await run()
      saving.set({ savedAt: new Date(), problem: undefined })
      return { value }
    } finally {
      saving.set({ pending: saving.get().pending - 1 })
    }
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) saving.set({ problem: error })
    notifyFailure(shell, title, error, ({ t }) => t('problem.earlierSafe'), stopped)
    return undefined
  }
}
