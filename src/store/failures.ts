/** The one place where what SQLite and the file system say becomes a `Failure`; bugs pass through as they are. */
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../core/failure.ts'

/** Why a file could not be read or written; the catalogues put it into words. */
const fileReasons: Record<string, string> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  EISDIR: 'directory',
  EEXIST: 'exists',
  EIO: 'io',
  EBUSY: 'busy',
  ENAMETOOLONG: 'name',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
}

/** True for an error after which the file's state is unknown: nothing may be written any more. */
export const isFatal = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_IOERR') || codeOf(error) === 'EIO'

/** The `Failure` an error stands for, or the error itself where it is none a person can act on. */
export const asFailure = (error: unknown, file: string): unknown => {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  const name = basename(file)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure('disk-full', { file: name }, { cause: error })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || isMalformed(error)) {
    return new Failure('damaged-project', { file: name, reason: 'sqlite' }, { cause: error })
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new Failure('read-only', { file: name, reason: 'medium' }, { cause: error })
  }
  if (code.startsWith('SQLITE_BUSY')) return new Failure('file', { file: name, reason: 'busy' }, { cause: error })
  if (code.startsWith('SQLITE_IOERR')) return new Failure('file', { file: name, reason: 'io' }, { cause: error })
  if (code.startsWith('SQLITE_CANTOPEN')) return new Failure('file', { file: name, reason: 'denied' }, { cause: error })
  const reason = fileReasons[code]
  return reason ? new Failure('file', { file: name, reason }, { cause: error }) : error
}

/** Runs file or database work; what it throws becomes a `Failure` that names the file. */
export const guarded = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw asFailure(error, file)
  }
}

/** A record's JSON that its table's columns are drawn from, or the schema itself. */
const isMalformed = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  error.code === 'SQLITE_ERROR' &&
  /malformed|no such (table|column)/.test(error.message)

const codeOf = (error: unknown): string => {
  if (error instanceof Database.SqliteError) return error.code
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}
