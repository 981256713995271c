/** Whether the same places were tagged with the same type: F1, exact and by overlap, over all pairs of annotators together. */
import { overlapOf, placeKey } from '../matching.ts'
import { f1 } from '../span-f1.ts'
import type { Measured, Metric } from './metric.ts'
import { disagreementOf } from './metric.ts'
import { groupsOf, ofCategory, pairsOf, type Scope, type Study, type StudyArticle } from './study.ts'
import type { Unit } from './unit.ts'

type Found = { agreed: number; alone: Unit[] }
type Compare = (article: StudyArticle, pair: [string, string]) => Found

const scopes = ['all', 'type', 'code', 'issue', 'stance', 'pair', 'article'] as const

/** One-to-one, of those in the same place; the rest stands alone. */
const exact: Compare = (article, [first, second]) => {
  const waiting = new Map<string, Unit[]>()
  const alone: Unit[] = []
  let agreed = 0
  for (const unit of article.units) {
    if (unit.annotator === first) waiting.set(placeKey(unit), [...(waiting.get(placeKey(unit)) ?? []), unit])
  }
  for (const unit of article.units) {
    if (unit.annotator !== second) continue
    if (waiting.get(placeKey(unit))?.pop()) agreed++
    else alone.push(unit)
  }
  return { agreed, alone: [...alone, ...[...waiting.values()].flat()] }
}

const overlap: Compare = (article, [first, second]) => {
  const alone: Unit[] = []
  let agreed = 0
  for (const group of groupsOf(article)) {
    const a = group.find(({ annotator }) => annotator === first)
    const b = group.find(({ annotator }) => annotator === second)
    if (a && b && overlapOf(a, b) > 0) agreed++
    else alone.push(...[a, b].filter((unit) => unit !== undefined))
  }
  return { agreed, alone }
}

const measured = (study: Study, scope: Scope, compare: Compare): Measured => {
  const alone = new Map<string, Unit>()
  const items = new Set<Unit>()
  let [agreed, both] = [0, 0]
  for (const article of ofCategory(study, scope).articles) {
    for (const pair of pairsOf(article.annotators)) {
      const found = compare(article, pair)
      agreed += found.agreed
      both += 2 * found.agreed + found.alone.length
      for (const unit of found.alone) alone.set(unit.id, unit)
    }
    for (const unit of article.units) items.add(unit)
  }
  return {
    figure: { ...f1(agreed, both, 0), items: items.size },
    disagreements: [...alone.values()].map((unit) => disagreementOf([unit])),
  }
}

const metric = (id: string, compare: Compare): Metric => ({
  id,
  scopes,
  // biome-ignore lint/correctness/useYield: quick enough to be done at once
  *measure(study, scope) {
    return [measured(study, scope, compare)]
  },
})

export const spanF1Exact = metric('spanF1Exact', exact)
export const spanF1Overlap = metric('spanF1Overlap', overlap)
