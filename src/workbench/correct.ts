/** Correcting an article's text, and placing annotations again that lost their place. */
import { describe } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { type Correction, correctText as corrected } from '../core/correct.ts'
import { diffEdits } from '../core/diff-edits.ts'
import { Failure } from '../core/failure.ts'
import type { Span, Target } from '../core/span.ts'
import { listAnnotations, listOrphans } from '../store/annotations.ts'
import { act } from '../store/history.ts'
import { sees } from '../store/sight.ts'
import { put, type Session } from '../store/write.ts'
import { putMine, quoteOf, textOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { existingArticle, titleOf } from './articles.ts'
import { sightIn } from './blind.ts'
import { checkSpans } from './bodies.ts'
import type { CorrectionCalls, CorrectionReport } from './contract-correction.ts'
import { existingRecord } from './entries.ts'

export const correctionCalls = (session: Session, announce: Announce): CorrectionCalls => ({
  previewCorrection: (articleId, newText) => {
    const before = stateOf(session, articleId)
    return reportOf(before, correctionOf(before, newText))
  },
  correctText: (articleId, newText) => correctText(session, announce, articleId, newText),
  orphans: (articleId) => {
    const sight = sightIn(session)
    return listOrphans(session.project.db, articleId).filter((row) => sees(sight, row))
  },
  placeAgain: (id, fragments) => placeAgain(session, announce, id, fragments),
})

type State = Omit<Correction, 'annotations'> & { annotations: Annotation[] }

const stateOf = (session: Session, articleId: string): State => ({
  article: existingArticle(session, articleId),
  annotations: listAnnotations(session.project.db, articleId),
})

const correctionOf = ({ article, annotations }: State, newText: string): Correction =>
  corrected(article, annotations, diffEdits(article.text, newText))

const correctText = (session: Session, announce: Announce, articleId: string, newText: string): CorrectionReport => {
  const before = stateOf(session, articleId)
  const { article } = before
  const correction = correctionOf(before, newText)
  const report = reportOf(before, correction)
  if (correction.article === article) return report
  return announce(
    act(session, { action: 'article.correct', params: titleOf(article), articleId }, (tx) => {
      tx.corrected = new Map()
      put(tx, 'article', correction.article)
      for (const [i, { annotation }] of correction.annotations.entries()) {
        if (annotation !== before.annotations[i]) put(tx, 'annotation', annotation)
      }
      return report
    }),
  )
}

const reportOf = ({ annotations: before }: State, { annotations }: Correction): CorrectionReport => {
  const report: CorrectionReport = { kept: 0, reanchored: [], orphans: [], lost: 0 }
  for (const [i, { annotation, outcome, lost }] of annotations.entries()) {
    const { id } = annotation
    const quote = wholeQuote(before[i]?.target ?? annotation.target)
    if (outcome === 'kept') report.kept++
    if (outcome === 'reanchored') report.reanchored.push({ id, quote, newQuote: wholeQuote(annotation.target) })
    if (outcome === 'orphan') report.orphans.push({ id, quote })
    report.lost += lost
  }
  return report
}

const wholeQuote = ({ fragments }: Target): string => fragments.map(({ quote }) => quote).join(' … ')

const placeAgain = (session: Session, announce: Announce, id: string, spans: readonly Span[]): Annotation => {
  const { db } = session.project
  const found = existingRecord(db, 'annotation', id)
  const { articleId, type } = found
  if (found.anchor !== 'orphan') throw new Failure('bad-request', { reason: 'anchored' })
  const text = textOf(db, articleId)
  const target = describe(text, checkSpans(text, spans))
  const step = { action: 'annotation.place', params: { type, ...quoteOf(target) }, articleId }
  return announce(act(session, step, (tx) => putMine(tx, { ...found, target, anchor: 'exact' })))
}
