/** Writing the project in the formats of trainers and other tools; `contract.ts` joins this to the other calls. */
import { z } from 'zod'
import { importMapping } from '../core/formats/mapping.ts'
import { formatIds } from '../core/formats/out/format.ts'
import type { LossReport } from '../core/formats/out/ledger.ts'
import { outChoices } from '../core/formats/out/options.ts'
import { annotationType, nonEmptyText, sha256, uuid } from '../core/schema.ts'

export interface FormatCalls {
  /**
   * Writes one state of the project, or what is chosen of it, whole or not at all: to a file, or a folder that is not there yet.
   * Fails with 'bad-request' where somebody has to decide first: `nesting`, `several_people`, `splits`, `chains`, `measure`, `mapping`.
   */
  exportFormat(to: string, request: FormatRequest, job?: string): Promise<FormatReport>
  /** What `exportFormat` would report; writes nothing. Fails where it would. */
  previewFormat(request: FormatRequest, job?: string): Promise<FormatReport>
}

/** What is absent is not restricted, or as the format has it. */
export type FormatRequest = z.infer<typeof formatRequest>

export type FormatReport = {
  format: FormatRequest['format']
  /** Digest of the bundle of the same state of the whole project. */
  state: string
  articles: number
  annotations: number
  /** Articles on each side, where they were split. */
  splits?: Record<string, number>
  /** The split that is written down: its name, and of how many of these articles it does not say the side yet. */
  split?: { name: string; undecided: number }
  /** The files that were written, with their sizes in bytes; names inside the folder. */
  files: { file: string; bytes: number }[]
  /** What became of every record of the project. */
  loss: LossReport
}

export const formatRequest = z.strictObject({
  format: z.enum(formatIds),
  /** Whose annotations; 'all' says that several people's may stand side by side where the format does not tell them apart. */
  layer: z.union([uuid, z.literal('all')]).optional(),
  articleIds: z.array(sha256).min(1).optional(),
  types: z.array(annotationType).min(1).optional(),
  chains: z.enum(outChoices.chains).optional(),
  labels: z.enum(outChoices.labels).optional(),
  nesting: z.enum(outChoices.nesting).optional(),
  network: z.enum(outChoices.network).optional(),
  node: z.enum(outChoices.node).optional(),
  measure: z.enum(outChoices.measure).optional(),
  repeats: z.enum(outChoices.repeats).optional(),
  bom: z.boolean().optional(),
  /** Spans go out under the names that this mapping has for what it makes of them. */
  mapping: importMapping.optional(),
  split: z
    .strictObject({
      shares: z.array(z.number().positive()).min(2).max(3),
      seed: z.int().min(0),
      stratify: z.enum(['outlet', 'month']).optional(),
    })
    .optional(),
  /** A split that is written down in the project, in place of `split`. */
  splitName: nonEmptyText.optional(),
})

export const formatSchemas = {
  exportFormat: z.tuple([z.string().min(1), formatRequest, uuid.optional()]),
  previewFormat: z.tuple([formatRequest, uuid.optional()]),
}
