/** Making, changing and removing annotations. */
import { describe } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationTypes } from '../core/annotation-types/index.ts'
import { annotationOrder, canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { goldId } from '../core/ids.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { Span, Target } from '../core/span.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { findTextAgain } from '../store/articles.ts'
import { act } from '../store/history.ts'
import { linksOf } from '../store/links.ts'
import { sees } from '../store/sight.ts'
import type { Db } from '../store/sql.ts'
import { type Content, put, remove, type Session, sign, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { sightIn } from './blind.ts'
import { bodyFrom, checkSpans } from './bodies.ts'
import { attributesFrom, codesFrom } from './coding.ts'
import type { AnnotationChange, AnnotationDraft, AnnotationPart, NewEntries, Removal } from './contract.ts'
import { detachAll } from './dependents.ts'
import { putEntries } from './drafted.ts'
import { existingRecord } from './entries.ts'

type Drafted = Content<'annotation'>

export const annotationsOf = (session: Session, articleId: string, part?: AnnotationPart): Annotation[] => {
  const { db } = session.project
  const sight = sightIn(session)
  if (!part || 'skip' in part) {
    return listAnnotations(db, articleId, part, sight && !sight.done.has(articleId) ? sight.annotatorId : undefined)
  }
  return part.ids
    .map((id) => findAnnotation(db, id))
    .filter((found) => found !== undefined)
    .filter((found) => found.articleId === articleId && sees(sight, found))
    .sort(annotationOrder)
}

/** Adds an annotation by who works now. The same draft with the same id again (a call repeated) finds the first. */
export const addAnnotation = (session: Session, announce: Announce, draft: AnnotationDraft): Annotation => {
  const { db } = session.project
  const { type } = draft
  const said = saidIn(db, draft)
  const id = draft.id ?? session.newId()
  const taken = findAnnotation(db, id)
  if (taken) {
    if (isSame(taken, draft)) return taken
    throw new Failure('bad-request', { reason: 'id-taken' })
  }
  const params = { type, ...quoteOf(said.target) }
  return announce(
    act(session, { action: 'annotation.add', params, articleId: draft.articleId }, (tx) =>
      put(tx, 'annotation', { ...said, id, annotatorId: sign(tx), origin: 'manual', basedOn: [] } as Drafted),
    ),
  )
}

/** What a draft says, checked: everything of an annotation but whose it is. Offsets are UTF-16 code units. */
export const saidIn = (db: Db, draft: AnnotationDraft & { entries?: NewEntries | undefined }) => {
  const { articleId, type, entries } = draft
  const text = textOf(db, articleId)
  return {
    articleId,
    type,
    target: describe(text, checkSpans(text, draft.fragments)),
    codes: codesFrom(db, type, draft.codes ?? []),
    attributes: attributesFrom(db, type, draft.attributes ?? {}),
    body: draft.body ? bodyFrom({ db, text, type, entries }, draft.body) : annotationTypes[type].emptyBody(),
    certainty: draft.certainty ?? 'sure',
    ...(draft.note === undefined ? {} : { note: draft.note }),
    anchor: 'exact' as const,
  }
}

/** Changes one's own annotation; of another's one makes one's own copy, based on it. */
export const updateAnnotation = (
  session: Session,
  announce: Announce,
  id: string,
  change: AnnotationChange,
): Annotation => {
  const found = existingRecord(session.project.db, 'annotation', id)
  const changed = withChange(session.project.db, found, change)
  if (canonicalText(changed) === canonicalText(found)) return found
  const params = { type: changed.type, ...quoteOf(changed.target) }
  const moved = canonicalText({ ...changed, target: found.target, anchor: found.anchor }) === canonicalText(found)
  const step = { action: moved ? 'annotation.move' : 'annotation.update', params, articleId: found.articleId }
  return announce(
    act(session, step, (tx) => {
      if (change.entries) putEntries(tx, change.entries)
      return putMine(tx, changed)
    }),
  )
}

/** Writes an annotation as changed by who works now: another's as a copy of one's own, based on it. */
export const putMine = (tx: Tx, changed: Annotation): Annotation =>
  put(tx, 'annotation', isMine(changed, sign(tx)) ? changed : copyOf(tx, changed, tx.session.newId()))

/** The gold layer is everybody's who decides: it is changed in its place. */
const isMine = ({ annotatorId }: Annotation, me: string): boolean => annotatorId === me || annotatorId === goldId

/** Removes one's own annotations and the links that hang on them. */
export const removeAnnotations = (
  session: Session,
  announce: Announce,
  ids: string[],
  { detach = false }: Removal = {},
): void => {
  const found = [...new Set(ids)].map((id) => existingRecord(session.project.db, 'annotation', id))
  const [first] = found
  if (!first) return
  const { me } = session
  if (!me) throw new Failure('who-are-you')
  if (!found.every((annotation) => isMine(annotation, me.id))) throw new Failure('not-yours')
  const params = { count: found.length, type: first.type, ...quoteOf(first.target) }
  announce(
    act(session, { action: 'annotation.remove', params, articleId: first.articleId }, (tx) => {
      if (detach)
        detachAll(
          tx,
          'annotation',
          found.map(({ id }) => id),
        )
      for (const { id } of found) removeWithLinks(tx, id)
    }),
  )
}

/** Takes an annotation away together with what cannot stand without it. */
export const removeWithLinks = (tx: Tx, id: string): void => {
  for (const link of linksOf(tx.db, id)) remove(tx, 'link', link)
  remove(tx, 'annotation', id)
}

/** How a step names an annotation: the beginning of its words, never half a character. */
export const quoteOf = ({ fragments }: Target): { quote: string } => ({
  quote: (fragments[0]?.quote ?? '').slice(0, 60).replace(/[\uD800-\uDBFF]$/, ''),
})

export const textOf = (db: Db, articleId: string): string => {
  const text = findTextAgain(db, articleId)
  if (text === undefined) throw new Failure('not-found', { kind: 'article', id: articleId })
  return text
}

/** A copy of an annotation as a new one of who works now, or of the gold layer; of another's, based on it. */
export const copyOf = (tx: Tx, annotation: Annotation, id: string): Drafted => {
  const { createdAt: _at, createdBy: _by, version: _version, ...content } = annotation
  const annotatorId = sign(tx)
  if (annotation.annotatorId === goldId) return { ...content, id } as Drafted
  const basedOn = annotation.annotatorId === annotatorId ? [] : [annotation.id]
  return { ...content, id, annotatorId, basedOn, origin: 'manual' } as Drafted
}

const withChange = (db: Db, annotation: Annotation, change: AnnotationChange): Annotation => {
  const { certainty, note, fragments, codes, attributes, body } = change
  const { note: _note, ...rest } = annotation
  const kept = note === undefined ? annotation.note : note
  const retyped = withType(
    {
      ...rest,
      certainty: certainty ?? annotation.certainty,
      ...(kept === undefined || kept === null ? {} : { note: kept }),
    } as Annotation,
    change.type ?? annotation.type,
  )
  const { type, articleId } = retyped
  const before = type === annotation.type ? annotation : undefined
  return {
    ...retyped,
    ...(fragments && moved(textOf(db, articleId), annotation, fragments)),
    ...(codes && { codes: codesFrom(db, type, codes, before) }),
    ...(attributes && { attributes: attributesFrom(db, type, attributes, before) }),
    ...(body && {
      body: bodyFrom({ db, text: textOf(db, articleId), type, before: annotation, entries: change.entries }, body),
    }),
  } as Annotation
}

/** A new type starts with an empty body, except for the chain of speakers, which means the same in both. */
const withType = (annotation: Annotation, type: AnnotationType): Annotation => {
  if (type === annotation.type) return annotation
  const body = {
    ...annotationTypes[type].emptyBody(),
    ...(type !== 'actor' && annotation.type !== 'actor' && { attribution: annotation.body.attribution }),
  }
  return { ...annotation, type, body, codes: [], attributes: {} } as Annotation
}

/** Placed by a person, a target is exact; an orphan is placed again by this. */
const moved = (text: string, { target, anchor }: Annotation, spans: readonly Span[]) => {
  const next = describe(text, checkSpans(text, spans))
  const isThere = anchor !== 'orphan' && placesOf(next.fragments) === placesOf(target.fragments)
  return isThere ? {} : { target: next, anchor: 'exact' }
}

const placesOf = (spans: readonly Span[]): string => canonicalText(spans.map(({ start, end }) => ({ start, end })))

const isSame = (annotation: Annotation, { articleId, type, fragments }: AnnotationDraft): boolean =>
  annotation.articleId === articleId &&
  annotation.type === type &&
  placesOf(annotation.target.fragments) === placesOf(fragments)
