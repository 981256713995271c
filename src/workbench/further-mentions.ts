/** "Tag the other mentions": where else an article names an actor, and all that were confirmed written as one step. */
import { describe } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { Failure } from '../core/failure.ts'
import type { Span } from '../core/span.ts'
import { findMentions as findIn } from '../core/suggest/find.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { act } from '../store/history.ts'
import { put, type Session, sign } from '../store/write.ts'
import { textOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { checkSpans } from './bodies.ts'
import type { MentionDraft } from './contract-model.ts'
import { followed } from './entries.ts'
import { nameParams } from './merging.ts'
import { actorIndex } from './suggest.ts'

export const findMentions = (session: Session, articleId: string, actorId: string): Span[] => {
  const { db } = session.project
  const taken = listAnnotations(db, articleId, undefined, session.me?.id)
    .filter(({ type, anchor }) => type === 'actor' && anchor !== 'orphan')
    .flatMap(({ target }) => target.fragments)
  return findIn(textOf(db, articleId), actorIndex(session), followed(db, 'actor', actorId).id, taken)
}

export const tagMentions = (
  session: Session,
  announce: Announce,
  articleId: string,
  actorId: string,
  drafts: readonly MentionDraft[],
): Annotation[] => {
  const { db } = session.project
  const actor = followed(db, 'actor', actorId)
  const text = textOf(db, articleId)
  const wanted = drafts.map(({ id = session.newId(), ...span }) => ({
    id,
    target: describe(text, checkSpans(text, [span])),
  }))
  const isThere = ({ id, target }: (typeof wanted)[number]): boolean => {
    const found = findAnnotation(db, id)
    if (!found) return false
    const [placed, given] = [found.target.fragments[0], target.fragments[0]]
    if (found.articleId === articleId && placed?.start === given?.start && placed?.end === given?.end) return true
    throw new Failure('bad-request', { reason: 'id-taken' })
  }
  const missing = wanted.filter((one) => !isThere(one))
  const step = { action: 'mention.tag', params: { count: missing.length, ...nameParams(actor) }, articleId }
  announce(
    act(session, step, (tx) => {
      const annotatorId = sign(tx)
      for (const { id, target } of missing) {
        put(tx, 'annotation', {
          id,
          articleId,
          annotatorId,
          type: 'actor',
          target,
          codes: [],
          attributes: {},
          body: { actorId: actor.id },
          certainty: 'sure',
          origin: 'suggestion',
          basedOn: [],
          anchor: 'exact',
        })
      }
    }),
  )
  return wanted.flatMap(({ id }) => findAnnotation(db, id) ?? [])
}
