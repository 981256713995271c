/** The calls for correcting an article's text and placing what lost its place by it; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { Annotation } from '../core/annotation.ts'
import { nonEmptyText, sha256, uuid } from '../core/schema.ts'
import type { Span } from '../core/span.ts'
import { span } from './contract-model.ts'

export interface CorrectionCalls {
  /** What a new text would do to the annotations of an article; writes nothing. Fails as `correctText`. */
  previewCorrection(articleId: string, newText: string): CorrectionReport
  /**
   * Gives an article a new text, in one undo step with its layout and everybody's annotations: they go along with the
   * changes, and those whose place is unclear become orphans. Fails with 'bad-request' ('text') where the new text is empty
   * or holds carriage returns.
   */
  correctText(articleId: string, newText: string): CorrectionReport
  /** Annotations that lost their place, with their last quote: an article's, or all. */
  orphans(articleId?: string): Annotation[]
  /** Gives an orphan a place; of another's it makes one's own copy. Fails with 'bad-request' ('anchored') where it has one. */
  placeAgain(annotationId: string, fragments: Span[]): Annotation
}

export type CorrectionReport = {
  /** How many keep their words, at most moved. */
  kept: number
  /** Those with other words, or found at another place. Fragments of a quote are joined by ' … '. */
  reanchored: { id: string; quote: string; newQuote: string }[]
  /** Those that lose their place by this. */
  orphans: { id: string; quote: string }[]
  /** How many fragments of cues and conditions lose theirs. */
  lost: number
}

export const correctionActions = ['article.correct', 'annotation.place'] as const

/** The arguments of these calls. */
export const correctionSchemas: { [K in keyof CorrectionCalls]: z.ZodType<Parameters<CorrectionCalls[K]>> } = {
  previewCorrection: z.tuple([sha256, nonEmptyText]),
  correctText: z.tuple([sha256, nonEmptyText]),
  orphans: z.tuple([sha256.optional()]),
  placeAgain: z.tuple([uuid, z.array(span).min(1)]),
}
