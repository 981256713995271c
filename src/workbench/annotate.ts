/** Making, changing and removing annotations. */
import { describe } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationTypes } from '../core/annotation-types/index.ts'
import { annotationOrder, byCodeUnit, canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { splitsPair } from '../core/offsets.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { Span, Target } from '../core/span.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { findTextAgain } from '../store/articles.ts'
import { act } from '../store/history.ts'
import { linksOf } from '../store/links.ts'
import { findRecord } from '../store/records.ts'
import { type Content, put, remove, type Session, sign, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { AnnotationChange, AnnotationDraft, AnnotationPart } from './contract.ts'

type Drafted = Content<'annotation'>

export const annotationsOf = (session: Session, articleId: string, part?: AnnotationPart): Annotation[] => {
  const { db } = session.project
  if (!part) return listAnnotations(db, articleId)
  if ('skip' in part) return listAnnotations(db, articleId, part)
  return part.ids
    .map((id) => findAnnotation(db, id))
    .filter((found) => found !== undefined)
    .filter((found) => found.articleId === articleId)
    .sort(annotationOrder)
}

/** Adds an annotation by who works now. The same draft with the same id again (a call repeated) finds the first. */
export const addAnnotation = (session: Session, announce: Announce, draft: AnnotationDraft): Annotation => {
  const { db } = session.project
  const { articleId, type } = draft
  const text = findTextAgain(db, articleId)
  if (text === undefined) throw new Failure('not-found', { kind: 'article', id: articleId })
  const target = describe(text, checkSpans(text, draft.fragments))
  const params = { type, ...quoteOf(target) }
  const codes = [...new Set(draft.codes)].sort(byCodeUnit)
  for (const code of codes) checkCode(session, code, type)
  const id = draft.id ?? session.newId()
  const taken = findAnnotation(db, id)
  if (taken) {
    if (isSame(taken, draft)) return taken
    throw new Failure('bad-request', { reason: 'id-taken' })
  }
  return announce(
    act(session, { action: 'annotation.add', params, articleId }, (tx) =>
      put(tx, 'annotation', {
        id,
        articleId,
        annotatorId: sign(tx),
        type,
        target,
        codes,
        attributes: draft.attributes ?? {},
        body: annotationTypes[type].emptyBody(),
        certainty: draft.certainty ?? 'sure',
        ...(draft.note === undefined ? {} : { note: draft.note }),
        origin: 'manual',
        basedOn: [],
        anchor: 'exact',
      } as Drafted),
    ),
  )
}

/** Changes one's own annotation; of another's one makes one's own copy, based on it. */
export const updateAnnotation = (
  session: Session,
  announce: Announce,
  id: string,
  change: AnnotationChange,
): Annotation => {
  const found = existing(session, id)
  const changed = withChange(found, change)
  if (canonicalText(changed) === canonicalText(found)) return found
  const params = { type: changed.type, ...quoteOf(changed.target) }
  const step = { action: 'annotation.update', params, articleId: found.articleId }
  return announce(
    act(session, step, (tx) => put(tx, 'annotation', found.annotatorId === sign(tx) ? changed : ownCopy(tx, changed))),
  )
}

/** Removes one's own annotations and the links that hang on them. */
export const removeAnnotations = (session: Session, announce: Announce, ids: string[]): void => {
  const found = [...new Set(ids)].map((id) => existing(session, id))
  const [first] = found
  if (!first) return
  const { me } = session
  if (!me) throw new Failure('who-are-you')
  if (found.some(({ annotatorId }) => annotatorId !== me.id)) throw new Failure('not-yours')
  const params = { count: found.length, type: first.type, ...quoteOf(first.target) }
  announce(
    act(session, { action: 'annotation.remove', params, articleId: first.articleId }, (tx) => {
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
const quoteOf = ({ fragments }: Target): { quote: string } => ({
  quote: (fragments[0]?.quote ?? '').slice(0, 60).replace(/[\uD800-\uDBFF]$/, ''),
})

const existing = (session: Session, id: string): Annotation => {
  const found = findAnnotation(session.project.db, id)
  if (!found) throw new Failure('not-found', { kind: 'annotation', id })
  return found
}

/** A new type starts with an empty body, except for the chain of speakers, which means the same in both. */
const withChange = (annotation: Annotation, { certainty, note, type }: AnnotationChange): Annotation => {
  const { note: _note, ...rest } = annotation
  const kept = note === undefined ? annotation.note : note
  const changed = {
    ...rest,
    certainty: certainty ?? annotation.certainty,
    ...(kept === undefined || kept === null ? {} : { note: kept }),
  } as Annotation
  if (!type || type === annotation.type) return changed
  const body = {
    ...annotationTypes[type].emptyBody(),
    ...(type !== 'actor' && annotation.type !== 'actor' && { attribution: annotation.body.attribution }),
  }
  return { ...changed, type, body, codes: [], attributes: {} } as Annotation
}

const ownCopy = (tx: Tx, annotation: Annotation): Drafted => {
  const { createdAt: _at, createdBy: _by, version: _version, ...content } = annotation
  const copied = {
    ...content,
    id: tx.session.newId(),
    annotatorId: sign(tx),
    basedOn: [annotation.id],
    origin: 'manual',
  }
  return copied as Drafted
}

const checkSpans = (text: string, spans: readonly Span[]): readonly Span[] => {
  let last = 0
  for (const { start, end } of spans) {
    if (start >= end || start < last || end > text.length) throw new Failure('bad-request', { reason: 'span' })
    if (splitsPair(text, start) || splitsPair(text, end))
      throw new Failure('bad-request', { reason: 'inside-character' })
    last = end
  }
  return spans
}

const checkCode = (session: Session, id: string, type: AnnotationType): void => {
  if (findRecord(session.project.db, 'code', id)?.type !== type) throw new Failure('not-found', { kind: 'code', id })
}

const isSame = (annotation: Annotation, { articleId, type, fragments }: AnnotationDraft): boolean =>
  annotation.articleId === articleId &&
  annotation.type === type &&
  canonicalText(annotation.target.fragments.map(({ start, end }) => ({ start, end }))) ===
    canonicalText(fragments.map(({ start, end }) => ({ start, end })))
