/** The calls about entries of the registries that may be one; `contract.ts` joins them to the others. */
import { z } from 'zod'
import { uuid } from '../core/schema.ts'
import type { Duplicate } from '../core/suggest/duplicates.ts'

export interface DuplicateCalls {
  /** Pairs that look like one, the most certain first, without those that are kept apart. */
  duplicates(): Duplicates
  /** Two entries are not the same, and are not proposed again: a setting of this file, no step of the history, never exchanged. */
  keepApart(first: string, second: string): void
  /** Takes that back for two entries, or for all. */
  proposeAgain(first?: string, second?: string): void
}

/** `apart`: how many pairs are kept apart that would be proposed otherwise. */
export type Duplicates = { pairs: Duplicate[]; apart: number }

/** The arguments of these calls. */
export const duplicateSchemas: { [K in keyof DuplicateCalls]: z.ZodType<Parameters<DuplicateCalls[K]>> } = {
  duplicates: z.tuple([]),
  keepApart: z.tuple([uuid, uuid]),
  proposeAgain: z.union([z.tuple([]), z.tuple([uuid, uuid])]),
}
