/** Opening, creating and closing project files. Nothing is written to a file before it is known to be a project of ours. */
import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../core/failure.ts'
import { syncFile, syncFolder } from './durable.ts'
import { asFailure, guarded } from './failures.ts'
import { type Header, readHeader } from './header.ts'
import { type Holder, holderOf, type Lease, takeLease } from './lease.ts'
import { createSchema, migrate, refuseNewer, schemaOf } from './migrate.ts'
import { currentSchema } from './migrations/index.ts'
import { writeProjectRow } from './project-row.ts'
import { type Place, placeOf, type Replica, takeReplica } from './replica.ts'
import { applySettings, busyTimeoutMs, commonSettings, readingSettings, writingSettings } from './settings.ts'
import { type Db, sql } from './sql.ts'

/** An open project. `access` falls to 'read' when the file turns out damaged or writing fails for good. */
export type Project = {
  readonly path: string
  readonly db: Db
  access: 'write' | 'read'
  /** Who holds it for writing, where access is 'read' for that reason. */
  readonly holder?: Holder
  /** Why access is 'read' where nobody holds it. */
  reason?: 'medium' | 'damaged'
  /** The disk reported an error: nothing is written any more. */
  failed?: boolean
  /** A long transaction is under way on a connection of its own: nobody else writes until it ends. */
  busy?: boolean
  /** Where the file lay when it was opened; a commit anywhere else is refused. */
  readonly place: Place
  /** Known from this opening's first write on. */
  replica?: Replica
  readonly lease?: Lease
  /** Folder of the temporary copy that is read in the file's stead. */
  readonly temporary?: string
}

export type OpenOptions = {
  /** 'either' opens for reading where another process or the medium keeps it from writing. */
  mode: 'write' | 'read' | 'either'
  /** How the lease names this program to others. */
  program: string
  now(): Date
  newId(): string
}

/**
 * Opens a project. Fails with 'not-a-project', 'damaged-project', 'newer-project' (the file is untouched then), 'held' or
 * 'read-only' (unless reading is enough) and 'file'.
 */
export const openProject = (path: string, options: OpenOptions): Project => {
  const real = guarded(path, () => realpathSync(path))
  const header = readHeader(real)
  refuseNewer(header.schema, real)
  if (options.mode === 'read') return openToRead(real, header, {})
  try {
    return openToWrite(real, header, options)
  } catch (error) {
    if (options.mode === 'write' || !(error instanceof Failure)) throw error
    if (error.code === 'held') return openToRead(real, readHeader(real), { holder: holderOf(real) })
    if (error.code === 'read-only') return openToRead(real, header, { reason: 'medium' })
    throw error
  }
}

/** Makes a new, empty project file and opens it for writing. Never replaces a file: fails with 'file', 'exists'. */
export const createProject = (path: string, options: Omit<OpenOptions, 'mode'> & { title?: string }): Project => {
  const target = resolve(path)
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
  const holder = holderOf(target)
  if (holder) throw new Failure('held', holder)
  guarded(target, () => {
    try {
      const db = new Database(draft)
      try {
        createSchema(db)
        writeProjectRow(db, { id: options.newId(), title: options.title ?? titleFrom(target) })
        takeReplica(db, draft, options.newId).note.close()
      } finally {
        db.close()
      }
      syncFile(draft)
      publish(draft, target)
      syncFolder(target)
    } finally {
      rmSync(draft, { force: true })
    }
  })
  return openProject(target, { ...options, mode: 'write' })
}

/** Closes a project so that it is one file again. Safe to call twice. */
export const closeProject = (project: Project): void => {
  const { db, lease, temporary, replica } = project
  if (!db.open) return
  try {
    if (lease && !project.failed && isInPlace(project)) settleJournal(db)
  } finally {
    db.close()
    if (temporary) rmSync(temporary, { recursive: true, force: true })
    replica?.note.close()
    lease?.release()
  }
}

/** Whether the open file still lies where it was opened. */
export const isInPlace = ({ path, place }: Project): boolean => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat !== undefined && String(stat.ino) === place.inode && String(stat.dev) === place.device
}

/** A second connection to the same file, for reading alone beside the first. */
export const connectToRead = (project: Project): Db =>
  connect(project.temporary ? project.db.name : project.path, 'read')

/** A second connection that writes to a file which is open for writing. */
export const connectToWrite = (project: Project): Db => connect(project.path, 'write')

const openToWrite = (path: string, header: Header, options: OpenOptions): Project => {
  const lease = leaseOn(path, options)
  let db: Db | undefined
  try {
    if (!header.journalled && header.logSize > 0) setAside(`${path}-wal`)
    if (header.journalled && header.logSize > 0) refuseNewerLog(path)
    db = connect(path, 'write')
    migrate(db, path)
    sql(db, "UPDATE steps SET state = 'done' WHERE state = 'running'").run()
    return { path, db, access: 'write', place: placeOf(path), lease }
  } catch (error) {
    db?.close()
    lease.release()
    throw asFailure(error, path)
  }
}

const leaseOn = (path: string, { program, now }: OpenOptions): Lease => {
  try {
    accessSync(path, constants.W_OK)
    return takeLease(path, program, now().toISOString())
  } catch (error) {
    const failure = asFailure(error, path)
    const medium = failure instanceof Failure && ['denied', 'read-only'].includes(String(failure.params['reason']))
    if (medium) throw new Failure('read-only', { file: basename(path), reason: 'medium' }, { cause: error })
    throw failure
  }
}

/** A log beside a file that was closed cleanly belongs to another file that once had this name: it must not be replayed. */
const setAside = (log: string): void => {
  renameSync(log, `${log}-stale-${randomUUID()}`)
  rmSync(log.replace(/-wal$/, '-shm'), { force: true })
}

/** The schema may have been changed in the log alone; a connection that writes would fold the log in. */
const refuseNewerLog = (path: string): void => {
  try {
    connect(path, 'read').close()
  } catch (error) {
    // A change of the journal mode was cut off; only a connection that writes can take it back.
    if (!isUnopenable(error)) throw error
  }
}

type Why = Pick<Project, 'holder' | 'reason'>

const openToRead = (path: string, header: Header, why: Why): Project =>
  guarded(path, () => {
    const place = placeOf(path)
    const stale = !header.journalled && header.logSize > 0 && !holderOf(path)
    if (stale || header.schema < currentSchema) return openCopy(path, place, why, stale)
    try {
      const db = connect(path, 'read')
      return { path, db, access: 'read', place, ...why }
    } catch (error) {
      // A log cannot be read where its index cannot be made (on a read-only medium), nor a change that was cut off.
      if (isUnopenable(error)) return openCopy(path, place, why, false)
      throw error
    }
  })

const openCopy = (path: string, place: Place, why: Why, stale: boolean): Project => {
  const temporary = mkdtempSync(join(tmpdir(), 'actant-'))
  try {
    const copy = join(temporary, basename(path))
    copyFileSync(path, copy)
    for (const journal of stale ? ['-journal'] : ['-wal', '-journal']) {
      if (existsSync(path + journal)) copyFileSync(path + journal, copy + journal)
    }
    const writable = connect(copy, 'write')
    try {
      migrate(writable, copy)
      settleJournal(writable)
    } finally {
      writable.close()
    }
    return { path, db: connect(copy, 'read'), access: 'read', place, temporary, ...why }
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    throw error
  }
}

const isUnopenable = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)

const connect = (path: string, access: 'write' | 'read'): Db => {
  const db = new Database(path, { readonly: access === 'read', fileMustExist: true, timeout: busyTimeoutMs })
  try {
    applySettings(db, commonSettings)
    refuseNewer(schemaOf(db), path)
    // Read before the first setting that changes the file.
    if (sql(db, 'SELECT 1 FROM project').get() === undefined) {
      throw new Failure('damaged-project', { file: basename(path), reason: 'schema' })
    }
    applySettings(db, access === 'write' ? writingSettings : readingSettings)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Folds the log into the file, so that a project at rest is one file; with a reader still there, SQLite does so later. */
const settleJournal = (db: Db): void => {
  try {
    db.pragma('busy_timeout = 100')
    db.pragma('synchronous = extra')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = delete')
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
  }
}

/** Gives the finished file its name unless that is taken. */
const publish = (draft: string, target: string): void => {
  try {
    linkSync(draft, target)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') throw error
    // No hard links here (FAT, some network shares).
    if (statSync(target, { throwIfNoEntry: false }))
      throw new Failure('file', { file: basename(target), reason: 'exists' })
    renameSync(draft, target)
  }
}

const titleFrom = (path: string): string => basename(path).replace(/\.actant$/i, '') || basename(path)
