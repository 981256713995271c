/** How far annotators agree: what is asked and what is answered; `contract.ts` joins it to the other calls. */
import { z } from 'zod'
import { metricIds } from '../core/agreement/project/metrics.ts'
import type { AgreementRow } from '../core/agreement/project/rows.ts'
import { annotationType, sha256, uuid } from '../core/schema.ts'
import type { FileRef } from './contract-model.ts'

export type { MetricId } from '../core/agreement/project/metrics.ts'
export type { AgreementRow } from '../core/agreement/project/rows.ts'
export type { Scope as AgreementScope } from '../core/agreement/project/study.ts'

export interface AgreementCalls {
  /**
   * Figures over the articles on which at least two of the annotators worked: tagged something, or said that they are at it or
   * done. Orphans and adjudicated annotations are left out, and what blind mode hides. Progress and cancel by `job`.
   */
  agreement(request: AgreementRequest, job?: string): Promise<AgreementReport>
  /** Writes figures or an account, told as CSV or JSON, to a file that is there whole or not at all. */
  saveText(to: FileRef, text: string): Promise<void>
}

/** What is absent is not restricted. */
export type AgreementRequest = z.infer<typeof agreementRequest>

export type AgreementReport = {
  /** The articles that were compared. */
  articleIds: string[]
  /** Those who were compared; fewer than two where nobody worked on the same article. */
  annotatorIds: string[]
  /** The annotations that were compared. */
  annotations: number
  seed: number
  /** How many articles blind mode keeps from whoever asks; they would have been compared. */
  unseen: number
  rows: AgreementRow[]
}

const agreementRequest = z.strictObject({
  articleIds: z.array(sha256).min(1).optional(),
  annotatorIds: z.array(uuid).min(2).optional(),
  types: z.array(annotationType).min(1).optional(),
  metrics: z.array(z.enum(metricIds)).min(1).optional(),
  /** For what rests on chance; 1 where none is given. */
  seed: z.int().min(0).max(0xffffffff).optional(),
})

export const agreementSchemas = {
  agreement: z.tuple([agreementRequest, uuid.optional()]),
  saveText: z.tuple([z.string().min(1), z.string()]),
}
