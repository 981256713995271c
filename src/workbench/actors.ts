/** The actor registry. */
import { Failure } from '../core/failure.ts'
import type { Actor } from '../core/registries.ts'
import { act } from '../store/history.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { put, type Session } from '../store/write.ts'
import { putMine, quoteOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual, withChange } from './changes.ts'
import type { ActorChange, ActorDraft } from './contract-model.ts'
import { existingRecord, followed } from './entries.ts'
import { nameParams } from './merging.ts'

export const addActor = (session: Session, announce: Announce, draft: ActorDraft): Actor => {
  const { db } = session.project
  const { id = session.newId(), ...members } = draft
  const taken = findRecord(db, 'actor', id)
  if (taken?.name === draft.name) return taken
  if (taken) throw new Failure('bad-request', { reason: 'id-taken' })
  const memberOf = groupsOf(db, id, draft.memberOf ?? [])
  return announce(
    act(session, { action: 'actor.add', params: nameParams(draft) }, (tx) =>
      put(tx, 'actor', compact({ ...members, id, aliases: draft.aliases ?? [], memberOf })),
    ),
  )
}

export const updateActor = (session: Session, announce: Announce, id: string, change: ActorChange): Actor => {
  const { db } = session.project
  const found = existingRecord(db, 'actor', id)
  const changed = withChange(found, {
    ...change,
    ...(change.memberOf && { memberOf: groupsOf(db, id, change.memberOf, found) }),
  })
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'actor.update', params: nameParams(changed) }, (tx) => put(tx, 'actor', changed)),
  )
}

export const linkMentions = (session: Session, announce: Announce, ids: string[], actorId: string | null): void => {
  const { db } = session.project
  const actor = actorId === null ? undefined : followed(db, 'actor', actorId)
  const found = [...new Set(ids)].map((id) => existingRecord(db, 'annotation', id))
  const changed = found.flatMap((annotation) => {
    if (annotation.type !== 'actor') throw new Failure('bad-request', { reason: 'wrong-type' })
    const { actorId: before, ...body } = annotation.body
    return before === actor?.id ? [] : [{ ...annotation, body: { ...body, ...(actor && { actorId: actor.id }) } }]
  })
  const [first] = changed
  if (!first) return
  const action = actor ? 'mention.link' : 'mention.unlink'
  const params = { count: changed.length, ...(actor ? nameParams(actor) : quoteOf(first.target)) }
  announce(
    act(session, { action, params, articleId: first.articleId }, (tx) => {
      for (const annotation of changed) putMine(tx, annotation)
    }),
  )
}

/** New groups are checked and followed; nobody is a member of themselves. */
const groupsOf = (db: Db, id: string, groups: readonly string[], before?: Actor): string[] => {
  const followedGroups = groups.map((group) =>
    before?.memberOf.includes(group) ? group : followed(db, 'actor', group).id,
  )
  if (followedGroups.includes(id)) throw new Failure('bad-request', { reason: 'cycle' })
  return [...new Set(followedGroups)].sort()
}
