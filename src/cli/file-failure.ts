/** What the system says of a file, as a failure that a person can be told. */
import { Failure } from '../core/failure.ts'

/** Errors that are not the system's are bugs and come back as they are. */
export const fileFailure = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new Failure('disk-full', { file }, { cause: error })
  return new Failure('file', { file, reason: error.code }, { cause: error })
}
