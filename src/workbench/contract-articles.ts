/** Articles: listed, added, described, removed; `contract.ts` joins these calls to the others. */
import { z } from 'zod'
import { type Article, type ArticleMetadata, articleMetadata } from '../core/article.ts'
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { Progress } from '../core/records.ts'
import { type AnnotationType, nonEmptyText, sha256, uuid } from '../core/schema.ts'
import { type TableColumns, tableColumns } from '../core/table/columns.ts'
import type { FileRef } from './contract-model.ts'

export interface ArticleCalls {
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
}

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

const file = z.string().min(1)
const job = uuid.optional()

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

/** The arguments of these calls. */
export const articleSchemas: { [K in keyof ArticleCalls]: z.ZodType<Parameters<ArticleCalls[K]>> } = {
  articles: z.tuple([z.array(sha256).optional()]),
  article: z.tuple([sha256]),
  addArticles: z.tuple([z.array(articleInput).min(1), job]),
  updateArticle: z.tuple([sha256, metadataChange]),
  previewEncoding: z.tuple([sha256, nonEmptyText]),
  reinterpretArticle: z.tuple([sha256, nonEmptyText]),
  removeArticles: z.tuple([z.array(sha256).min(1)]),
}

export const articleActions = ['article.add', 'article.update', 'article.reinterpret', 'article.remove'] as const
