/** Saying who a mention is: painted at once, written in the background, taken back where writing failed. */
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import type { Actor } from '../../../core/registries.ts'
import type { Suggestion } from '../../../core/suggest/actors.ts'
import { isolated } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { proposalsQuery, registriesQuery } from '../data/queries.ts'
import { isMine } from './annotations.ts'
import { focusedRow } from './focus.ts'
import { announceMine } from './layers.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export type ActorRow = Extract<Annotation, { type: 'actor' }>

/** The annotation in focus, where it is an actor's. */
export const focusedMention = (shell: Shell): ActorRow | undefined => {
  const row = focusedRow(shell)
  return row?.type === 'actor' ? row : undefined
}

/** The proposal that one key takes. */
export const sureProposal = (proposals: readonly Suggestion[] | undefined): string | undefined => {
  const [first] = proposals ?? []
  return first?.sure ? first.actorId : undefined
}

export const openActorPicker = (shell: Shell) => {
  const row = focusedMention(shell)
  if (!row) return announce(shell, ({ t }) => t('mention.onlyActors'))
  if (writable(shell)) shell.ui.set({ dialog: { kind: 'actor', annotationId: row.id } })
}

/** Links the mention in focus to the first proposal, if that is sure. */
export const takeProposal = async (shell: Shell) => {
  const row = focusedMention(shell)
  if (!row || row.body.actorId || !writable(shell)) return
  const proposals = await shell.queries.fetchQuery(proposalsQuery(shell, row)).catch(() => undefined)
  const actorId = sureProposal(proposals)
  if (!actorId) return announce(shell, ({ t }) => t('mention.noProposal'))
  await linkMention(shell, row, actorId)
}

/** Says whom a mention means, or (null) that nobody knows. */
export const linkMention = async (shell: Shell, row: ActorRow, actorId: string | null): Promise<void> => {
  const { desk, annotations } = shell
  if (!writable(shell) || (row.body.actorId ?? null) === actorId) return
  const { actorId: _, ...rest } = row.body
  const linked: ActorRow = { ...row, body: actorId === null ? rest : { ...rest, actorId } }
  const mine = isMine(shell, row)
  const settle = annotations.expect(row.articleId, mine ? [row.id] : [], mine ? [linked] : [])
  const done = await write(
    shell,
    ({ t }) => t('mention.notLinked'),
    async () => {
      await desk.linkMentions([row.id], actorId)
      return desk.annotations(row.articleId, { ids: [row.id] })
    },
  )
  settle(done ? done.value : [row])
  if (!done) return
  announceMine(shell, row, ({ t }) =>
    actorId === null ? t('mention.unlinked') : t('mention.linked', { actor: actorName(shell, actorId) }),
  )
}

/** Adds an actor to the registry and says that a mention means it, in one step. */
export const linkNewActor = async (
  shell: Shell,
  row: ActorRow,
  name: string,
  actorType: Actor['actorType'],
): Promise<void> => {
  const { desk, annotations, queries } = shell
  if (!writable(shell)) return
  const settle = annotations.expect(row.articleId, [], [])
  const done = await write(
    shell,
    ({ t }) => t('actor.notAdded'),
    async () => {
      await desk.addActor({ id: v7(), name, actorType }, [row.id])
      // Its name is known before it is shown.
      await queries.fetchQuery({ ...registriesQuery(shell), staleTime: 0 })
      return desk.annotations(row.articleId, { ids: [row.id] })
    },
  )
  settle(done ? done.value : [row])
  if (done) announceMine(shell, row, ({ t }) => t('mention.linkedNew', { actor: isolated(name) }))
}

export const actorName = (shell: Shell, actorId: string): string => {
  const actors = shell.queries.getQueryData(registriesQuery(shell).queryKey)?.actors
  return isolated(actors?.find(({ id }) => id === actorId)?.name ?? shell.t('actor.unknown'))
}
