/** Tables on the disk: looked into, and read row by row without ever being in memory whole. */
import { basename } from 'node:path'
import { z } from 'zod'
import { Failure } from '../core/failure.ts'
import { columnsKey, fits, type TableColumns, tableColumns } from '../core/table/columns.ts'
import { proposeColumns } from '../core/table/propose.ts'
import {
  openingLength,
  type Row,
  readRows,
  recogniseTable,
  type TableForm,
  type TableKind,
  tableKindOf,
} from '../readers/table/index.ts'
import { Unreadable } from '../readers/unreadable.ts'
import { readSetting, writeSetting } from '../store/project-settings.ts'
import type { Db } from '../store/sql.ts'
import { readOpening, readPieces } from './article-files.ts'
import type { TablePreview } from './contract-tables.ts'
import type { Job } from './jobs.ts'

const LOOKED_AT = 200
const SHOWN = 20
const SHOWN_CHARACTERS = 160

export const previewTable = async (
  db: Db,
  path: string,
  encoding: string | undefined,
  job: Job,
): Promise<TablePreview> => {
  const file = basename(path)
  const form = await formOf(path, encoding)
  const { rows, names } = readRows(readPieces(path), form)
  const looked: Row[] = []
  for await (const some of rows) {
    looked.push(...some)
    await job.pause()
    if (looked.length >= LOOKED_AT) break
  }
  const columns = [...names()]
  const sound = looked.filter((row) => 'cells' in row)
  if (columns.length === 0 || looked.length === 0) throw new Failure('unreadable-article', { file, reason: 'no-table' })
  const remembered = rememberedColumns(db, columns)
  return {
    file,
    encoding: form.encoding,
    encodings: form.encodings.map((candidate) => candidate.encoding),
    columns,
    rows: sound
      .slice(0, SHOWN)
      .map(({ row, cells }) => ({ row, cells: columns.map((name) => shown(cells.get(name))) })),
    damaged: looked.length - sound.length,
    looked: looked.length,
    proposal:
      remembered ??
      proposeColumns(
        columns,
        sound.map(({ cells }) => cells),
      ),
    remembered: remembered !== undefined,
  }
}

const shown = (cell = ''): string =>
  cell.slice(0, SHOWN_CHARACTERS).replace(/\s+/g, ' ').trim().toWellFormed() +
  (cell.length > SHOWN_CHARACTERS ? '…' : '')

/** The rows of a table; `form` by its beginning. */
export const tableRows = async (path: string, encoding: string | undefined) => {
  const form = await formOf(path, encoding)
  return { form, ...readRows(readPieces(path), form) }
}

const formOf = async (path: string, encoding: string | undefined): Promise<TableForm> => {
  const file = basename(path)
  const kind: TableKind | undefined = tableKindOf(file)
  if (!kind) throw new Failure('unreadable-article', { file, reason: 'no-table' })
  try {
    return recogniseTable(await readOpening(path, openingLength), kind, encoding)
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    throw new Failure('unreadable-article', { file, reason: cause.reason, ...cause.params }, { cause })
  }
}

/** Chosen columns by the set of all of them, the latest last. */
const kept = z.array(z.tuple([z.string(), tableColumns]))
const MOST_KEPT = 100

const listed = (db: Db) => kept.catch([]).parse(JSON.parse(readSetting(db, 'tables') ?? '[]'))

const rememberedColumns = (db: Db, names: readonly string[]): TableColumns | undefined => {
  const columns = listed(db).find(([key]) => key === columnsKey(names))?.[1]
  return columns && fits(columns, names) ? columns : undefined
}

/** To be called within a transaction. */
export const rememberColumns = (db: Db, names: readonly string[], columns: TableColumns): void => {
  const key = columnsKey(names)
  const others = listed(db).filter(([other]) => other !== key)
  writeSetting(db, 'tables', JSON.stringify([...others, [key, columns]].slice(-MOST_KEPT)))
}
