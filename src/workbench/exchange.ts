/** Reading bundles: validating and merging. */
import type { Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { FileRef, MergeReport, ValidateReport } from './contract.ts'
import type { Job } from './jobs.ts'

export const validateBundles = async (
  _resolveFile: (ref: FileRef) => string,
  _files: FileRef[],
  _job: Job,
): Promise<ValidateReport> => {
  throw new Error('bundles cannot be read yet')
}

export const mergeBundles = async (
  _session: Session,
  _announce: Announce,
  _resolveFile: (ref: FileRef) => string,
  _files: FileRef[],
  _job: Job,
): Promise<MergeReport> => {
  throw new Error('bundles cannot be read yet')
}
