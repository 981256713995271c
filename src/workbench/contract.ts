/**
 * Every call and event between the program's parts, declared once. The window reaches it through a port (`rpc.ts`), the
 * command line in process. Offsets are UTF-16 code units unless a member says otherwise. Calls fail with `Failure`.
 */
import { z } from 'zod'
import type { Annotation } from '../core/annotation.ts'
import type { Article, ArticleMetadata } from '../core/article.ts'
import { articleMetadata } from '../core/article.ts'
import type { Code } from '../core/codebook.ts'
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { Finding, Verdict } from '../core/finding.ts'
import type { Progress, RecordKind } from '../core/records.ts'
import type { Actor, Annotator, Issue } from '../core/registries.ts'
import type { AnnotationType } from '../core/schema.ts'
import { annotationType, attributeValues, certainty, nonEmptyText, sha256, uuid } from '../core/schema.ts'
import type { Span } from '../core/span.ts'
import type { Suggestion } from '../core/suggest/actors.ts'
import { type TableColumns, tableColumns } from '../core/table/columns.ts'
import { type AdjudicationCalls, adjudicationActions, adjudicationSchemas } from './contract-adjudication.ts'
import { type AgreementCalls, agreementSchemas } from './contract-agreement.ts'
import { type ConflictCalls, conflictActions, conflictSchemas } from './contract-conflicts.ts'
import { type CorpusCalls, corpusSchemas } from './contract-corpus.ts'
import { type CorrectionCalls, correctionActions, correctionSchemas } from './contract-correction.ts'
import { type DuplicateCalls, duplicateSchemas } from './contract-duplicates.ts'
import { type FormatCalls, formatSchemas } from './contract-formats.ts'
import { type ImportCalls, importActions, importSchemas } from './contract-import.ts'
import {
  type ActorCalls,
  type BodyDraft,
  bodyDraft,
  type CodebookCalls,
  type FileRef,
  type IssueCalls,
  type LinkCalls,
  modelActions,
  modelSchemas,
  type NewEntries,
  newEntries,
  type ProgressCalls,
  type Removal,
  removal,
  span,
} from './contract-model.ts'
import { type ExportPart, exportPart, type PeopleCalls, peopleActions, peopleSchemas } from './contract-people.ts'
import { type SplitCalls, splitSchemas } from './contract-splits.ts'
import { type TableCalls, tableSchemas } from './contract-tables.ts'

export * from './contract-adjudication.ts'
export * from './contract-agreement.ts'
export * from './contract-conflicts.ts'
export * from './contract-corpus.ts'
export * from './contract-correction.ts'
export * from './contract-duplicates.ts'
export * from './contract-formats.ts'
export * from './contract-import.ts'
export * from './contract-model.ts'
export * from './contract-people.ts'
export * from './contract-splits.ts'
export * from './contract-tables.ts'

export interface Workbench
  extends ActorCalls,
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

  /** All articles in the order they are listed: by time of adding; only those named, where ids are given. */
  articles(articleIds?: string[]): ArticleSummary[]
  article(articleId: string): Article
  /** Reads files (folders are walked) and adds what is new, in one undo step; progress and cancel by `job`. */
  addArticles(files: ArticleInput[], job?: string): Promise<AddReport>
  /** Changes the metadata; a member set to null is removed. */
  updateArticle(articleId: string, change: MetadataChange): void
  /** How the text would begin if the file's bytes were read in another encoding; writes nothing. */
  previewEncoding(articleId: string, encoding: string): Promise<string>
  /** Reads the article's file bytes anew in another encoding; only while nothing is annotated ('annotated'). */
  reinterpretArticle(articleId: string, encoding: string): Promise<Article>
  /** Removes the article with everything that stands on it, in one undo step. */
  removeArticles(articleIds: string[]): void

  /**
   * An article's annotations by (start of the first fragment, −end of the last, type, id): all of them, those of `ids`
   * that stand (after a `changed` event named them), or a page of the list (so that a window never unpacks 20,000 at once).
   */
  annotations(articleId: string, part?: AnnotationPart): Annotation[]
  addAnnotation(draft: AnnotationDraft): Annotation
  /**
   * Changes members of one's own annotation; a member set to null is removed. Of another's it makes one's own copy. References
   * that are new are checked ('not-found'; 'bad-request' where they lead to the wrong type), those that stood there stay.
   */
  updateAnnotation(annotationId: string, change: AnnotationChange): Annotation
  /** The same annotation once more, without its links. */
  duplicateAnnotation(annotationId: string, newId?: string): Annotation
  /**
   * Parts an annotation in two at an offset, or a discontinuous one into its fragments, each with all that was said of the
   * whole; the first keeps id and links. Fails with 'bad-request' where there is nothing to part.
   */
  splitAnnotation(annotationId: string, at?: number): Annotation[]
  /** With their links; what else refers to them (holders, sources, evidence) stays, dangling, unless `detach` takes it away too. */
  removeAnnotations(annotationIds: string[], how?: Removal): void

  /** The steps that undo and redo would take now. */
  history(): HistoryInfo
  /** Takes back the last step that stands; says which, or nothing where there is none. */
  undo(): StepInfo | undefined
  redo(): StepInfo | undefined

  /** Writes a bundle of the whole project, or of a part, atomically; progress and cancel by `job`. */
  exportBundle(to: FileRef, job?: string, part?: ExportPart): Promise<ExportReport>
  /**
   * Merges bundles one after the other, each whole or not at all, each one undo step; a verified backup of the project is
   * kept beside it first. Until it is done others read what was there before, and their writes fail with 'busy'.
   */
  mergeBundles(files: FileRef[], job?: string): Promise<MergeReport>
  validateBundles(files: FileRef[], job?: string): Promise<ValidateReport>
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

export type ArticleSummary = {
  id: string
  title?: string
  /** First words of the text, for articles without a title. */
  opening: string
  outlet?: string
  publishedAt?: string
  language?: string
  fileName?: string
  encoding?: string
  createdAt: string
  /** Unicode code points. */
  length: number
  annotations: Record<AnnotationType, number>
  /** How far one is with it oneself; absent where that was never said. */
  progress?: Progress['state']
  /** How far everybody is whose progress is on record, oneself too, by annotator's id. 'todo' is what was assigned and not begun. */
  people: { annotatorId: string; state: Progress['state'] }[]
  /** How many others' work is hidden, as blind mode wants it; absent where nothing is. */
  hiddenPeople?: number
}

/**
 * A file or a folder, or pasted text. `wholePage`: all of a web page counts, rather than the article that is found on it. With
 * `columns` it is a table with one article a row.
 */
export type ArticleInput =
  | { file: FileRef; encoding?: string; wholePage?: boolean; columns?: TableColumns }
  | { paste: string; mediaType: 'text/plain' | 'text/html' | 'text/markdown' }

export type AddReport = {
  added: number
  existing: number
  refused: number
  files: AddedFile[]
  /** It was cancelled; `files` says how far it came. */
  stopped?: true
}

/**
 * `file` is the path or bare name; a reason in `failure` where it was refused. A table has one entry for all its rows, which the report counts
 * as articles, and one for each row that was refused.
 */
export type AddedFile = {
  file: string
  /** The row of a table that this is about. */
  row?: number
  /** What became of a table's rows. */
  rows?: { added: number; existing: number; refused: number }
  outcome: 'added' | 'existing' | 'refused'
  article?: string
  /** The encoding the bytes were read in. */
  encoding?: string
  failure?: { code: FailureCode; params: FailureParams }
}

export type MetadataChange = { [K in keyof ArticleMetadata]?: ArticleMetadata[K] | null }

/** A new annotation; fragments in text order. The caller may choose the id, to paint before the write is acknowledged. */
export type AnnotationDraft = {
  id?: string
  articleId: string
  type: AnnotationType
  fragments: { start: number; end: number }[]
  codes?: string[]
  attributes?: Record<string, string | number | boolean>
  body?: BodyDraft
  certainty?: 'sure' | 'unsure'
  note?: string
}

export type AnnotationPart = { ids: string[] } | { skip: number; limit: number }

/** What is given replaces what stood there, whole: all codes, all attribute values, the body of the (new) type, all fragments. */
export type AnnotationChange = {
  certainty?: 'sure' | 'unsure'
  note?: string | null
  type?: AnnotationType
  codes?: string[]
  attributes?: Record<string, string | number | boolean>
  body?: BodyDraft
  /** In text order. */
  fragments?: { start: number; end: number }[]
  /** Actors and issues that the body refers to and that are not in the registries yet. */
  entries?: NewEntries
}

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
  'annotation.add',
  'annotation.update',
  'annotation.remove',
  'article.add',
  'article.update',
  'article.reinterpret',
  'article.remove',
  'bundle.merge',
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

export type CheckReport = { ok: boolean; findings: Finding[] }

const job = uuid.optional()
const file = z.string().min(1)

const draft = z.strictObject({
  id: uuid.optional(),
  articleId: sha256,
  type: annotationType,
  fragments: z.array(span).min(1),
  codes: z.array(uuid).optional(),
  attributes: attributeValues.optional(),
  body: bodyDraft.optional(),
  certainty: certainty.optional(),
  note: nonEmptyText.optional(),
})

const annotationChange = z.strictObject({
  certainty: certainty.optional(),
  note: nonEmptyText.nullish(),
  type: annotationType.optional(),
  codes: z.array(uuid).optional(),
  attributes: attributeValues.optional(),
  body: bodyDraft.optional(),
  fragments: z.array(span).min(1).optional(),
  entries: newEntries.optional(),
})

const metadataChange = z.strictObject(articleMetadata).extend(
  Object.fromEntries(Object.entries(articleMetadata).map(([name, schema]) => [name, schema.nullable()])) as {
    [K in keyof typeof articleMetadata]: z.ZodNullable<(typeof articleMetadata)[K]>
  },
)

const articleInput = z.union([
  z.strictObject({
    file,
    encoding: nonEmptyText.optional(),
    wholePage: z.boolean().optional(),
    columns: tableColumns.optional(),
  }),
  z.strictObject({ paste: z.string().min(1), mediaType: z.enum(['text/plain', 'text/html', 'text/markdown']) }),
])

const ids = z.array(uuid).min(1)

/** The arguments of every call, for the edge where they arrive from another process. */
export const argumentSchemas: { [K in keyof Desk]: z.ZodType<Parameters<Desk[K]>> } = {
  project: z.tuple([]),
  renameProject: z.tuple([nonEmptyText]),
  identify: z.tuple([z.strictObject({ id: uuid, name: nonEmptyText })]),
  annotators: z.tuple([]),
  registries: z.tuple([]),
  suggestActors: z.tuple([sha256, z.union([span, uuid]), z.int().min(1).max(50).optional()]),
  articles: z.tuple([z.array(sha256).optional()]),
  article: z.tuple([sha256]),
  addArticles: z.tuple([z.array(articleInput).min(1), job]),
  updateArticle: z.tuple([sha256, metadataChange]),
  previewEncoding: z.tuple([sha256, nonEmptyText]),
  reinterpretArticle: z.tuple([sha256, nonEmptyText]),
  removeArticles: z.tuple([z.array(sha256).min(1)]),
  annotations: z.tuple([
    sha256,
    z
      .union([z.strictObject({ ids: z.array(uuid) }), z.strictObject({ skip: z.int().min(0), limit: z.int().min(1) })])
      .optional(),
  ]),
  addAnnotation: z.tuple([draft]),
  updateAnnotation: z.tuple([uuid, annotationChange]),
  duplicateAnnotation: z.tuple([uuid, uuid.optional()]),
  splitAnnotation: z.tuple([uuid, z.int().min(0).optional()]),
  removeAnnotations: z.tuple([ids, removal.optional()]),
  history: z.tuple([]),
  undo: z.tuple([]),
  redo: z.tuple([]),
  exportBundle: z.tuple([file, job, exportPart.optional()]),
  mergeBundles: z.tuple([z.array(file).min(1), job]),
  validateBundles: z.tuple([z.array(file).min(1), job]),
  check: z.tuple([job]),
  saveCopy: z.tuple([file, job]),
  cancel: z.tuple([uuid]),
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
