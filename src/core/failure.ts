/**
 * Expected failures: what a person can be told and can act on. Everything else is a bug and propagates as it is.
 * The sentence stands in the catalogues (`i18n/<lang>/failures.ts`), under the same code.
 */
export const failureCodes = [
  /** The file is not an Actant project. */
  'not-a-project',
  /** The project was written by a newer Actant: `found`, `known`. */
  'newer-project',
  /** SQLite or our own checks found the file damaged: `reason`. */
  'damaged-project',
  /** Another process holds the project for writing: `holder` (program), `host`, `pid`, `since`. */
  'held',
  /** The project is open for reading only: `reason`. */
  'read-only',
  /** Bundles are being merged: nothing else can be written until that is done. */
  'busy',
  'no-project',
  /** The project file was deleted or replaced while it was open: `file`. */
  'project-gone',
  'disk-full',
  /** Reading or writing a file failed: `file`, `reason`. */
  'file',
  /** A file that is no regular file, too large, or of an unknown kind: `file`, `reason`. */
  'unreadable-article',
  /** A bundle that breaks the structure; `findings` says where. */
  'refused-bundle',
  /** A file that is no codebook, or a broken one: `file`, `reason` (a finding's code), `where` (a JSON pointer), the finding's params. */
  'refused-codebook',
  /** A record named in a call is not there: `kind`, `id`. */
  'not-found',
  /** A call's arguments did not parse: `reason`. */
  'bad-request',
  /** Another annotator's work is never edited. */
  'not-yours',
  /** The article already has annotations, so its text cannot be read anew. */
  'annotated',
  'cancelled',
  /** The service process died while the call was under way. */
  'service-gone',
  /** Nobody has said yet who is working. */
  'who-are-you',
] as const

export type FailureCode = (typeof failureCodes)[number]
export type FailureParams = Record<string, string | number>

/** An expected failure with the values its sentence needs. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly params: FailureParams

  constructor(code: FailureCode, params: FailureParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'Failure'
    this.code = code
    this.params = params
  }
}
