/** Verified copies of a project: written beside their place under another name, checked, then renamed. */
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Failure } from '../core/failure.ts'
import { syncFile, syncFolder } from './durable.ts'
import { type Db, sql } from './sql.ts'

/** Pages copied between two looks at the event loop. */
const pagesAtOnce = 512

/** A whole, verified copy of an open database, made at once. */
export const compactCopy = (db: Db, path: string): void => {
  const draft = `${path}-${randomUUID()}`
  try {
    db.prepare('VACUUM INTO ?').run(draft)
    settle(db, draft, path, countRows(db))
  } finally {
    discard(draft)
  }
}

/**
 * A whole, verified copy of an open database, made while others may write through the same connection. `proceed` is called
 * between slices with pages done and in all; it may throw, and nothing is left then.
 */
export const gradualCopy = async (
  db: Db,
  path: string,
  proceed: (done: number, total: number) => void,
): Promise<void> => {
  const draft = `${path}-${randomUUID()}`
  try {
    // So that a folder that is not there, or not ours to write in, is told as such.
    writeFileSync(draft, '', { flag: 'wx' })
    await db.backup(draft, {
      progress: ({ totalPages, remainingPages }) => {
        proceed(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
    settle(db, draft, path)
  } finally {
    discard(draft)
  }
}

const settle = (source: Db, draft: string, path: string, expected?: string): void => {
  const copy = new Database(draft)
  try {
    copy.pragma('journal_mode = delete')
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok' || (expected !== undefined && countRows(copy) !== expected)) {
      throw new Failure('damaged-project', { reason: 'backup' })
    }
    if (schemaText(copy) !== schemaText(source)) throw new Failure('damaged-project', { reason: 'backup' })
  } finally {
    copy.close()
  }
  syncFile(draft)
  renameSync(draft, path)
  syncFolder(path)
}

const discard = (draft: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true })
}

const tablesOf = (db: Db): string[] =>
  sql<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((t) => t.name)

const countRows = (db: Db): string =>
  tablesOf(db)
    .map((table) => `${table} ${JSON.stringify(sql(db, `SELECT count(*) AS n FROM ${table}`).get())}`)
    .join()

/** All that a database is made of, apart from its rows. */
export const schemaText = (db: Db): string =>
  JSON.stringify(sql(db, 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all())
