/** Writes what was decided between annotators, and leads all references inside the gold layer to what is there now. */
import { type Counterpart, carriedLinks, counterpartsIn, repointed } from '../core/adjudicate/repoint.ts'
import type { Annotation } from '../core/annotation.ts'
import { builtInLinkRules } from '../core/codebook.ts'
import { carriedLinkId, goldId, linkTypeId } from '../core/ids.ts'
import { linksFrom, linksOfArticle } from '../store/links.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { put, remove, type Tx } from '../store/write.ts'
import type { AdjudicationGround, Gold, Plan } from './adjudication-plan.ts'
import { removeWithLinks } from './annotate.ts'
import { isEqual } from './changes.ts'

/** Gives the gold annotations of the plans. */
export const applyPlans = (tx: Tx, ground: AdjudicationGround, plans: readonly Plan[]): Annotation[] => {
  if (!findRecord(tx.db, 'annotator', goldId)) put(tx, 'annotator', { id: goldId, name: goldName, kind: 'person' })
  const dropped = plans.flatMap((plan) => plan.dropped)
  for (const { id } of dropped) removeWithLinks(tx, id)
  for (const { id } of plans.flatMap(({ replaced }) => replaced)) remove(tx, 'adjudication', id)
  const outputs = plans.flatMap((plan) => plan.outputs)
  const counterpart = writeRecords(tx, ground, plans, outputs)
  // What nothing was made of any more is referred to as it was before it was decided about.
  const undone = new Map(
    dropped.map(({ id, basedOn: [base] }) => [id, base === undefined ? undefined : (counterpart(base) ?? base)]),
  )
  const lead: Counterpart = (id) => counterpart(id) ?? undone.get(id)
  const written = outputs.map((gold) => put(tx, 'annotation', repointed(gold as Annotation, lead) as Gold))
  const changing = new Set([...outputs, ...dropped].map(({ id }) => id))
  for (const gold of ground.annotations) {
    if (gold.origin !== 'adjudication' || changing.has(gold.id)) continue
    const next = repointed(gold, lead)
    if (next !== gold) put(tx, 'annotation', next)
  }
  carryLinks(tx, ground, written, counterpart)
  return written
}

// In both languages: it stands in the project, whoever opens it.
const goldName = 'Gold / Эталон'

/** @returns where each input leads after these decisions */
const writeRecords = (
  tx: Tx,
  { annotations, adjudications }: AdjudicationGround,
  plans: readonly Plan[],
  outputs: readonly Gold[],
): Counterpart => {
  const records = plans.flatMap((plan) => plan.records).map((record) => put(tx, 'adjudication', record))
  const gone = new Set([...plans.flatMap(({ replaced }) => replaced), ...records].map(({ id }) => id))
  const standing = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  for (const { id } of plans.flatMap(({ dropped }) => dropped)) standing.delete(id)
  for (const gold of outputs) standing.set(gold.id, gold as Annotation)
  return counterpartsIn([...adjudications.filter(({ id }) => !gone.has(id)), ...records], standing)
}

/** Links of what was decided now, and to it from what was decided before. */
const carryLinks = (
  tx: Tx,
  { articleId, annotations }: AdjudicationGround,
  written: readonly Annotation[],
  counterpart: Counterpart,
): void => {
  const links = linksOfArticle(tx.db, articleId)
  if (links.length === 0) return
  const now = new Set(written.map(({ id }) => id))
  const before = annotations.filter(({ id, origin }) => origin === 'adjudication' && !now.has(id))
  for (const link of carriedLinks([...written, ...before], links, counterpart, (type) => isSymmetric(tx.db, type))) {
    const { from, to, type } = link
    const far = 'annotation' in to ? to.annotation : to.actor
    if (!now.has(from) && !now.has(far)) continue
    if (linksFrom(tx.db, from, type).some((there) => isEqual(there.to, to))) continue
    put(tx, 'link', { ...link, id: carriedLinkId(from, type, far) })
  }
}

const isSymmetric = (db: Db, type: string): boolean =>
  (builtInLinkRules.find(({ key }) => key === type) ?? findRecord(db, 'linkType', linkTypeId(type)))?.symmetric ?? false
