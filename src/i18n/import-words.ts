/** What an import did or would do, in words: for the command line, for the window, and for a copied report. */
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { ForeignProblem } from '../core/formats/foreign.ts'
import type { LeftOut } from '../core/formats/mapping.ts'
import type { OffsetReading, OffsetsFound } from '../core/formats/offset-unit.ts'
import type { RecordKind } from '../core/records.ts'
import type { Translate } from './index.ts'

export type ToldCounts = Partial<Record<RecordKind, number>>

/** A file of the workbench's report. */
export type ToldFile = {
  file: string
  outcome: 'imported' | 'refused'
  added: ToldCounts
  existing: ToldCounts
  reanchored: number
  orphans: number
  offsets?: OffsetsFound
  leftOut: LeftOut[]
  problems: ForeignProblem[]
  failure?: { code: FailureCode; params: FailureParams }
}

type Told = { added: ToldCounts; files: readonly ToldFile[] }

/** The whole report, of each file at most so many problems. */
export const importLines = (t: Translate, { added, files }: Told, dryRun: boolean, most: number): string[] => {
  if (files.length === 0) return [t('cli.import.noFiles')]
  const counts = countsLine(t, added)
  const total = t(dryRun ? 'cli.import.wouldTotal' : 'cli.import.total', { counts })
  return [
    ...files.flatMap((file) => {
      const head = file.outcome === 'imported' && dryRun ? 'would' : file.outcome
      return [t(`cli.import.${head}`, { file: file.file }), ...fileLines(t, file, most).map((line) => `  ${line}`)]
    }),
    counts ? total : t('cli.import.nothing'),
  ]
}

/** What there is to say about one file, its problems last. */
export const fileLines = (t: Translate, file: ToldFile, most: number): string[] => {
  const { added, existing, reanchored, orphans, leftOut, problems, failure } = file
  const [taken, here] = [countsLine(t, added), countsLine(t, existing)]
  const more = problems.length - most
  return [
    ...(failure ? [t(`failure.${failure.code}`, failure.params)] : []),
    ...(taken ? [t('cli.import.new', { counts: taken })] : []),
    ...(here ? [t('cli.import.existing', { counts: here })] : []),
    ...offsetLines(t, file.offsets),
    ...(reanchored > 0 ? [t('cli.import.reanchored', { count: reanchored })] : []),
    ...(orphans > 0 ? [t('cli.import.orphans', { count: orphans })] : []),
    ...leftOut.map((one) => leftOutLine(t, one)),
    ...problems.slice(0, most).map((problem) => problemLine(t, problem)),
    ...(more > 0 ? [t('cli.import.more', { count: more })] : []),
  ]
}

export const leftOutLine = (t: Translate, one: LeftOut): string => t('cli.import.leftOut', one)

const offsetLines = (t: Translate, offsets: OffsetsFound | undefined): string[] => [
  ...countingLines(t, offsets),
  ...(offsets?.byQuotes ? [t('cli.import.byQuotes', { count: offsets.byQuotes })] : []),
]

const countingLines = (t: Translate, offsets: OffsetsFound | undefined): string[] => {
  if (!offsets || offsets.spans === 0) return []
  const { reading, proof = '', quotes, spans, tried, words } = offsets
  if (!reading && offsets.byQuotes) return []
  if (!reading) {
    const list = tried.map((one) =>
      t('cli.import.tried', { reading: readingIn(t, one.reading, tried), fits: one.fits }),
    )
    return [t('cli.import.noReading', { spans, tried: list.join('; ') })]
  }
  const { fits = 0 } = tried.find((one) => isSame(one.reading, reading)) ?? {}
  const line = t('cli.import.offsets', { reading: readingIn(t, reading, tried), proof, fits, quotes })
  return [words === undefined ? line : `${line} ${t('cli.import.words', { words, spans })}`]
}

const isSame = (a: OffsetReading, b: OffsetReading): boolean => a.unit === b.unit && a.cr === b.cr && a.bom === b.bom

/** Carriage returns and the byte order mark are spoken of where there are any. */
const readingIn = (t: Translate, { unit, cr, bom, last }: OffsetReading, tried: OffsetsFound['tried']): string =>
  t('cli.import.reading', {
    unit,
    cr: tried.some(({ reading }) => reading.cr !== cr) ? (cr ? 'yes' : 'no') : '',
    bom: tried.some(({ reading }) => reading.bom !== bom) ? (bom ? 'yes' : 'no') : '',
    last: tried.some(({ reading }) => reading.last !== last) ? (last ? 'yes' : 'no') : '',
  })

const problemLine = (t: Translate, problem: ForeignProblem): string => {
  const sentence = problemSentence(t, problem)
  return 'line' in problem
    ? t('cli.import.line', { at: problem.line, problem: sentence })
    : t('cli.import.entry', { at: problem.entry, problem: sentence })
}

export const problemSentence = (t: Translate, { reason, detail = '' }: ForeignProblem): string => {
  const sentence = t(`import.reason.${reason}`)
  return detail === '' ? sentence : t('cli.import.detailed', { sentence, detail })
}

export const countsLine = (t: Translate, counts: ToldCounts): string =>
  countedKinds
    .filter((kind) => counts[kind])
    .map((kind) => t(`cli.count.${kind}`, { count: counts[kind] ?? 0 }))
    .join(', ')

/** In the order they are told. */
const countedKinds: RecordKind[] = [
  'article',
  'annotation',
  'link',
  'code',
  'attribute',
  'linkType',
  'actor',
  'issue',
  'annotator',
  'adjudication',
  'progress',
]
