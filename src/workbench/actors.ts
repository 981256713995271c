/** The actor registry. */
import type { Annotation } from '../core/annotation.ts'
import { Failure } from '../core/failure.ts'
import type { Actor } from '../core/registries.ts'
import { act } from '../store/history.ts'
import type { Db } from '../store/sql.ts'
import { put, type Session } from '../store/write.ts'
import { putMine, quoteOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { isEqual, withChange } from './changes.ts'
import type { ActorChange, ActorDraft } from './contract-model.ts'
import { actorFrom, groupsOf, standing } from './drafted.ts'
import { existingRecord, followed } from './entries.ts'
import { nameParams } from './merging.ts'

/** @param mentions annotations that mention the new actor: linked in the same step */
export const addActor = (
  session: Session,
  announce: Announce,
  draft: ActorDraft,
  mentions: readonly string[] = [],
): Actor => {
  const { db } = session.project
  const { id = session.newId() } = draft
  const taken = standing(db, 'actor', { ...draft, id })
  if (taken) return taken
  const linked = linkedTo(db, mentions, id)
  const [first] = linked
  const step = { action: first ? 'mention.linkNew' : 'actor.add', params: nameParams(draft) }
  const content = actorFrom(db, { ...draft, id })
  return announce(
    act(session, first ? { ...step, articleId: first.articleId } : step, (tx) => {
      const actor = put(tx, 'actor', content)
      for (const annotation of linked) putMine(tx, annotation)
      return actor
    }),
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
  const changed = linkedTo(db, ids, actor?.id)
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

/** The mentions that do not mean the actor (or nobody) yet, as they are when they do. */
const linkedTo = (db: Db, ids: readonly string[], actorId: string | undefined): Annotation[] =>
  [...new Set(ids)].flatMap((id) => {
    const annotation = existingRecord(db, 'annotation', id)
    if (annotation.type !== 'actor') throw new Failure('bad-request', { reason: 'wrong-type' })
    const { actorId: before, ...body } = annotation.body
    return before === actorId ? [] : [{ ...annotation, body: { ...body, ...(actorId !== undefined && { actorId }) } }]
  })
