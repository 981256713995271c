/** Adding articles from files, folders, tables and pasted text. */
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import { hasArticle } from '../store/articles.ts'
import { assertWritable, type Session, transact } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { type Batch, newBatch } from './article-batch.ts'
import { expand } from './article-files.ts'
import { beginReading, type Outcome, sourcesOf } from './article-sources.ts'
import type { AddedFile, AddReport, ArticleInput, FileRef } from './contract.ts'
import type { Job } from './jobs.ts'
import { readAhead } from './read-ahead.ts'
import type { ReadFile } from './read-content.ts'
import { rememberColumns } from './table-files.ts'

type Reading = { resolveFile(ref: FileRef): string; readFile: ReadFile }

/**
 * Reads files and adds what is new. All of it is one undo step; when the job is cancelled or writing fails, what was
 * written until then stays and is that step.
 */
export const addArticles = async (
  session: Session,
  announce: Announce,
  { resolveFile, readFile }: Reading,
  inputs: ArticleInput[],
  job: Job,
): Promise<AddReport> => {
  assertWritable(session.project)
  const origins = await expand(inputs, resolveFile, job)
  const batch = newBatch(session, announce)
  const report: AddReport = { added: 0, existing: 0, refused: 0, files: [] }
  const ledger: Ledger = { report, table: undefined }
  const total = origins.some(({ columns }) => columns) ? undefined : origins.length
  const tell = (name: string | undefined) =>
    job.report(report.added + report.existing + report.refused, total, basename(name ?? ''))
  tell(origins[0]?.name)
  const begin = (source: Parameters<typeof beginReading>[2]) =>
    beginReading(session.project.db, readFile, source, job.signal)
  try {
    for await (const outcome of readAhead(sourcesOf(origins), begin)) {
      await job.pause()
      keep(session, batch, ledger, outcome)
      tell(total === undefined ? outcome.origin.name : origins[report.files.length]?.name)
      if (batch.isFull()) batch.write()
    }
    batch.write()
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'cancelled') throw error
    batch.write()
    report.stopped = true
  } finally {
    batch.finish()
  }
  return report
}

/** `table` is the entry of the table that is being read. */
type Ledger = { report: AddReport; table: AddedFile | undefined }

/** Puts an outcome into the report, and what is new into the batch. */
const keep = (session: Session, batch: Batch, ledger: Ledger, outcome: Outcome): void => {
  const { report } = ledger
  const file = outcome.origin.name
  if ('begins' in outcome) {
    ledger.table = { file, outcome: 'refused', rows: { added: 0, existing: 0, refused: 0 } }
    report.files.push(ledger.table)
    return
  }
  if ('ends' in outcome) {
    rememberIn(session, outcome)
    return
  }
  const entry = entryOf(session, batch, outcome)
  report[entry.outcome] += 1
  const { table } = ledger
  if (outcome.row === undefined || !table?.rows) {
    report.files.push(entry)
    return
  }
  table.rows[entry.outcome] += 1
  const { added, existing } = table.rows
  table.outcome = added > 0 ? 'added' : existing > 0 ? 'existing' : 'refused'
  if (entry.outcome === 'refused') report.files.push(entry)
  else table.article ??= entry.article
}

type Done = Exclude<Outcome, { begins: true } | { ends: readonly string[] }>

const entryOf = ({ project }: Session, batch: Batch, { origin, row, ...outcome }: Done): AddedFile => {
  const file = { file: origin.name, ...(row !== undefined && { row }) }
  if ('failure' in outcome) {
    const { code, params } = outcome.failure
    return { ...file, outcome: 'refused', failure: { code, params } }
  }
  if ('known' in outcome) return { ...file, outcome: 'existing', article: outcome.known }
  const { read } = outcome
  const known = batch.byDigest(read.digest)
  if (known !== undefined) return { ...file, outcome: 'existing', article: known }
  const { id, source } = read.content
  const entry = { ...file, article: id, ...(source?.encoding !== undefined && { encoding: source.encoding }) }
  if (batch.has(id) || hasArticle(project.db, id)) return { ...entry, outcome: 'existing' }
  batch.add(read)
  return { ...entry, outcome: 'added' }
}

const rememberIn = (session: Session, { ends, columns }: Extract<Outcome, { ends: readonly string[] }>): void => {
  transact(session, ({ db }) => rememberColumns(db, ends, columns))
}
