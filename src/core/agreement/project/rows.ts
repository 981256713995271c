/** All figures of a study: every measure over everything it can be asked about. */
import { annotationTypeList } from '../../annotation-types/index.ts'
import type { Reason } from '../figure.ts'
import type { Disagreement, Measured, Metric, Options, ScopeKind } from './metric.ts'
import { type MetricId, metrics } from './metrics.ts'
import { narrowed, pairsOf, type Scope, type Study } from './study.ts'
import type { Attribute } from './unit.ts'

export type AgreementRow = {
  metric: MetricId
  /** What was decided, where the measure is about decisions. */
  attribute?: Attribute
  scope: Scope
  /** Null where it is undefined: then there is a reason. */
  value: number | null
  reason?: Reason
  /** How many things it rests on: spans, matched spans, units. */
  items: number
  /** What the value was made from: agreement or disagreement, as the measure has it. */
  observed?: number
  expected?: number
  /** The annotations to look at, the first of them. */
  disagreements?: { count: number; list: Disagreement[] }
}

/** More nobody goes through from one figure. */
const listedDisagreements = 200

/** `step` counts up to `countSteps`; a tick without a row is only a place to give way or stop. */
export type Tick = { step: number; row?: AgreementRow }

/** Every figure, one after the other. */
export function* agreementRows(study: Study, wanted: readonly MetricId[], options: Options): Generator<Tick> {
  const scopes = scopesOf(study)
  const studies = new Map<Scope, Study>()
  let done = 0
  for (const id of wanted) {
    for (const { kind, scope } of scopes) {
      if (!isAsked(metrics[id], kind, study)) continue
      const part = studies.get(scope) ?? narrowed(study, scope)
      studies.set(scope, part)
      const work = metrics[id].measure(part, scope, options)
      let step = work.next()
      for (; !step.done; step = work.next()) yield { step: done }
      done++
      yield { step: done }
      for (const found of step.value) if (isTelling(found, kind)) yield { step: done, row: rowOf(id, scope, found) }
    }
  }
}

/** How many steps there are, for the progress of long work. */
export const countSteps = (study: Study, wanted: readonly MetricId[]): number => {
  const kinds = scopesOf(study).map(({ kind }) => kind)
  return wanted.reduce((total, id) => total + kinds.filter((kind) => isAsked(metrics[id], kind, study)).length, 0)
}

const isAsked = ({ scopes, ofTwo }: Metric, kind: ScopeKind, { annotators }: Study): boolean =>
  scopes.includes(kind) && (!ofTwo || kind === 'pair' || annotators.length === 2)

/** Of everything and of each pair it is said that something is undefined; of parts where nothing was there it is not. */
const isTelling = ({ figure, attribute }: Measured, kind: ScopeKind): boolean =>
  figure.items > 0 || kind === 'all' || (kind === 'pair' && attribute === undefined)

const rowOf = (metric: MetricId, scope: Scope, { attribute, figure, disagreements = [] }: Measured): AgreementRow => ({
  metric,
  ...(attribute && { attribute }),
  scope,
  value: figure.value ?? null,
  ...(figure.reason && { reason: figure.reason }),
  items: figure.items,
  ...(figure.observed !== undefined && { observed: figure.observed }),
  ...(figure.expected !== undefined && { expected: figure.expected }),
  ...(disagreements.length && {
    disagreements: { count: disagreements.length, list: disagreements.slice(0, listedDisagreements) },
  }),
})

type Asked = { kind: ScopeKind; scope: Scope }

/** Everything; then its parts, where there are several. */
const scopesOf = ({ annotators, articles }: Study): Asked[] => {
  const units = articles.flatMap((article) => article.units)
  const distinct = (of: (unit: (typeof units)[number]) => readonly string[]) => [...new Set(units.flatMap(of))].sort()
  const types = annotationTypeList.filter((type) => units.some((unit) => unit.type === type))
  return [
    { kind: 'all', scope: {} },
    ...types.map((type): Asked => ({ kind: 'type', scope: { type } })),
    ...distinct(({ codes }) => codes).map((code): Asked => ({ kind: 'code', scope: { code } })),
    ...distinct(({ issues }) => issues).map((issue): Asked => ({ kind: 'issue', scope: { issue } })),
    ...distinct(({ values }) => (values.stance === null ? [] : [values.stance])).map(
      (stance): Asked => ({ kind: 'stance', scope: { stance } }),
    ),
    ...(annotators.length > 2 ? pairsOf(annotators) : []).map((pair): Asked => ({ kind: 'pair', scope: { pair } })),
    ...(articles.length > 1 ? articles : []).map(({ id }): Asked => ({ kind: 'article', scope: { articleId: id } })),
  ]
}
