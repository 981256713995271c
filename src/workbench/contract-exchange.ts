/** Bundles: written, merged, looked through; `contract.ts` joins these calls to the others. */
import { z } from 'zod'
import type { Finding, Verdict } from '../core/finding.ts'
import type { RecordKind } from '../core/records.ts'
import { uuid } from '../core/schema.ts'
import type { FileRef } from './contract-model.ts'
import { type ExportPart, exportPart } from './contract-people.ts'

export interface ExchangeCalls {
  /** Writes a bundle of the whole project, or of a part, atomically; progress and cancel by `job`. */
  exportBundle(to: FileRef, job?: string, part?: ExportPart): Promise<ExportReport>
  /**
   * Merges bundles one after the other, each whole or not at all, each one undo step; a verified backup of the project is
   * kept beside it first. Until it is done others read what was there before, and their writes fail with 'busy'.
   */
  mergeBundles(files: FileRef[], job?: string): Promise<MergeReport>
  validateBundles(files: FileRef[], job?: string): Promise<ValidateReport>
}

export type ExportReport = { articles: number; annotations: number; bytes: number; digest: string }

export type RecordCounts = Partial<Record<RecordKind | 'tombstone', number>>

export type MergeReport = {
  files: {
    file: string
    outcome: 'merged' | 'refused'
    new: RecordCounts
    newer: RecordCounts
    older: RecordCounts
    equal: RecordCounts
    /** Records that came to stand in conflict; of the kind they are or were. */
    conflicts: RecordCounts
    /** Annotations whose place was looked for, because texts differed: found elsewhere, or not. */
    reanchored: number
    orphans: number
    /** Articles that were here with another text. */
    texts: string[]
    /** References whose other end is neither here nor in the bundle, by its kind. */
    dangling: RecordCounts
    findings: Finding[]
  }[]
}

export type ValidateReport = { files: { file: string; verdict: Verdict; findings: Finding[] }[] }

const file = z.string().min(1)
const job = uuid.optional()

/** The arguments of these calls. */
export const exchangeSchemas: { [K in keyof ExchangeCalls]: z.ZodType<Parameters<ExchangeCalls[K]>> } = {
  exportBundle: z.tuple([file, job, exportPart.optional()]),
  mergeBundles: z.tuple([z.array(file).min(1), job]),
  validateBundles: z.tuple([z.array(file).min(1), job]),
}

export const exchangeActions = ['bundle.merge'] as const
