/** Figures of agreement for a person, for programs and for spreadsheets. */
import { agreementForm, metricsIn, type ScopeNames, scopePhrase } from '../core/agreement/project/told.ts'
import type { Translate } from '../i18n/index.ts'
import type { AgreementReport, AgreementScope, Workbench } from '../workbench/contract.ts'
import { type Column, shorten, table } from './text.ts'

export const namesIn = (workbench: Workbench): ScopeNames => {
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
export const machineForm = (report: AgreementReport, names: ScopeNames, t: Translate) =>
  agreementForm(report, names, (metric) => t(`agreement.meaning.${metric}`))

const NAME_COLUMNS = 40

export const linesOf = (report: AgreementReport, names: ScopeNames, t: Translate): string[] => {
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
    ...metricsIn(report.rows).map(
      (metric) => `  ${t(`agreement.metric.${metric}`)}: ${t(`agreement.meaning.${metric}`)}`,
    ),
    ...reasonsIn(report).map((reason) => `  ${t('agreement.undefined')}: ${t(`agreement.reason.${reason}`)}`),
  ]
}

const scopeName = (scope: AgreementScope, names: ScopeNames, t: Translate): string => {
  const { key, values } = scopePhrase(scope, names)
  return t(key, values)
}

const reasonsIn = ({ rows }: AgreementReport) => [...new Set(rows.flatMap(({ reason }) => reason ?? []))]
