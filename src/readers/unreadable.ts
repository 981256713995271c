import { rowReasons } from './table/row.ts'

/** Why bytes are no article; `readArticle` names the file and makes a `Failure` of it. */
export const unreadableReasons = [
  'empty',
  'binary',
  'too-large',
  'too-complex',
  'too-many-pages',
  'overblown',
  'lone-surrogate',
  'wrong-encoding',
  'unknown-format',
  'damaged',
  'encrypted',
  'scanned',
  'garbled',
  // What becomes of a reader process (`workbench/reader-pool.ts`).
  'too-slow',
  'too-much-memory',
  'crashed',
  // Tables with one article a row (`table/`).
  'table',
  'no-table',
  ...rowReasons,
] as const

export type UnreadableReason = (typeof unreadableReasons)[number]

export class Unreadable extends Error {
  readonly reason: UnreadableReason
  readonly params: Record<string, string | number>

  constructor(reason: UnreadableReason, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'Unreadable'
    this.reason = reason
    this.params = params
  }
}
