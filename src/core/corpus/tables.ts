/** The counts of a corpus as tables, the same for the window, the command line and files. */
import type { AnnotationType, Label } from '../schema.ts'
import type { CorpusAbout } from './about.ts'
import type { Bin, Distribution } from './distribution.ts'
import type { Period, PeriodUnit } from './periods.ts'
import type { CorpusCounts } from './report.ts'

export const tableIds = [
  'types',
  'codes',
  'annotators',
  'outlets',
  'periods',
  'issues',
  'actors',
  'lengths',
  'characters',
  'words',
  'spans_actor',
  'spans_position',
  'spans_claim',
  'chains_position',
  'chains_claim',
] as const
export type CorpusTableId = (typeof tableIds)[number]
export type MeasureId = Exclude<
  CorpusTableId,
  'types' | 'codes' | 'annotators' | 'outlets' | 'periods' | 'issues' | 'actors' | 'lengths'
>

/** Of what the lines are called by. */
export type RowName =
  | { kind: 'text'; text: string }
  | { kind: 'code'; label: Label; type: AnnotationType }
  | { kind: 'type'; type: AnnotationType }
  | { kind: 'period'; period: Period; unit: PeriodUnit }
  | { kind: 'measure'; measure: MeasureId }
  | { kind: 'bin'; bin: Bin }
  | { kind: 'unknown' }
  | { kind: 'noIssue' }

export type CorpusColumn =
  | 'count'
  | 'within'
  | 'articles'
  | 'annotations'
  | 'annotators'
  | 'withoutCode'
  | 'done'
  | 'support'
  | 'oppose'
  | 'neutral'
  | 'ambiguous'
  | 'undecided'
  | 'claims'
  | 'mentions'
  | 'speaking'
  | 'total'
  | 'least'
  | 'median'
  | 'most'

export type CorpusRow = { key: string; name: RowName; cells: number[]; about?: CorpusAbout }
export type CorpusTable = { id: CorpusTableId; columns: readonly CorpusColumn[]; rows: CorpusRow[] }

export const corpusTables = (counts: CorpusCounts): CorpusTable[] => [
  tableOf('types', ['count', 'articles', 'annotators', 'withoutCode'], counts.types, (one) => ({
    key: one.type,
    name: { kind: 'type', type: one.type },
    ...(one.count > 0 && { about: { kind: 'type', id: one.type } }),
  })),
  tableOf('codes', ['count', 'within', 'articles', 'annotators'], counts.codes, ({ id, label, type, within }) => ({
    key: id,
    name: { kind: 'code', label, type },
    ...(within > 0 && { about: { kind: 'code', id } }),
  })),
  tableOf('annotators', ['count', 'articles', 'done'], counts.annotators, ({ id, name, count }) => ({
    key: id,
    name: { kind: 'text', text: name },
    ...(count > 0 && { about: { kind: 'annotator', id } }),
  })),
  tableOf('outlets', ['articles', 'annotations'], counts.outlets, ({ name }) => ({
    key: name ?? '',
    name: name === null ? { kind: 'unknown' } : { kind: 'text', text: name },
    about: { kind: 'outlet', name },
  })),
  periodTable(counts.periods),
  tableOf(
    'issues',
    ['support', 'oppose', 'neutral', 'ambiguous', 'undecided', 'claims', 'within'],
    counts.issues,
    ({ id, name, within }) => ({
      key: id ?? '',
      name: name === null ? { kind: 'noIssue' } : { kind: 'text', text: name },
      ...(within > 0 && {
        about: id === null ? { kind: 'lacks', id: 'issue', type: 'position' } : { kind: 'issue', id },
      }),
    }),
  ),
  tableOf('actors', ['mentions', 'speaking', 'articles'], counts.actors, ({ id, name }) => ({
    key: id,
    name: { kind: 'text', text: name },
    about: { kind: 'actor', id },
  })),
  tableOf('lengths', ['count', 'total', 'least', 'median', 'most'], measuresIn(counts), ({ measure }) => ({
    key: measure,
    name: { kind: 'measure', measure },
  })),
  ...measuresIn(counts).map(
    ({ measure, bins }): CorpusTable =>
      tableOf(measure, ['count'], bins, (bin) => ({ key: `${bin.from}`, name: { kind: 'bin', bin } })),
  ),
]

/** Of each measure how it is spread. */
export const measuresIn = ({ lengths }: CorpusCounts): (Distribution & { measure: MeasureId })[] => [
  { measure: 'characters', ...lengths.characters },
  { measure: 'words', ...lengths.words },
  { measure: 'spans_actor', ...lengths.spans.actor },
  { measure: 'spans_position', ...lengths.spans.position },
  { measure: 'spans_claim', ...lengths.spans.claim },
  { measure: 'chains_position', ...lengths.chains.position },
  { measure: 'chains_claim', ...lengths.chains.claim },
]

const tableOf = <C extends CorpusColumn, T extends Record<C, number>>(
  id: CorpusTableId,
  columns: readonly C[],
  items: readonly T[],
  named: (item: T) => Omit<CorpusRow, 'cells'>,
): CorpusTable => ({
  id,
  columns,
  rows: items.map((item) => ({ ...named(item), cells: columns.map((column) => item[column]) })),
})

const periodTable = ({ unit, list, undated }: CorpusCounts['periods']): CorpusTable => {
  const table = tableOf('periods', ['articles', 'annotations'], list, ({ from, to, articles }) => ({
    key: from,
    name: { kind: 'period', period: { from, to }, unit },
    ...(articles > 0 && { about: { kind: 'period', from, to } }),
  }))
  if (undated.articles === 0) return table
  const { articles, annotations } = undated
  const row: CorpusRow = {
    key: '',
    name: { kind: 'unknown' },
    cells: [articles, annotations],
    about: { kind: 'undated' },
  }
  return { ...table, rows: [...table.rows, row] }
}
