/** The files calls may name, by the handles that the main process gave out. */
import { Failure } from '../core/failure.ts'
import type { FileRef } from '../workbench/contract.ts'
import type { FileGrant, Purpose } from './control.ts'

export type Files = {
  grant(grant: FileGrant): void
  /** The path behind a handle. Fails with 'bad-request' where it was not given out, or not for this. */
  path(ref: FileRef, ...purposes: Purpose[]): string
}

export const createFiles = (): Files => {
  const grants = new Map<string, FileGrant>()
  return {
    grant: (grant) => grants.set(grant.handle, grant),
    path(ref, ...purposes) {
      const grant = grants.get(ref)
      if (!grant || (purposes.length && !purposes.includes(grant.purpose)))
        throw new Failure('bad-request', { reason: 'a file that was not handed out for this' })
      return grant.path
    },
  }
}
