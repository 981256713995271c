/** The project's rows as queries: fetched through the contract, dropped when a `changed` event names them. */
import { queryOptions } from '@tanstack/react-query'
import type { Annotation } from '../../../core/annotation.ts'
import type { Link } from '../../../core/records.ts'
import type { Adjudicable, DependedKind, ExportSelection, MentionedKind } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'

export const projectQuery = ({ desk }: Shell) => queryOptions({ queryKey: ['project'], queryFn: () => desk.project() })

export const articlesQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['articles'], queryFn: () => desk.articles() })

export const articleQuery = ({ desk }: Shell, articleId: string) =>
  queryOptions({
    queryKey: ['article', articleId],
    queryFn: () => desk.article(articleId),
    structuralSharing: false,
    gcTime: 60_000,
  })

export const registriesQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['registries'], queryFn: () => desk.registries() })

export const codebookQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['codebook'], queryFn: () => desk.codebook() })

/** What refers to a record; asked only while it is shown. */
export const dependentsQuery = ({ desk }: Shell, kind: DependedKind, id: string) =>
  queryOptions({ queryKey: ['dependents', kind, id], queryFn: () => desk.dependents(kind, [id]), gcTime: 0 })

export type LinkData = { links: Link[]; far: Annotation[] }

/** An article's links, with the annotations of other articles that they lead to. */
export const linksQuery = ({ desk }: Shell, articleId: string) =>
  queryOptions({
    queryKey: ['links', articleId],
    queryFn: async (): Promise<LinkData> => {
      const [links, far] = await Promise.all([desk.links(articleId), desk.farEnds(articleId)])
      return { links, far }
    },
    gcTime: 60_000,
  })

/** What there is to decide between annotators; asked only while it is shown. */
export const adjudicableQuery = ({ desk }: Shell, articleId: string, annotatorIds: readonly string[] | undefined) =>
  queryOptions({
    queryKey: ['adjudicable', articleId, annotatorIds ?? 'everybody'],
    queryFn: () => desk.adjudicable(articleId, annotatorIds && [...annotatorIds]),
    gcTime: 0,
    // The one before stays until the next is there.
    placeholderData: (before: Adjudicable | undefined) => before,
  })

/** Asked only while it is shown. */
export const usageQuery = ({ desk }: Shell) => queryOptions({ queryKey: ['usage'], queryFn: () => desk.usage() })

/** Asked only where an article has nothing left to do. */
export const openTasksQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['openTasks'], queryFn: () => desk.openTasks(), staleTime: 0 })

/** Where annotations refer to an entry; asked only while it is shown. */
export const mentionsQuery = ({ desk }: Shell, kind: MentionedKind, id: string) =>
  queryOptions({ queryKey: ['mentions', kind, id], queryFn: () => desk.mentions(kind, id), gcTime: 0 })

/** Whether others' work is hidden until one is done with an article. */
export const blindQuery = ({ desk }: Shell) => queryOptions({ queryKey: ['blind'], queryFn: () => desk.blind() })

/** The import mappings that are saved in the project. */
export const importMappingsQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['importMappings'], queryFn: () => desk.importMappings(), gcTime: 0 })

/** What sharing would take along; asked only while it is chosen. */
export const previewExportQuery = ({ desk }: Shell, part: ExportSelection) =>
  queryOptions({ queryKey: ['previewExport', part], queryFn: () => desk.previewExport(part), staleTime: 0, gcTime: 0 })

/** Entries that may be one; asked only while it is shown. */
export const duplicatesQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['duplicates'], queryFn: () => desk.duplicates(), gcTime: 0 })

/** The splits that are written down, and what was put on one side; asked only while it is shown. */
export const splitsQuery = ({ desk }: Shell) =>
  queryOptions({
    queryKey: ['splits'],
    queryFn: async () => {
      const [splits, together] = await Promise.all([desk.splits(), desk.together()])
      return { splits, together }
    },
    staleTime: 0,
  })

/** What was changed in two places and waits for a decision. */
export const conflictsQuery = ({ desk }: Shell) =>
  queryOptions({ queryKey: ['conflicts'], queryFn: () => desk.conflicts() })

export const historyQuery = ({ desk }: Shell) => queryOptions({ queryKey: ['history'], queryFn: () => desk.history() })

export const encodingQuery = ({ desk }: Shell, articleId: string, encoding: string) =>
  queryOptions({
    queryKey: ['encoding', articleId, encoding],
    queryFn: () => desk.previewEncoding(articleId, encoding),
    gcTime: 0,
  })

/** What a table that is to be added holds; the file may change until it is looked into again. */
export const tableQuery = ({ desk }: Shell, file: string, encoding: string | undefined) =>
  queryOptions({
    queryKey: ['table', file, encoding],
    queryFn: () => desk.previewTable(file, encoding),
    gcTime: 0,
  })

/** Whom a mention may mean. Asked by its place where that is one span, so that it can be asked before the mention is written. */
export const proposalsQuery = ({ desk }: Shell, { id, articleId, target }: Annotation) => {
  const [first] = target.fragments
  const where = first && target.fragments.length === 1 ? { start: first.start, end: first.end } : id
  return queryOptions({
    queryKey: ['proposals', articleId, where],
    queryFn: () => desk.suggestActors(articleId, where),
  })
}
