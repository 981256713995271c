/** SQLite files of other programs, read as plain rows. What is in them is hostile; the file itself is never opened by SQLite. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../core/failure.ts'
import type { ForeignRow } from '../core/formats/foreign.ts'
import { applySettings, foreignSettings } from './settings.ts'
import type { Db } from './sql.ts'

/**
 * Of the tables that are wanted those that are there, with those of the wanted columns that are there. SQLite works on a copy of the
 * bytes in memory: beside the file nothing is made, and nothing is locked.
 * @param path only to look for a journal beside it, without which the file may be half of what it is
 * @throws Failure 'unreadable-article' ('not-sqlite', 'damaged-database', 'journal')
 */
export const readTables = (
  path: string,
  bytes: Uint8Array,
  wanted: Readonly<Record<string, readonly string[]>>,
): Map<string, ForeignRow[]> => {
  const refuse = (reason: string, cause?: unknown) =>
    new Failure('unreadable-article', { file: basename(path), reason }, { cause })
  if (Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') !== magic) throw refuse('not-sqlite')
  if (['-wal', '-journal'].some((end) => sizeOf(`${path}${end}`) > 0)) throw refuse('journal')
  let db: Db | undefined
  try {
    db = new Database(atRest(bytes), { readonly: true })
    applySettings(db, foreignSettings)
    // Finds what is cut off, and pages that are meant twice: without it a small file could hold endless rows.
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refuse('damaged-database')
    return new Map(Object.entries(wanted).flatMap(([table, columns]) => tableIn(db as Db, table, columns)))
  } catch (error) {
    throw error instanceof Database.SqliteError ? refuse('damaged-database', error) : error
  } finally {
    db?.close()
  }
}

const magic = 'SQLite format 3\0'

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A copy of a database that, as its header says it, needs no write-ahead log: there is none beside it. */
const atRest = (bytes: Uint8Array): Buffer => {
  const copy = Buffer.from(bytes)
  for (const place of versionPlaces) if (copy[place] === 2) copy[place] = 1
  return copy
}

/** File format write and read version: 1 is a rollback journal, 2 a write-ahead log. */
const versionPlaces = [18, 19]

/** Views, virtual tables and computed columns would run what the file says: they are taken for not being there. */
const tableIn = (db: Db, table: string, columns: readonly string[]): [string, ForeignRow[]][] => {
  const [found] = db.pragma(`table_list(${table})`) as { type: string }[]
  if (found?.type !== 'table') return []
  const plain = (db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ name, hidden }) => hidden === 0 && columns.includes(name))
    .map(({ name }) => name)
  if (plain.length === 0) return []
  const rows = db.prepare<[], ForeignRow>(
    `SELECT ${plain.map(cell).join(', ')} FROM "${table}" NOT INDEXED ORDER BY rowid`,
  )
  return [[table, rows.all()]]
}

/** Bytes that are no text count as nothing. */
const cell = (name: string): string => `CASE typeof("${name}") WHEN 'blob' THEN NULL ELSE "${name}" END AS "${name}"`
