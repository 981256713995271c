/** Keeps the cached rows true: what a `changed` event names is fetched again, and nothing else. */

import type { ArticleSummary, Changed } from '../../../workbench/contract.ts'
import { openArticle } from '../actions/open-article.ts'
import type { Shell } from '../app/shell.ts'
import { articlesQuery, historyQuery, projectQuery, registriesQuery } from './queries.ts'

const registryKinds = new Set(['annotator', 'actor', 'issue', 'code'])

// Naming more articles than this is no cheaper than listing them all.
const FEW = 50

export const followChanges = (shell: Shell) =>
  shell.on('changed', (changed) => {
    void refresh(shell, changed)
  })

const refresh = async (shell: Shell, changed: Changed) => {
  const { queries, annotations } = shell
  const fresh: Promise<unknown>[] = [
    // The menu reads these without being subscribed to them.
    queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 }),
    queries.fetchQuery({ ...projectQuery(shell), staleTime: 0 }),
  ]
  if (changed.kinds.some((kind) => registryKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: registriesQuery(shell).queryKey }))
  }
  if (changed.kinds.includes('annotation')) {
    for (const articleId of changed.articleIds) fresh.push(annotations.refresh(articleId, changed.annotationIds))
  }
  if (changed.kinds.includes('article')) {
    fresh.push(refreshArticles(shell, changed.articleIds))
    for (const articleId of changed.articleIds) {
      fresh.push(queries.invalidateQueries({ queryKey: ['article', articleId] }))
    }
  } else if (changed.kinds.includes('annotation')) {
    fresh.push(refreshSummaries(shell, changed.articleIds))
  }
  await Promise.allSettled(fresh)
}

/** Articles came or went; where the one on the screen went, what came in its place is shown. */
const refreshArticles = async (shell: Shell, changedIds: string[]) => {
  const query = articlesQuery(shell)
  const before = shell.queries.getQueryData(query.queryKey) ?? []
  const list = await shell.queries.fetchQuery({ ...query, staleTime: 0 })
  const { articleId, phase } = shell.ui.get()
  if (phase !== 'open' || !articleId || list.some(({ id }) => id === articleId)) return
  const index = before.findIndex(({ id }) => id === articleId)
  const next = list.find(({ id }) => changedIds.includes(id)) ?? list[index] ?? list.at(-1)
  openArticle(shell, next?.id)
}

/** Counts changed: only the articles they stand on are listed anew. */
const refreshSummaries = async (shell: Shell, articleIds: string[]) => {
  const { queryKey } = articlesQuery(shell)
  if (articleIds.length === 0 || articleIds.length > FEW) return shell.queries.invalidateQueries({ queryKey })
  const now = new Map((await shell.desk.articles(articleIds)).map((summary) => [summary.id, summary]))
  shell.queries.setQueryData(queryKey, (list: ArticleSummary[] | undefined) =>
    list?.map((summary) => now.get(summary.id) ?? summary),
  )
}
