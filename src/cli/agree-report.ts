/** Figures of agreement for a person, for programs and for spreadsheets. */
import type { Translate } from '../i18n/index.ts'
import type { AgreementReport, AgreementRow, AgreementScope, Workbench } from '../workbench/contract.ts'
import { csv } from './csv.ts'
import { type Column, shorten, table } from './text.ts'

/** What ids are called. */
export type Names = {
  annotator(id: string): string
  article(id: string): string
  code(id: string): string
  issue(id: string): string
}

export const namesIn = (workbench: Workbench): Names => {
  const { annotators, codes, issues } = workbench.registries()
  const labels = codes.map(({ id, label, key }) => [id, label.ru ?? label.en ?? key] as const)
  const articles = workbench.articles().map(({ id, title, opening }) => [id, title ?? opening] as const)
  return {
    annotator: nameIn(annotators.map(({ id, name }) => [id, name])),
    article: nameIn(articles),
    code: nameIn(labels),
    issue: nameIn(issues.map(({ id, name }) => [id, name])),
  }
}

const nameIn = (entries: readonly (readonly [string, string])[]) => {
  const names = new Map(entries)
  return (id: string) => names.get(id) ?? id
}

/** The report with what each measure means and who was compared. */
export const machineForm = (report: AgreementReport, names: Names, t: Translate) => ({
  annotators: report.annotatorIds.map((id) => ({ id, name: names.annotator(id) })),
  articles: report.articleIds,
  annotations: report.annotations,
  seed: report.seed,
  meanings: Object.fromEntries(metricsIn(report).map((metric) => [metric, t(`agreement.meaning.${metric}`)])),
  rows: report.rows,
})

const NAME_COLUMNS = 40

export const linesOf = (report: AgreementReport, names: Names, t: Translate): string[] => {
  if (report.annotatorIds.length < 2) return [t('cli.agree.nobody')]
  const heads: Column[] = [
    { heading: t('cli.agree.measure') },
    { heading: t('cli.agree.about') },
    { heading: t('cli.agree.scope') },
    { heading: t('cli.agree.value'), align: 'right' },
    { heading: t('cli.agree.items'), align: 'right' },
    { heading: t('cli.agree.differ'), align: 'right' },
  ]
  const rows = report.rows.map((row) => [
    t(`agreement.metric.${row.metric}`),
    row.attribute ? t(`agreement.attribute.${row.attribute}`) : '',
    shorten(scopeName(row.scope, names, t), NAME_COLUMNS),
    row.value === null ? t('agreement.undefined') : t('cli.agree.number', { value: row.value }),
    t('cli.agree.count', { count: row.items }),
    row.disagreements ? t('cli.agree.count', { count: row.disagreements.count }) : '',
  ])
  const { annotatorIds, articleIds, annotations, seed } = report
  return [
    t('cli.agree.compared', {
      annotators: annotatorIds.map(names.annotator).join(', '),
      articles: articleIds.length,
      annotations,
      seed: String(seed),
    }),
    '',
    ...table(heads, rows),
    '',
    t('cli.agree.meanings'),
    ...metricsIn(report).map((metric) => `  ${t(`agreement.metric.${metric}`)}: ${t(`agreement.meaning.${metric}`)}`),
    ...reasonsIn(report).map((reason) => `  ${t('agreement.undefined')}: ${t(`agreement.reason.${reason}`)}`),
  ]
}

export const csvOf = ({ rows }: AgreementReport, names: Names): string =>
  csv([columns, ...rows.map((row) => cellsOf(row, names))])

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

const cellsOf = (row: AgreementRow, names: Names): (string | number)[] => {
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

const scopeName = (scope: AgreementScope, names: Names, t: Translate): string => {
  const { type, code, issue, stance, articleId, pair } = scope
  if (type !== undefined) return t('agreement.scope.type', { type })
  if (code !== undefined) return t('agreement.scope.code', { name: names.code(code) })
  if (issue !== undefined) return t('agreement.scope.issue', { name: names.issue(issue) })
  if (stance !== undefined) return t('agreement.scope.stance', { stance })
  if (articleId !== undefined) return t('agreement.scope.article', { name: names.article(articleId) })
  if (pair) return t('agreement.scope.pair', { first: names.annotator(pair[0]), second: names.annotator(pair[1]) })
  return t('agreement.scope.all')
}

const reasonsIn = ({ rows }: AgreementReport) => [...new Set(rows.flatMap(({ reason }) => reason ?? []))]

const metricsIn = ({ rows }: AgreementReport) => [...new Set(rows.map(({ metric }) => metric))]
