/** Who may be meant: proposals for the words of a mention, from the registry and from what the article has named before. */
import { Failure } from '../core/failure.ts'
import type { Span } from '../core/span.ts'
import { type ActorIndex, createActorIndex, type Suggestion } from '../core/suggest/actors.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { findTextAgain } from '../store/articles.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { sees } from '../store/sight.ts'
import type { Session } from '../store/write.ts'
import { sightIn } from './blind.ts'

const defaultLimit = 8

/** One index a registry: made anew when an actor was written. */
const indexes = new WeakMap<Session, { state: string; index: ActorIndex }>()

/**
 * Best first; where the words themselves tell nothing (a pronoun), the actors named last before them, none of them sure.
 * @param where the words of a mention, or an annotation's id
 */
export const suggestActors = (
  session: Session,
  articleId: string,
  where: Span | string,
  limit = defaultLimit,
): Suggestion[] => {
  const { db } = session.project
  const { words, start } = mentionAt(session, articleId, where)
  const recent = namedBefore(session, articleId, start, where)
  const found = actorIndex(session).suggest(words, { recent }, limit)
  const known = new Set(found.map(({ actorId }) => actorId))
  const rest = recent.filter((id) => !known.has(id)).slice(0, Math.max(0, limit - found.length))
  return [
    ...found,
    ...rest
      .filter((id) => findRecord(db, 'actor', id) !== undefined)
      .map((actorId) => ({ actorId, score: 0, by: 'recent' as const, sure: false })),
  ]
}

const mentionAt = (session: Session, articleId: string, where: Span | string): { words: string; start: number } => {
  const { db } = session.project
  if (typeof where === 'string') {
    const annotation = findAnnotation(db, where)
    if (!annotation) throw new Failure('not-found', { kind: 'annotation', id: where })
    const { fragments } = annotation.target
    return { words: fragments.map(({ quote }) => quote).join(' '), start: fragments[0]?.start ?? 0 }
  }
  const text = findTextAgain(db, articleId)
  if (text === undefined) throw new Failure('not-found', { kind: 'article', id: articleId })
  return { words: text.slice(where.start, where.end), start: where.start }
}

/** Actors that mentions before an offset stand for, the nearest first. */
const namedBefore = (session: Session, articleId: string, offset: number, where: Span | string): string[] => {
  const sight = sightIn(session)
  const before = listAnnotations(session.project.db, articleId)
    .filter((row) => sees(sight, row))
    .filter(({ id, target }) => id !== where && (target.fragments[0]?.start ?? 0) < offset)
  return [
    ...new Set(before.reverse().flatMap(({ type, body }) => (type === 'actor' && body.actorId ? [body.actorId] : []))),
  ]
}

/** The names of all actors, prepared once for each state of the registry. */
export const actorIndex = (session: Session): ActorIndex => {
  const actors = listRecords(session.project.db, 'actor')
  const state = actors.map(({ id, modifiedAt, version }) => `${id}${modifiedAt}${JSON.stringify(version)}`).join()
  const known = indexes.get(session)
  if (known?.state === state) return known.index
  const index = createActorIndex(actors)
  indexes.set(session, { state, index })
  return index
}
