/** The calls about bundles and about what they brought into conflict; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { Side } from '../core/merge.ts'
import { kind, type RecordKind } from '../core/records.ts'
import { sha256, uuid } from '../core/schema.ts'
import type { MergeReport } from './contract.ts'
import type { FileRef } from './contract-model.ts'

export interface ConflictCalls {
  /** What merging these bundles, one on the other, would do; writes nothing. Progress and cancel by `job`. */
  previewMerge(files: FileRef[], job?: string): Promise<MergeReport>
  /** Records that were changed in two places and wait for a decision: all, or those of a kind or an article. */
  conflicts(filter?: ConflictFilter): Conflict[]
  /**
   * Decides a conflict, in one undo step that goes out with the next bundle: for one version (by its id), for 'both' (the
   * version shown stays, the others become records of their own; of what can be there only once 'bad-request', 'only-once')
   * or for 'neither' (the record is removed with what hangs on it; people are not: 'bad-request', 'annotator'). Fails with
   * 'not-found' where the conflict, or that version, is no longer there.
   */
  decideConflict(recordId: string, choice: ConflictChoice): void
}

export const conflictFilter = z.strictObject({ kind: kind.optional(), articleId: sha256.optional() })
export type ConflictFilter = { kind?: RecordKind | undefined; articleId?: string | undefined }

export const conflictChoice = z.union([z.enum(['both', 'neither']), sha256])
export type ConflictChoice = z.infer<typeof conflictChoice>

/** One record with all its versions, the one that is shown first. */
export type Conflict = {
  /** The record's. */
  id: string
  kind: RecordKind
  articleId?: string
  versions: ConflictVersion[]
  /** In what the versions differ: members of the record, as JSON pointers (of a body its members). */
  differing: string[]
}

/** A version, or the tombstone of one that was deleted; offsets in UTF-16 code units. `id` names this version alone. */
export type ConflictVersion = { id: string; shown: boolean; deleted: boolean; at: string; by: string; side: Side }

export const conflictActions = ['conflict.decide'] as const

/** The arguments of these calls. */
export const conflictSchemas: { [K in keyof ConflictCalls]: z.ZodType<Parameters<ConflictCalls[K]>> } = {
  previewMerge: z.tuple([z.array(z.string().min(1)).min(1), uuid.optional()]),
  conflicts: z.tuple([conflictFilter.optional()]),
  decideConflict: z.tuple([z.union([uuid, sha256]), conflictChoice]),
}
