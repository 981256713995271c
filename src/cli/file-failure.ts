/** What the system says of a file, as a failure that a person can be told. */
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { Failure } from '../core/failure.ts'

/** Errors that are not the system's are bugs and come back as they are. */
export const fileFailure = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new Failure('disk-full', { file }, { cause: error })
  return new Failure('file', { file, reason: reasons[error.code] ?? error.code }, { cause: error })
}

/** Why a file that was named cannot be read; nothing where it can. */
export const unreadable = async (file: string): Promise<Failure | undefined> => {
  try {
    const stats = await stat(file)
    if (stats.isDirectory()) return new Failure('file', { file, reason: 'directory' })
    if (!stats.isFile()) return new Failure('file', { file, reason: 'not-regular' })
    await access(file, constants.R_OK)
    return undefined
  } catch (error) {
    const failure = fileFailure(error, file)
    if (failure instanceof Failure) return failure
    throw error
  }
}

// The catalogues have words for these.
const reasons: Record<string, string> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  EISDIR: 'directory',
  EIO: 'io',
  ENAMETOOLONG: 'name',
}
