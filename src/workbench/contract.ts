/**
 * Every call and event between the program's parts, declared once. The window reaches it through a port (`rpc.ts`), the
 * command line in process. Offsets are UTF-16 code units unless a member says otherwise. Calls fail with `Failure`.
 */
import { z } from 'zod'
import type { Code } from '../core/codebook.ts'
import type { Finding } from '../core/finding.ts'
import type { RecordKind } from '../core/records.ts'
import type { Actor, Annotator, Issue } from '../core/registries.ts'
import { nonEmptyText, sha256, uuid } from '../core/schema.ts'
import type { Span } from '../core/span.ts'
import type { Suggestion } from '../core/suggest/actors.ts'
import { type AdjudicationCalls, adjudicationActions, adjudicationSchemas } from './contract-adjudication.ts'
import { type AgreementCalls, agreementSchemas } from './contract-agreement.ts'
import { type AnnotationCalls, annotationActions, annotationSchemas } from './contract-annotations.ts'
import { type ArticleCalls, articleActions, articleSchemas } from './contract-articles.ts'
import { type ConflictCalls, conflictActions, conflictSchemas } from './contract-conflicts.ts'
import { type CorpusCalls, corpusSchemas } from './contract-corpus.ts'
import { type CorrectionCalls, correctionActions, correctionSchemas } from './contract-correction.ts'
import { type DuplicateCalls, duplicateSchemas } from './contract-duplicates.ts'
import { type ExchangeCalls, exchangeActions, exchangeSchemas } from './contract-exchange.ts'
import { type FormatCalls, formatSchemas } from './contract-formats.ts'
import { type ImportCalls, importActions, importSchemas } from './contract-import.ts'
import {
  type ActorCalls,
  type CodebookCalls,
  type FileRef,
  type IssueCalls,
  type LinkCalls,
  modelActions,
  modelSchemas,
  type ProgressCalls,
  span,
} from './contract-model.ts'
import { type PeopleCalls, peopleActions, peopleSchemas } from './contract-people.ts'
import { type SplitCalls, splitSchemas } from './contract-splits.ts'
import { type TableCalls, tableSchemas } from './contract-tables.ts'

export * from './contract-adjudication.ts'
export * from './contract-agreement.ts'
export * from './contract-annotations.ts'
export * from './contract-articles.ts'
export * from './contract-conflicts.ts'
export * from './contract-corpus.ts'
export * from './contract-correction.ts'
export * from './contract-duplicates.ts'
export * from './contract-exchange.ts'
export * from './contract-formats.ts'
export * from './contract-import.ts'
export * from './contract-model.ts'
export * from './contract-people.ts'
export * from './contract-splits.ts'
export * from './contract-tables.ts'

export interface Workbench
  extends ArticleCalls,
    AnnotationCalls,
    ExchangeCalls,
    ActorCalls,
    IssueCalls,
    LinkCalls,
    ProgressCalls,
    CodebookCalls,
    CorrectionCalls,
    ConflictCalls,
    DuplicateCalls,
    PeopleCalls,
    FormatCalls,
    AgreementCalls,
    CorpusCalls,
    SplitCalls,
    AdjudicationCalls,
    TableCalls,
    ImportCalls {
  /** When a view opens or a `changed` event named the project. */
  project(): ProjectInfo
  renameProject(title: string): void
  /** Says who works from now on; the annotator's record is written with that person's first change. */
  identify(me: Identity): void
  annotators(): Annotator[]
  /** Whom the words of a mention (a span, or an annotation's id) may mean, best first; the first may be `sure`. */
  suggestActors(articleId: string, where: Span | string, limit?: number): Suggestion[]
  /** Names for what annotations refer to; refetched when a `changed` event names one of the kinds. */
  registries(): Registries

  /** The steps that undo and redo would take now. */
  history(): HistoryInfo
  /** Takes back the last step that stands; says which, or nothing where there is none. */
  undo(): StepInfo | undefined
  redo(): StepInfo | undefined

  /** Integrity of the project file: SQLite, hashes, quotes, references. */
  check(job?: string): Promise<CheckReport>
  /** Writes a whole, verified copy of the project file elsewhere. */
  saveCopy(to: FileRef, job?: string): Promise<void>
  /** Stops a job at its next safe place; the call it belongs to fails with 'cancelled'. */
  cancel(job: string): void
}

/** What the service process offers beside the open project's Workbench. */
export interface Desk extends Workbench {
  /** Opens a project in place of the one that is open; for reading only where another process holds it. */
  openProject(file: FileRef): ProjectInfo
  createProject(file: FileRef, title?: string): ProjectInfo
  /** Opens the sample project as a copy: the one made before, or a new one. */
  openSample(): Promise<ProjectInfo>
  closeProject(): void
}

export type Events = {
  /** Something was written (or undone); views refetch what it names. */
  changed: Changed
  /** A long job came along; `total` is absent while unknown. */
  progress: { job: string; done: number; total?: number; subject?: string }
  /** A check in the background found damage. */
  findings: { findings: Finding[] }
}

export type Changed = {
  kinds: RecordKind[]
  articleIds: string[]
  /** Which annotations were added, changed or removed; absent where they are too many to name (over 200). */
  annotationIds?: string[]
  /** Also true when only the history moved or the project's title changed. */
  project: boolean
}

export type ProjectInfo = {
  id: string
  title: string
  /** Bare name of the project file. */
  fileName: string
  access: 'write' | 'read'
  /** Who holds it for writing, where access is 'read' for that reason. */
  holder?: { program: string; host: string; pid: number; since: string }
  /** Why access is 'read' where nobody holds it. */
  reason?: 'medium' | 'damaged'
  articles: number
  annotations: number
}

export type Registries = { actors: Actor[]; issues: Issue[]; codes: Code[]; annotators: Annotator[] }

export type Identity = { id: string; name: string }

/** One step of the history; `action` and `params` make its name in the interface's language. */
export type StepInfo = {
  id: number
  action: StepAction
  params: Record<string, string | number>
  at: string
  /** Where the step happened, so that the view can show it. */
  articleId?: string
  annotationIds: string[]
}

export const stepActions = [
  ...annotationActions,
  ...articleActions,
  ...exchangeActions,
  'project.rename',
  ...modelActions,
  ...correctionActions,
  ...conflictActions,
  ...peopleActions,
  ...adjudicationActions,
  ...importActions,
] as const
export type StepAction = (typeof stepActions)[number]

export type HistoryInfo = { undo?: StepInfo; redo?: StepInfo }

export type CheckReport = { ok: boolean; findings: Finding[] }

const job = uuid.optional()
const file = z.string().min(1)

/** The arguments of every call, for the edge where they arrive from another process. */
export const argumentSchemas: { [K in keyof Desk]: z.ZodType<Parameters<Desk[K]>> } = {
  project: z.tuple([]),
  renameProject: z.tuple([nonEmptyText]),
  identify: z.tuple([z.strictObject({ id: uuid, name: nonEmptyText })]),
  annotators: z.tuple([]),
  registries: z.tuple([]),
  suggestActors: z.tuple([sha256, z.union([span, uuid]), z.int().min(1).max(50).optional()]),
  history: z.tuple([]),
  undo: z.tuple([]),
  redo: z.tuple([]),
  check: z.tuple([job]),
  saveCopy: z.tuple([file, job]),
  cancel: z.tuple([uuid]),
  ...articleSchemas,
  ...annotationSchemas,
  ...exchangeSchemas,
  ...modelSchemas,
  ...correctionSchemas,
  ...conflictSchemas,
  ...duplicateSchemas,
  ...peopleSchemas,
  ...formatSchemas,
  ...agreementSchemas,
  ...corpusSchemas,
  ...splitSchemas,
  ...adjudicationSchemas,
  ...importSchemas,
  ...tableSchemas,
  openProject: z.tuple([file]),
  createProject: z.tuple([file, nonEmptyText.optional()]),
  openSample: z.tuple([]),
  closeProject: z.tuple([]),
}
