/** Tagging the other mentions of an actor: what was found is walked through, and all that were taken are written as one step. */
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import type { Span } from '../../../core/span.ts'
import type { Shell } from '../app/shell.ts'
import { draftRow, withBody } from '../data/annotation-rows.ts'
import { articleQuery } from '../data/queries.ts'
import { isCorrecting } from './drafts.ts'
import { ensureIdentity } from './identity.ts'
import { showMine } from './layers.ts'
import { actorName, focusedMention } from './mentions.ts'
import { announce, notifyFailure } from './notices.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export type MentionQueue = {
  articleId: string
  actorId: string
  /** What was found; `at` is the one that is asked about. */
  spans: readonly Span[]
  at: number
  taken: readonly Taken[]
}

/** Painted already; `settle` says what became of it. */
type Taken = { draft: Span & { id: string }; settle(truth: readonly Annotation[]): void }

/** Begins at the mention in focus, if it is said who that is. */
export const startQueue = async (shell: Shell) => {
  const row = focusedMention(shell)
  if (!row || !writable(shell)) return
  if (isCorrecting(shell)) return announce(shell, ({ t }) => t('correct.first'))
  const { actorId } = row.body
  if (!actorId) return announce(shell, ({ t }) => t('queue.unlinked'))
  try {
    await ensureIdentity(shell)
    const spans = await shell.desk.findMentions(row.articleId, actorId)
    if (spans.length === 0) return announce(shell, ({ t }) => t('queue.none', { actor: actorName(shell, actorId) }))
    // Behind the one that one comes from, then around.
    const from = row.target.fragments[0]?.start ?? 0
    const ordered = [...spans.filter(({ start }) => start >= from), ...spans.filter(({ start }) => start < from)]
    shell.ui.set({ queue: { articleId: row.articleId, actorId, spans: ordered, at: 0, taken: [] } })
  } catch (error) {
    notifyFailure(
      shell,
      ({ t }) => t('queue.notFound'),
      error,
      ({ t }) => t('problem.nothingChanged'),
    )
  }
}

/** Answers for the one that is asked about; after the last one the queue ends. */
export const answerQueue = (shell: Shell, take: boolean) => {
  const { queue } = shell.ui.get()
  const span = queue?.spans[queue.at]
  if (!queue || !span) return
  const next = { ...queue, at: queue.at + 1, taken: take ? [...queue.taken, taken(shell, queue, span)] : queue.taken }
  shell.ui.set({ queue: next })
  if (next.at >= next.spans.length) void endQueue(shell)
}

export const takeRest = (shell: Shell) => {
  const { queue } = shell.ui.get()
  if (!queue) return
  const rest = queue.spans.slice(queue.at).map((span) => taken(shell, queue, span))
  shell.ui.set({ queue: { ...queue, taken: [...queue.taken, ...rest] } })
  void endQueue(shell)
}

/** Writes what was taken so far. */
export const endQueue = async (shell: Shell) => {
  const { queue } = shell.ui.get()
  if (!queue) return
  const { articleId, actorId, taken } = queue
  shell.ui.set({ queue: undefined })
  if (taken.length === 0) return announce(shell, ({ t }) => t('queue.nothing'))
  const done = await write(
    shell,
    ({ t }) => t('annotation.notAdded'),
    () =>
      shell.desk.tagMentions(
        articleId,
        actorId,
        taken.map(({ draft }) => draft),
      ),
  )
  for (const { draft, settle } of taken) settle(done?.value.filter(({ id }) => id === draft.id) ?? [])
  if (done) showMine(shell)
  if (done) announce(shell, ({ t }) => t('queue.done', { count: taken.length, actor: actorName(shell, actorId) }))
}

const taken = (shell: Shell, { articleId, actorId }: MentionQueue, { start, end }: Span): Taken => {
  const id = v7()
  const text = shell.queries.getQueryData(articleQuery(shell, articleId).queryKey)?.text ?? ''
  const me = shell.settings.get().identity?.id ?? ''
  const row = draftRow({ id, articleId, type: 'actor', fragments: [{ start, end }] }, text, me)
  return { draft: { id, start, end }, settle: shell.annotations.expect(articleId, [id], [withBody(row, { actorId })]) }
}
