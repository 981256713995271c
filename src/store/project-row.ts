/** What a project says of itself; no record, and no part of what merging compares. */
import type { ForeignObject } from '../core/schema.ts'
import { pack, sumOf, unpack } from './content.ts'
import { type Db, sql } from './sql.ts'

export type ProjectRow = { id: string; title: string; ext?: ForeignObject }

export const readProjectRow = (db: Db): ProjectRow => {
  const row = sql<{ id: string; title: string; ext: string | null }>(db, 'SELECT id, title, ext FROM project').get()
  if (!row) throw new Error('the project table is empty')
  return { id: row.id, title: row.title, ...(row.ext === null ? {} : { ext: unpack<ForeignObject>(row.ext) }) }
}

export const writeProjectRow = (db: Db, { id, title, ext }: ProjectRow): void => {
  const row = [id, title, ext ? pack(ext) : null] as const
  sql(
    db,
    `INSERT INTO project (one, id, title, ext, sum) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET id = excluded.id, title = excluded.title, ext = excluded.ext, sum = excluded.sum`,
  ).run(...row, sumOf(...row))
}

export const projectSumHolds = (db: Db): boolean => {
  const row = sql<{ id: string; title: string; ext: string | null; sum: number }>(db, 'SELECT * FROM project').get()
  return row !== undefined && row.sum === sumOf(row.id, row.title, row.ext)
}
