/** Figures as they leave the program, the same from the window and from the command line. */
import { csv } from '../../csv.ts'
import type { ScopeKind } from './metric.ts'
import type { MetricId } from './metrics.ts'
import type { AgreementRow } from './rows.ts'
import type { Scope } from './study.ts'

/** What ids are called. */
export type ScopeNames = {
  annotator(id: string): string
  article(id: string): string
  code(id: string): string
  issue(id: string): string
}

export type Told = {
  articleIds: string[]
  annotatorIds: string[]
  annotations: number
  seed: number
  rows: AgreementRow[]
}

/** The figures with what each measure means and who was compared. */
export const agreementForm = (told: Told, names: ScopeNames, meaningOf: (metric: MetricId) => string) => ({
  annotators: told.annotatorIds.map((id) => ({ id, name: names.annotator(id) })),
  articles: told.articleIds,
  annotations: told.annotations,
  seed: told.seed,
  meanings: Object.fromEntries(metricsIn(told.rows).map((metric) => [metric, meaningOf(metric)])),
  rows: told.rows,
})

/** One line a figure, under headings that stay the same in every language. */
export const agreementCsv = (rows: readonly AgreementRow[], names: ScopeNames): string =>
  csv([columns, ...rows.map((row) => cellsOf(row, names))])

/** The measures that were asked, in order. */
export const metricsIn = (rows: readonly AgreementRow[]): MetricId[] => [...new Set(rows.map(({ metric }) => metric))]

/** The sentence that names what a figure is about, by its key, and what stands in it. */
export type ScopePhrase = { key: `agreement.scope.${ScopeKind}`; values: Record<string, string> }

export const scopePhrase = (scope: Scope, names: ScopeNames): ScopePhrase => {
  const { type, code, issue, stance, articleId, pair } = scope
  if (type !== undefined) return { key: 'agreement.scope.type', values: { type } }
  if (code !== undefined) return { key: 'agreement.scope.code', values: { name: names.code(code) } }
  if (issue !== undefined) return { key: 'agreement.scope.issue', values: { name: names.issue(issue) } }
  if (stance !== undefined) return { key: 'agreement.scope.stance', values: { stance } }
  if (articleId !== undefined) return { key: 'agreement.scope.article', values: { name: names.article(articleId) } }
  if (!pair) return { key: 'agreement.scope.all', values: {} }
  const [first, second] = pair
  return { key: 'agreement.scope.pair', values: { first: names.annotator(first), second: names.annotator(second) } }
}

const columns = [
  'metric',
  'attribute',
  'type',
  'code',
  'issue',
  'stance',
  'article',
  'annotatorA',
  'annotatorB',
  'value',
  'reason',
  'items',
  'observed',
  'expected',
  'disagreements',
]

const cellsOf = (row: AgreementRow, names: ScopeNames): (string | number)[] => {
  const { type = '', code, issue, stance = '', articleId, pair = [] } = row.scope
  const [first, second] = pair
  return [
    row.metric,
    row.attribute ?? '',
    type,
    code === undefined ? '' : names.code(code),
    issue === undefined ? '' : names.issue(issue),
    stance,
    articleId === undefined ? '' : names.article(articleId),
    first === undefined ? '' : names.annotator(first),
    second === undefined ? '' : names.annotator(second),
    row.value ?? '',
    row.reason ?? '',
    row.items,
    row.observed ?? '',
    row.expected ?? '',
    row.disagreements?.count ?? '',
  ]
}
