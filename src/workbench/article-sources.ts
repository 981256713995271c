/** What articles are made of, one after the other: files, pasted text, rows of tables; and the reading of one. */
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import type { TableColumns } from '../core/table/columns.ts'
import { mediaTypes, type Row, rowArticle, type TableForm, tableKindOf, tableReader } from '../readers/table/index.ts'
import { findByDigest } from '../store/articles.ts'
import { sha256Of } from '../store/content.ts'
import type { Db } from '../store/sql.ts'
import type { Read } from './article-batch.ts'
import { type Origin, readBytes } from './article-files.ts'
import type { Begun } from './read-ahead.ts'
import { type ReadFile, readContent } from './read-content.ts'
import { tableRows } from './table-files.ts'

export type Source =
  | { origin: Origin }
  /** The beginning of a table, its rows, and what its columns were. */
  | { origin: Origin; begins: true }
  | { origin: Origin; row: Row; columns: TableColumns; form: TableForm }
  | { origin: Origin; ends: readonly string[]; columns: TableColumns }
  | { origin: Origin; failure: Failure }

/** What became of it; `row` where it was one of a table. */
export type Outcome = { origin: Origin; row?: number } & (
  | { read: Read }
  | { known: string }
  | { failure: Failure }
  | { begins: true }
  | { ends: readonly string[]; columns: TableColumns }
)

export const sourcesOf = async function* (origins: readonly Origin[]): AsyncGenerator<Source> {
  for (const origin of origins) {
    if (origin.path === undefined || !tableKindOf(origin.path)) yield { origin }
    else if (!origin.columns) yield { origin, failure: refusal(origin, 'table') }
    else yield* rowSources(origin, origin.path, origin.columns)
  }
}

const rowSources = async function* (origin: Origin, path: string, columns: TableColumns): AsyncGenerator<Source> {
  let begun = false
  try {
    const { form, rows, names } = await tableRows(path, origin.encoding)
    for await (const some of rows) {
      for (const row of some) {
        if (!begun) yield { origin, begins: true }
        begun = true
        yield { origin, row, columns, form }
      }
    }
    if (begun) yield { origin, ends: names(), columns }
    else yield { origin, failure: refusal(origin, 'no-table') }
  } catch (error) {
    yield { origin, failure: unreadable(error) }
  }
}

/** Reads one in the background. */
export const beginReading = async (
  db: Db,
  readFile: ReadFile,
  source: Source,
  signal: AbortSignal,
): Promise<Begun<Outcome>> => {
  const { origin } = source
  if ('failure' in source || 'begins' in source || 'ends' in source) return at(source)
  const row = 'row' in source ? { row: source.row.row } : {}
  try {
    const made = 'row' in source ? fromRow(source, readFile, signal) : await fromFile(origin, readFile, signal)
    const digest = sha256Of(made.bytes)
    const known = findByDigest(db, digest)
    // The same file may be wanted once more, read the other way.
    if (known && !origin.wholePage) return at({ origin, ...row, known })
    const { bytes } = made
    const result = made.read(digest).then(
      (content): Outcome => ({ origin, ...row, read: { content, bytes, digest } }),
      (error): Outcome => ({ origin, ...row, failure: unreadable(error) }),
    )
    return { bytes: bytes.length, result }
  } catch (error) {
    return at({ origin, ...row, failure: unreadable(error) })
  }
}

type Made = { bytes: Uint8Array; read(digest: string): Promise<Read['content']> }

const fromFile = async (origin: Origin, readFile: ReadFile, signal: AbortSignal): Promise<Made> => {
  const { path, paste, mediaType, encoding, wholePage } = origin
  const bytes = await readBytes(origin)
  const fileName = path === undefined ? undefined : basename(path)
  const how = { fileName, mediaType, encoding: paste === undefined ? encoding : 'utf-8', wholePage }
  return { bytes, read: (digest) => readContent(readFile, { bytes, digest, how }, signal) }
}

/** The bytes that are kept are the chosen cells, so that the same row is known again whatever else stands in the table. */
const fromRow = (
  { origin, row, columns, form }: Extract<Source, { row: Row }>,
  readFile: ReadFile,
  signal: AbortSignal,
): Made => {
  const file = basename(origin.name)
  if ('problem' in row) throw new Failure('unreadable-article', { file, row: row.row, ...row.problem })
  if (row.cells.get(columns.text)?.isWellFormed() === false) throw refusal(origin, 'lone-surrogate', row.row)
  const article = rowArticle(row.cells, columns)
  if (!article) throw refusal(origin, 'row-text', row.row)
  const { text, mediaType, metadata, rowId, original } = article
  const fileName = `${file}#${row.row}${rowId === undefined ? '' : ` (${rowId.replace(/[/\\]/g, '_')})`}`
  const bytes = Buffer.from(original, 'utf8')
  const read = async (digest: string) => {
    const how = { mediaType, encoding: 'utf-8', wholePage: true }
    const cell = { bytes: Buffer.from(text, 'utf8'), digest, how }
    const content = await readContent(readFile, cell, signal).catch((error) => {
      throw unreadable(error, { file: fileName })
    })
    const reader = `${tableReader} ${content.source?.reader}`
    return { ...content, ...metadata, source: { fileName, mediaType: mediaTypes[form.kind], reader, digest } }
  }
  return { bytes, read }
}

const refusal = ({ name }: Origin, reason: string, row?: number): Failure =>
  new Failure('unreadable-article', { file: basename(name), reason, ...(row !== undefined && { row }) })

/** The failure that refuses one file; everything else goes on to the caller. */
const unreadable = (error: unknown, more: Record<string, string> = {}): Failure => {
  if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
  return new Failure(error.code, { ...error.params, ...more }, { cause: error })
}

const at = (outcome: Outcome): Begun<Outcome> => ({ bytes: 0, result: Promise.resolve(outcome) })
