/** What a corpus is made of and what it has little of; `contract.ts` joins this to the other calls. */
import { z } from 'zod'
import { type CorpusAbout, corpusAbout } from '../core/corpus/about.ts'
import type { CorpusCounts } from '../core/corpus/report.ts'
import type { ThinFinding } from '../core/corpus/thin.ts'
import { sha256, uuid } from '../core/schema.ts'

export type { CorpusAbout } from '../core/corpus/about.ts'
export type { CorpusCounts } from '../core/corpus/report.ts'
export type { ThinFinding } from '../core/corpus/thin.ts'

export interface CorpusCalls {
  /** Counts one state of the project, article by article, without what blind mode hides. Progress and cancel by `job`. */
  corpus(request: CorpusRequest, job?: string): Promise<CorpusReport>
  /** Where that is which a figure or a finding is about. */
  corpusPlaces(request: CorpusRequest, about: CorpusAbout, job?: string): Promise<CorpusPlaces>
}

/** What is absent is not restricted. */
export type CorpusRequest = z.infer<typeof corpusRequest>

export type CorpusReport = CorpusCounts & {
  few: number
  /** Articles on which others worked whose work blind mode hides. */
  unseen: number
  thin: ThinFinding[]
}

/** In the order articles are listed; `first` is the first of the annotations in the text. */
export type CorpusPlaces = {
  articleIds: string[]
  annotations: number
  first?: { articleId: string; annotationId?: string }
}

export const usualFew = 5

const corpusRequest = z.strictObject({
  /** Whose annotations: an annotator's, or the gold layer's. */
  layer: uuid.optional(),
  articleIds: z.array(sha256).optional(),
  /** Only those that whoever's work it is (of all or of the gold layer: anybody) is done with. */
  onlyDone: z.boolean().optional(),
  /** Fewer than these are few; `usualFew` where none is given. */
  few: z.int().min(1).max(9999).optional(),
})

export const corpusSchemas = {
  corpus: z.tuple([corpusRequest, uuid.optional()]),
  corpusPlaces: z.tuple([corpusRequest, corpusAbout, uuid.optional()]),
}
