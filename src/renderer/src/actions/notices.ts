import { v7 } from 'uuid'
import { Failure } from '../../../core/failure.ts'
import { detailsOf, explain } from '../app/explain.ts'
import type { Notice, Say, Shell } from '../app/shell.ts'

/** Shows a notice; good news goes away by itself. */
export const notify = ({ notices }: Shell, notice: Omit<Notice, 'id'>) => {
  notices.set({ list: [...notices.get().list, { id: v7(), ...notice }].slice(-4) })
}

export const dismiss = ({ notices }: Shell, id: string) =>
  notices.set({ list: notices.get().list.filter((notice) => notice.id !== id) })

/** Says what failed, why, and what is safe; cancelling was wished for and is only acknowledged. */
export const notifyFailure = (shell: Shell, title: Say, error: unknown, safe: Say, stopped: Say = nothingDone) => {
  if (isCancelled(error)) return announce(shell, stopped)
  notify(shell, {
    tone: 'problem',
    title,
    // A failure's own sentence says what is safe.
    body: (words) => (error instanceof Failure ? explain(words, error) : `${explain(words, error)} ${safe(words)}`),
    details: detailsOf(error),
  })
}

/** Says something in passing: in the status bar and to assistive technology. */
export const announce = ({ ui }: Shell, say: Say) => ui.set({ said: { say } })

/** What is safe where only something was looked at or opened. */
export const nothingChanged: Say = ({ t }) => t('problem.nothingChanged')

const nothingDone: Say = ({ t }) => t('job.cancelled')

export const isCancelled = (error: unknown) => error instanceof Failure && error.code === 'cancelled'
