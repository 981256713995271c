/** What an import did, for programs and for people. */
import type { ForeignProblem } from '../core/formats/foreign.ts'
import type { OffsetReading, OffsetsFound } from '../core/formats/offset-unit.ts'
import { recordKinds } from '../core/records.ts'
import type { Translate } from '../i18n/index.ts'
import type { ImportedFile, ImportReport, RecordCounts } from '../workbench/contract.ts'
import { failureSentence } from './sentences.ts'

export const importResult = (t: Translate, { mapping, added, files }: ImportReport, dryRun: boolean) => ({
  dryRun,
  mapping,
  added,
  files: files.map(({ failure, problems, ...file }) => ({
    ...file,
    problems: problems.map((problem) => ({ ...problem, message: problemSentence(t, problem) })),
    ...(failure && { reason: failureSentence(t, failure) }),
  })),
})

export const importLines = (t: Translate, { added, files }: ImportReport, dryRun: boolean): string[] => {
  if (files.length === 0) return [t('cli.import.noFiles')]
  const counts = countsLine(t, added)
  const total = t(dryRun ? 'cli.import.wouldTotal' : 'cli.import.total', { counts })
  return [...files.flatMap((file) => fileLines(t, file, dryRun)), counts ? total : t('cli.import.nothing')]
}

/** A damaged file can have a problem a line. */
const MANY_PROBLEMS = 20

const fileLines = (t: Translate, file: ImportedFile, dryRun: boolean): string[] => {
  const { outcome, added, existing, reanchored, orphans, leftOut, problems, failure } = file
  const head = outcome === 'imported' && dryRun ? 'would' : outcome
  const [taken, here] = [countsLine(t, added), countsLine(t, existing)]
  const more = problems.length - MANY_PROBLEMS
  const lines = [
    ...(failure ? [failureSentence(t, failure)] : []),
    ...(taken ? [t('cli.import.new', { counts: taken })] : []),
    ...(here ? [t('cli.import.existing', { counts: here })] : []),
    ...offsetLines(t, file),
    ...(reanchored > 0 ? [t('cli.import.reanchored', { count: reanchored })] : []),
    ...(orphans > 0 ? [t('cli.import.orphans', { count: orphans })] : []),
    ...leftOut.map((one) => t('cli.import.leftOut', one)),
    ...problems.slice(0, MANY_PROBLEMS).map((problem) => problemLine(t, problem)),
    ...(more > 0 ? [t('cli.import.more', { count: more })] : []),
  ]
  return [t(`cli.import.${head}`, { file: file.file }), ...lines.map((line) => `  ${line}`)]
}

const offsetLines = (t: Translate, { offsets }: ImportedFile): string[] => {
  if (!offsets || offsets.spans === 0) return []
  const { reading, proof = '', quotes, spans, tried, words } = offsets
  if (!reading) {
    const list = tried.map((one) =>
      t('cli.import.tried', { reading: readingIn(t, one.reading, tried), fits: one.fits }),
    )
    return [t('cli.import.noReading', { spans, tried: list.join('; ') })]
  }
  const { fits = 0 } = tried.find((one) => one.reading === reading) ?? {}
  const line = t('cli.import.offsets', { reading: readingIn(t, reading, tried), proof, fits, quotes })
  return [words === undefined ? line : `${line} ${t('cli.import.words', { words, spans })}`]
}

/** Carriage returns and the byte order mark are spoken of where there are any. */
const readingIn = (t: Translate, { unit, cr, bom }: OffsetReading, tried: OffsetsFound['tried']): string =>
  t('cli.import.reading', {
    unit,
    cr: tried.some(({ reading }) => reading.cr !== cr) ? (cr ? 'yes' : 'no') : '',
    bom: tried.some(({ reading }) => reading.bom !== bom) ? (bom ? 'yes' : 'no') : '',
  })

const problemLine = (t: Translate, problem: ForeignProblem): string => {
  const sentence = problemSentence(t, problem)
  return 'line' in problem
    ? t('cli.import.line', { at: problem.line, problem: sentence })
    : t('cli.import.entry', { at: problem.entry, problem: sentence })
}

const problemSentence = (t: Translate, { reason, detail = '' }: ForeignProblem): string =>
  t('cli.import.problem', { reason, detail, detailed: detail === '' ? 'no' : 'yes' })

const countsLine = (t: Translate, counts: RecordCounts): string =>
  recordKinds
    .filter((kind) => counts[kind])
    .map((kind) => t(`cli.count.${kind}`, { count: counts[kind] ?? 0 }))
    .join(', ')
