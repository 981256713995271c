/** What an export carried and what it could not, for a person. */

import { outFormats } from '../core/formats/out/index.ts'
import type { AccountedKind, KindLoss } from '../core/formats/out/ledger.ts'
import { outTitle } from '../i18n/format-words.ts'
import type { Translate } from '../i18n/index.ts'
import type { FormatReport } from '../workbench/contract.ts'
import { type Column, table } from './text.ts'

export const linesOfLoss = (report: FormatReport, to: string, t: Translate): string[] => {
  const kinds = Object.entries(report.loss).filter(([, { all }]) => all > 0) as [AccountedKind, KindLoss][]
  const heads: Column[] = [
    { heading: t('formats.report.kind') },
    { heading: t('formats.report.all'), align: 'right' },
    { heading: t('formats.report.carried'), align: 'right' },
    { heading: t('formats.report.lost') },
  ]
  const rows = kinds.map(([kind, { all, carried, lost }]) => [
    t(`formats.kind.${kind}`),
    t('cli.list.count', { count: all }),
    t('cli.list.count', { count: carried }),
    counted(Object.entries(lost), (reason) => t('formats.lost', { reason: reason.replaceAll('-', '_') }), t),
  ])
  const without = kinds.filter(([, one]) => Object.keys(one.without).length > 0)
  const format = outFormats.find(({ id }) => id === report.format)
  return [
    t('formats.done', {
      file: to,
      format: format ? outTitle(t, format) : report.format,
      articles: report.articles,
      annotations: report.annotations,
    }),
    t('formats.state', { state: report.state }),
    ...(report.split ? [t('splits.used', report.split)] : []),
    ...(report.splits ? [counted(Object.entries(report.splits), (side) => side, t)] : []),
    '',
    ...table(heads, rows),
    ...(without.length > 0 ? ['', t('formats.report.without')] : []),
    ...without.map(
      ([kind, one]) =>
        `  ${t(`formats.kind.${kind}`)}: ${counted(Object.entries(one.without), (name) => memberName(name, t), t)}`,
    ),
  ]
}

const counted = (
  counts: readonly (readonly [string, number])[],
  nameOf: (name: string) => string,
  t: Translate,
): string => counts.map(([name, count]) => `${nameOf(name)} ${t('cli.list.count', { count })}`).join(', ')

/** Changes have names of their own; members are called as in the bundle. */
const memberName = (name: string, t: Translate): string =>
  t('formats.changed', { change: name.replaceAll(/[-.]/g, '_'), name })
