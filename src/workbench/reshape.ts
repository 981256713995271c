/** One annotation made two or more. */
import { describe } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import type { Span } from '../core/span.ts'
import { findAnnotation } from '../store/annotations.ts'
import { act } from '../store/history.ts'
import { put, type Session } from '../store/write.ts'
import { copyOf, putMine, quoteOf, textOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { checkSpans } from './bodies.ts'
import { existingRecord } from './entries.ts'

export const duplicateAnnotation = (
  session: Session,
  announce: Announce,
  id: string,
  newId = session.newId(),
): Annotation => {
  const { db } = session.project
  const found = existingRecord(db, 'annotation', id)
  const taken = findAnnotation(db, newId)
  if (taken) {
    if (isCopy(taken, found)) return taken
    throw new Failure('bad-request', { reason: 'id-taken' })
  }
  return announce(
    act(session, stepOf('annotation.duplicate', found), (tx) => put(tx, 'annotation', copyOf(tx, found, newId))),
  )
}

export const splitAnnotation = (session: Session, announce: Announce, id: string, at?: number): Annotation[] => {
  const { db } = session.project
  const found = existingRecord(db, 'annotation', id)
  if (found.anchor === 'orphan') throw new Failure('bad-request', { reason: 'orphan' })
  const text = textOf(db, found.articleId)
  const [first, ...others] = partsOf(text, found.target.fragments, at).map((spans) => ({
    ...found,
    target: describe(text, checkSpans(text, spans)),
  }))
  if (!first || others.length === 0) throw new Failure('bad-request', { reason: 'split' })
  return announce(
    act(session, stepOf('annotation.split', found), (tx) => [
      putMine(tx, first),
      ...others.map((part) => put(tx, 'annotation', copyOf(tx, part, session.newId()))),
    ]),
  )
}

const stepOf = (action: string, { type, target, articleId }: Annotation) => ({
  action,
  params: { type, ...quoteOf(target) },
  articleId,
})

const isCopy = (a: Annotation, b: Annotation): boolean =>
  a.articleId === b.articleId && a.type === b.type && canonicalText(a.target) === canonicalText(b.target)

/** The spans of each part; the space at the place of parting belongs to none. */
const partsOf = (text: string, fragments: readonly Span[], at: number | undefined): Span[][] => {
  if (at === undefined) return fragments.map(({ start, end }) => [{ start, end }])
  const part = (from: number, to: number): Span[] =>
    fragments
      .map(({ start, end }) => trimmed(text, { start: Math.max(start, from), end: Math.min(end, to) }))
      .filter(({ start, end }) => start < end)
  return [part(0, at), part(at, text.length)].filter((spans) => spans.length > 0)
}

const trimmed = (text: string, { start, end }: Span): Span => {
  if (start >= end) return { start, end }
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}
