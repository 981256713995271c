/** The project's rows as queries: fetched through the contract, dropped when a `changed` event names them. */
import { queryOptions } from '@tanstack/react-query'
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

export const historyQuery = ({ desk }: Shell) => queryOptions({ queryKey: ['history'], queryFn: () => desk.history() })

export const encodingQuery = ({ desk }: Shell, articleId: string, encoding: string) =>
  queryOptions({
    queryKey: ['encoding', articleId, encoding],
    queryFn: () => desk.previewEncoding(articleId, encoding),
    gcTime: 0,
  })
