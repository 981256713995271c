/** Splits that are written down in the project, so that every export has the same sides; `contract.ts` joins this to the other calls. */
import { z } from 'zod'
import { nonEmptyText, sha256, uuid } from '../core/schema.ts'

export interface SplitCalls {
  splits(): SplitInfo[]
  /**
   * Decides the side of every article and writes it down under a name ('bad-request', `name_taken`, where there is one). No step of the
   * history and no part of bundles, as everything here.
   */
  makeSplit(draft: SplitDraft, job?: string): Promise<void>
  /** Writes down the sides of the articles that were added since; what was decided stays. */
  extendSplit(name: string, job?: string): Promise<void>
  renameSplit(name: string, to: string): void
  removeSplit(name: string): void
  /** Articles that somebody said belong on one side. */
  together(): string[][]
  /** In every split they stand on the side of the one that was added first from now on, where they are written down too. */
  putTogether(articleIds: string[]): void
  /** They may stand on different sides again; what was decided stays. */
  takeApart(articleIds: string[]): void
}

const plan = {
  shares: z.array(z.number().positive()).min(2).max(3),
  seed: z.int().min(0),
  stratify: z.enum(['outlet', 'month']).optional(),
}
export const splitDraft = z.strictObject({ name: nonEmptyText, ...plan })

/** Shares of a whole in any unit, train and test or with validation between them. */
export type SplitDraft = z.infer<typeof splitDraft>

export type SplitInfo = SplitDraft & {
  /** In the order of the shares; of the articles that are here. */
  sides: { side: string; articles: number; annotations: number }[]
  /** Articles that were added since it was written down. */
  undecided: number
}

export const splitSchemas = {
  splits: z.tuple([]),
  makeSplit: z.tuple([splitDraft, uuid.optional()]),
  extendSplit: z.tuple([nonEmptyText, uuid.optional()]),
  renameSplit: z.tuple([nonEmptyText, nonEmptyText]),
  removeSplit: z.tuple([nonEmptyText]),
  together: z.tuple([]),
  putTogether: z.tuple([z.array(sha256).min(2)]),
  takeApart: z.tuple([z.array(sha256).min(1)]),
}
