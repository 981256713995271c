/** The calls about the people who annotate: who works on what, what each may see, and what goes out; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { Annotator } from '../core/registries.ts'
import { nonEmptyText, sha256, uuid } from '../core/schema.ts'

export interface PeopleCalls {
  /** Adds somebody who is not here yet, so that work can be assigned; one of that name who is here already is handed back. */
  addAnnotator(name: string, id?: string): Annotator
  /** Assigns articles to people: each who has no progress there yet gets 'todo'. One undo step. */
  assign(articleIds: string[], annotatorIds: string[]): void
  /** Takes articles from people who have not begun with them ('todo'); progress that says more stays. One undo step. */
  unassign(articleIds: string[], annotatorIds: string[]): void
  /** What exporting a part (or, where nothing is named, everything) would take along and leave here; writes nothing. */
  previewExport(part: ExportSelection): ExportPreview
  /** Whether others' work on an article is kept from whoever has not done it: a setting of this file, never exchanged. */
  blind(): boolean
  /** Courtesy between people, no protection: the file holds everything. No step of the history. */
  setBlind(on: boolean): void
}

/** Of which people, of which articles; absent means all. Without articles: those that the people worked on. */
export type ExportSelection = { annotatorIds?: string[] | undefined; articleIds?: string[] | undefined }

/** `reason` says in words which part it is, and stands in the bundle. */
export type ExportPart = ExportSelection & { reason: string }

export type ExportPreview = {
  articles: number
  annotations: number
  actors: number
  issues: number
  codes: number
  links: number
  /** Annotations that go out, and those on these articles that stay here, by annotator. */
  made: Record<string, number>
  leftOut: Record<string, number>
  articlesLeftOut: number
  /** References to annotations and articles that stay here. */
  dangling: number
}

export const peopleActions = ['annotator.add', 'article.assign', 'article.unassign'] as const

const selection = { annotatorIds: z.array(uuid).min(1).optional(), articleIds: z.array(sha256).min(1).optional() }

export const exportPart = z.strictObject({ ...selection, reason: nonEmptyText })

const pairs = z.tuple([z.array(sha256).min(1), z.array(uuid).min(1)])

/** The arguments of these calls. */
export const peopleSchemas: { [K in keyof PeopleCalls]: z.ZodType<Parameters<PeopleCalls[K]>> } = {
  addAnnotator: z.tuple([nonEmptyText, uuid.optional()]),
  assign: pairs,
  unassign: pairs,
  previewExport: z.tuple([z.strictObject(selection)]),
  blind: z.tuple([]),
  setBlind: z.tuple([z.boolean()]),
}
