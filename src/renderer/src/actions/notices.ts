import { v7 } from 'uuid'
import { Failure } from '../../../core/failure.ts'
import { detailsOf, explain } from '../app/explain.ts'
import type { Notice, Shell } from '../app/shell.ts'

/** Shows a notice; good news goes away by itself. */
export const notify = ({ notices }: Shell, notice: Omit<Notice, 'id'>) => {
  notices.set({ list: [...notices.get().list, { id: v7(), ...notice }].slice(-4) })
}

export const dismiss = ({ notices }: Shell, id: string) =>
  notices.set({ list: notices.get().list.filter((notice) => notice.id !== id) })

/** Says what failed, why, and what is safe; cancelling was wished for and is only acknowledged. */
export const notifyFailure = (shell: Shell, title: string, error: unknown, safe: string) => {
  if (isCancelled(error)) return announce(shell, shell.t('job.cancelled'))
  notify(shell, {
    tone: 'problem',
    title,
    // A failure's own sentence says what is safe.
    body: error instanceof Failure ? explain(shell, error) : `${explain(shell, error)} ${safe}`,
    details: detailsOf(error),
  })
}

/** Says something in passing: in the status bar and to assistive technology. */
export const announce = ({ ui }: Shell, text: string) => ui.set({ said: { text } })

const isCancelled = (error: unknown) => error instanceof Failure && error.code === 'cancelled'
