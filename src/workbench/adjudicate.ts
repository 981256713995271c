/** Deciding between annotators. */
import { isInput, unitsIn } from '../core/adjudicate/units.ts'
import type { Annotation } from '../core/annotation.ts'
import { Failure } from '../core/failure.ts'
import { listAnnotations } from '../store/annotations.ts'
import { listArticles } from '../store/articles.ts'
import { act } from '../store/history.ts'
import { adjudicationsOf } from '../store/links.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import type { Session } from '../store/write.ts'
import { type AdjudicationGround, planDecisions } from './adjudication-plan.ts'
import { applyPlans } from './adjudication-write.ts'
import { resolveIn } from './agreement.ts'
import { annotationsOf, quoteOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { sightIn } from './blind.ts'
import type { Adjudicable, AdjudicationDecision, RuleReport, RuleRequest } from './contract-adjudication.ts'
import { existingRecord } from './entries.ts'

export const adjudicable = (session: Session, articleId: string, annotatorIds?: string[]): Adjudicable => {
  const { db } = session.project
  existingRecord(db, 'article', articleId)
  for (const id of annotatorIds ?? []) existingRecord(db, 'annotator', id)
  return unitsSeen(session, groundOf(db, articleId), annotatorIds)
}

export const adjudicate = (
  session: Session,
  announce: Announce,
  articleId: string,
  decisions: AdjudicationDecision[],
): Annotation[] => {
  const { db } = session.project
  existingRecord(db, 'article', articleId)
  const ground = groundOf(db, articleId)
  const byId = new Map(ground.annotations.map((annotation) => [annotation.id, annotation]))
  const named = decisions.flatMap(({ inputs }) => inputs)
  const isSound = named.every((id) => isInputIn(byId, id)) && new Set(named).size === named.length
  if (!isSound) throw new Failure('bad-request', { reason: 'inputs' })
  const [first] = named.map((id) => byId.get(id))
  const params = { count: decisions.length, ...(first && { type: first.type, ...quoteOf(first.target) }) }
  return announce(
    act(session, { action: 'adjudication.decide', params, articleId }, (tx) =>
      applyPlans(tx, ground, planDecisions(tx, ground, decisions)),
    ),
  )
}

export const adjudicateByRule = (session: Session, announce: Announce, request: RuleRequest): RuleReport => {
  const { db } = session.project
  const { rule, articleIds, annotatorIds, dryRun = false } = request
  for (const id of articleIds ?? []) existingRecord(db, 'article', id)
  for (const id of annotatorIds ?? []) existingRecord(db, 'annotator', id)
  const chosen = listArticles(db, articleIds).flatMap(({ article: { id } }) => {
    const { annotatorIds: compared, units } = unitsSeen(session, groundOf(db, id), annotatorIds)
    if (compared.length < 2 || units.length === 0) return []
    const counts = Map.groupBy(units, ({ state }) => state)
    const agreed = counts.get('agreed') ?? []
    const open = counts.get('open')?.length ?? 0
    const decided = counts.get('decided')?.length ?? 0
    return [{ report: { articleId: id, annotatorIds: compared, accepted: agreed.length, open, decided }, agreed }]
  })
  const accepted = chosen.reduce((total, { agreed }) => total + agreed.length, 0)
  if (!dryRun && accepted > 0) {
    const [only, ...others] = chosen.filter(({ agreed }) => agreed.length > 0)
    const place = only && others.length === 0 ? { articleId: only.report.articleId } : {}
    announce(
      act(session, { action: 'adjudication.rule', params: { rule, count: accepted }, ...place }, (tx) => {
        for (const { report, agreed } of chosen) {
          const ground = groundOf(db, report.articleId)
          const decisions = agreed.map(({ inputs }) => ({ inputs: inputs.map(({ id }) => id), choice: { rule } }))
          applyPlans(tx, ground, planDecisions(tx, ground, decisions))
        }
      }),
    )
  }
  return { articles: chosen.map(({ report }) => report) }
}

/** Of what whoever works now may see. */
const unitsSeen = (session: Session, ground: AdjudicationGround, annotatorIds: string[] | undefined): Adjudicable => {
  const annotations = sightIn(session) ? annotationsOf(session, ground.articleId) : ground.annotations
  return unitsIn({ ...ground, annotations, annotatorIds })
}

const groundOf = (db: Db, articleId: string): AdjudicationGround => ({
  articleId,
  annotations: listAnnotations(db, articleId),
  adjudications: adjudicationsOf(db, articleId).flatMap((id) => findRecord(db, 'adjudication', id) ?? []),
  resolve: resolveIn(db),
})

const isInputIn = (byId: ReadonlyMap<string, Annotation>, id: string): boolean => {
  const found = byId.get(id)
  return found !== undefined && isInput(found)
}
