/** The calls by which annotations made in other programs are taken over; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { ForeignProblem } from '../core/formats/foreign.ts'
import type { Found } from '../core/formats/found.ts'
import { type ImportMapping, importMapping, type LeftOut } from '../core/formats/mapping.ts'
import type { OffsetsFound } from '../core/formats/offset-unit.ts'
import type { RecordKind } from '../core/records.ts'
import { nonEmptyText, uuid } from '../core/schema.ts'
import type { FileRef } from './contract-model.ts'

export interface ImportCalls {
  /** Of which formats these files are (folders are looked into), by their names and how they begin. */
  recogniseImport(files: FileRef[], job?: string): Promise<RecognisedFiles>
  /** What the files hold, rule by rule of a mapping (else of the proposal), with examples from their texts; writes nothing. */
  previewImport(request: PreviewRequest, job?: string): Promise<ImportPreview>
  /**
   * Takes over articles and annotations from files (folders are walked) of another program, in one undo step. What is here already is
   * not added twice. Cancelled, nothing of it is kept. Fails with 'bad-request' ('format') for an unknown format.
   */
  importAnnotated(request: ImportRequest, job?: string): Promise<ImportReport>
  /** A mapping to begin with, by the names in these files; it is also the one that is used where none is given. */
  proposeImport(files: FileRef[], format: string, job?: string): Promise<ImportMapping>
  /** The mappings that were saved with the project file, the latest last: a setting of it, in no bundle and no step of the history. */
  importMappings(): NamedMapping[]
  /** One of the same name gives way. */
  saveImportMapping(named: NamedMapping): void
  /** Fails with 'not-found'. */
  removeImportMapping(name: string): void
}

export type RecognisedFiles = {
  /** What was found most of comes first; a folder may stand with several. `count` is of files. */
  formats: { format: string; files: FileRef[]; count: number }[]
  /** Of no format that is known, and belonging to none of these. */
  rest: FileRef[]
}

export type PreviewRequest = z.infer<typeof previewRequest>

/** The mapping has rules for all that was found: those that were given, then proposals for the rest. */
export type ImportPreview = Found & {
  /** How many files could be read, and those that could not. */
  readable: number
  refused: ImportedFile[]
  documents: number
}

export type NamedMapping = z.infer<typeof namedMapping>

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

const previewRequest = z.strictObject({ files, format: nonEmptyText, mapping: importMapping.optional() })

/** `format` is that of the files it was made for. */
export const namedMapping = z.strictObject({
  name: z.string().trim().min(1).max(200),
  format: nonEmptyText,
  mapping: importMapping,
})

export const importActions = ['import.add'] as const

/** The arguments of these calls. */
export const importSchemas: { [K in keyof ImportCalls]: z.ZodType<Parameters<ImportCalls[K]>> } = {
  importAnnotated: z.tuple([importRequest, job]),
  proposeImport: z.tuple([files, nonEmptyText, job]),
  recogniseImport: z.tuple([files, job]),
  previewImport: z.tuple([previewRequest, job]),
  importMappings: z.tuple([]),
  saveImportMapping: z.tuple([namedMapping]),
  removeImportMapping: z.tuple([nonEmptyText]),
}
