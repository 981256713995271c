/** The calls by which annotations made in other programs are taken over; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { ForeignProblem } from '../core/formats/foreign.ts'
import { type ImportMapping, importMapping, type LeftOut } from '../core/formats/mapping.ts'
import type { OffsetsFound } from '../core/formats/offset-unit.ts'
import type { RecordKind } from '../core/records.ts'
import { nonEmptyText, uuid } from '../core/schema.ts'
import type { FileRef } from './contract-model.ts'

export interface ImportCalls {
  /**
   * Takes over articles and annotations from files (folders are walked) of another program, in one undo step. What is here already is
   * not added twice. Cancelled, nothing of it is kept. Fails with 'bad-request' ('format') for an unknown format.
   */
  importAnnotated(request: ImportRequest, job?: string): Promise<ImportReport>
  /** A mapping to begin with, by the names in these files; it is also the one that is used where none is given. */
  proposeImport(files: FileRef[], format: string, job?: string): Promise<ImportMapping>
}

export type ImportRequest = z.infer<typeof importRequest>

export type ImportReport = {
  mapping: ImportMapping
  files: ImportedFile[]
  /** What was added to the project, by kind. */
  added: Partial<Record<RecordKind, number>>
}

export type ImportedFile = {
  /** The path that was given, or found in a folder. */
  file: string
  outcome: 'imported' | 'refused'
  /** Those of the file that are in the project now. */
  articles: string[]
  added: ImportCounts
  existing: ImportCounts
  /** Annotations on texts that were corrected here: found elsewhere, or not. */
  reanchored: number
  orphans: number
  /** How the file's offsets were found to be counted. */
  offsets?: OffsetsFound
  leftOut: LeftOut[]
  problems: ForeignProblem[]
  /** Why the file, or one that belongs to it, could not be read at all. */
  failure?: { code: FailureCode; params: FailureParams }
}

export type ImportCounts = { article: number; annotation: number; link: number }

const files = z.array(z.string().min(1)).min(1)
const job = uuid.optional()

const importRequest = z.strictObject({
  files,
  format: nonEmptyText,
  /** Without it what `proposeImport` says. */
  mapping: importMapping.optional(),
  /** In whose name annotations stand; by default whom the file names, else the importer of the format. */
  annotator: nonEmptyText.optional(),
  /** Only say what would be done. */
  dryRun: z.boolean().optional(),
})

export const importActions = ['import.add'] as const

/** The arguments of these calls. */
export const importSchemas: { [K in keyof ImportCalls]: z.ZodType<Parameters<ImportCalls[K]>> } = {
  importAnnotated: z.tuple([importRequest, job]),
  proposeImport: z.tuple([files, nonEmptyText, job]),
}
