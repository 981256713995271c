/** The tables and findings of a corpus in words; the sentences are the catalogues' (`i18n`). */
import { labelIn } from '../labels.ts'
import type { AnnotationType } from '../schema.ts'
import type { Period, PeriodUnit } from './periods.ts'
import type { CorpusColumn, CorpusTable, CorpusTableId, RowName } from './tables.ts'
import type { ThinFinding, ThinKind } from './thin.ts'

type SentenceKey =
  | `corpus.table.${CorpusTableId}`
  | `corpus.column.${CorpusColumn}`
  | `corpus.thin.${ThinKind}`
  | `filter.type.${AnnotationType}`
  | `type.${AnnotationType}`
  | 'corpus.bin'
  | 'corpus.bin.open'
  | 'corpus.bin.one'
  | 'corpus.noIssue'
  | 'formats.stats.unknown'

type Language = 'en' | 'ru'

export type CorpusWords = { t(key: SentenceKey, values?: Record<string, string | number>): string; language: Language }

export const rowName = (name: RowName, { t, language }: CorpusWords): string => {
  switch (name.kind) {
    case 'text':
      return name.text
    case 'code':
      return labelIn(name.label, language)
    case 'type':
      return t(`filter.type.${name.type}`)
    case 'period':
      return periodName(name.period, name.unit, language)
    case 'measure':
      return t(`corpus.table.${name.measure}`)
    case 'bin': {
      const { from, to } = name.bin
      if (to === null) return t('corpus.bin.open', { from })
      return to === from + 1 ? t('corpus.bin.one', { from }) : t('corpus.bin', { from, to: to - 1 })
    }
    case 'unknown':
      return t('formats.stats.unknown')
    case 'noIssue':
      return t('corpus.noIssue')
  }
}

/** `March 2025`; weeks are called by their Monday. */
export const periodName = ({ from }: Period, unit: PeriodUnit, language: Language): string => {
  const parts: Intl.DateTimeFormatOptions =
    unit === 'year'
      ? { year: 'numeric' }
      : unit === 'month'
        ? { year: 'numeric', month: 'short' }
        : { dateStyle: 'medium' }
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(new Date(`${from}T00:00:00Z`))
}

export const columnName = (column: CorpusColumn, { t }: CorpusWords): string => t(`corpus.column.${column}`)

/** The heading and the lines, as cells. */
export const tableCells = (
  { id, columns, rows }: CorpusTable,
  words: CorpusWords,
): (readonly (string | number)[])[] => [
  [words.t(`corpus.table.${id}`), ...columns.map((column) => columnName(column, words))],
  ...rows.map(({ name, cells }) => [
    name.kind === 'code' ? `${words.t(`type.${name.type}`)}: ${rowName(name, words)}` : rowName(name, words),
    ...cells,
  ]),
]

/** @param isolate keeps a name from turning the sentence around it */
export const findingSentence = (
  { kind, count, name, label, type, from, to }: ThinFinding,
  words: CorpusWords,
  few: number,
  isolate: (name: string) => string = (name) => name,
): string => {
  const { t, language } = words
  const day = (date: string | undefined, before: number) =>
    date === undefined
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
          Date.parse(`${date}T00:00:00Z`) - before,
        )
  return t(`corpus.thin.${kind}`, {
    count,
    few,
    name: isolate(name ?? (label ? labelIn(label, language) : '')),
    type: type ?? 'other',
    from: day(from, 0),
    to: day(to, dayMs),
  })
}

const dayMs = 86_400_000
