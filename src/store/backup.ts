/** Verified copies of a project: written beside their place under another name, checked, then renamed. */
import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

/** Backups from before a merge that are kept beside a project. */
const keptBackups = 3

/**
 * A verified copy beside a project, before something large is done to it. The latest three are kept; they are numbered, not
 * dated: a wrong clock must neither give one another's name nor make the latest the oldest.
 */
export const keepBackup = async (
  db: Db,
  path: string,
  proceed: (done: number, total: number) => void,
): Promise<string> => {
  const prefix = `${basename(path)}-backup-merge-`
  const numbers = readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix) && /^[1-9]\d*$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((a, b) => b - a)
  const backup = join(dirname(path), `${prefix}${(numbers[0] ?? 0) + 1}`)
  await gradualCopy(db, backup, proceed)
  for (const old of numbers.slice(keptBackups - 1)) rmSync(join(dirname(path), `${prefix}${old}`), { force: true })
  return backup
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
