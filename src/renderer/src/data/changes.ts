/** Keeps the cached rows true: what a `changed` event names is fetched again, and nothing else. */

import type { ArticleSummary, Changed } from '../../../workbench/contract.ts'
import { openArticle } from '../actions/open-article.ts'
import type { Shell } from '../app/shell.ts'
import {
  articlesQuery,
  blindQuery,
  codebookQuery,
  conflictsQuery,
  duplicatesQuery,
  historyQuery,
  type LinkData,
  projectQuery,
  registriesQuery,
  splitsQuery,
} from './queries.ts'

const registryKinds = new Set(['annotator', 'actor', 'issue', 'code'])
const codebookKinds = new Set(['code', 'attribute', 'linkType'])

// What proposals, counts and lists of mentions are made of.
const namingKinds = new Set(['actor', 'issue', 'code', 'annotation'])

// What is decided between annotators, and by what it is compared.
const decidingKinds = new Set(['annotation', 'adjudication', 'article', 'actor', 'issue', 'code'])

// Naming more articles than this is no cheaper than listing them all.
const FEW = 50

// What comes while the last refresh runs, and shortly after, is fetched together. Articles that come in by the thousand tell of each of
// their batches, and nobody counts along.
const PAUSE = 100
const PAUSE_ADDING = 400

export const followChanges = (shell: Shell) => {
  let waiting: Changed | undefined
  let running = false
  const run = async () => {
    running = true
    while (waiting) {
      const changed = waiting
      waiting = undefined
      await refresh(shell, changed)
      await new Promise((resolve) => setTimeout(resolve, shell.adding.count > 0 ? PAUSE_ADDING : PAUSE))
    }
    running = false
  }
  shell.on('changed', (changed) => {
    waiting = waiting ? joined(waiting, changed) : changed
    if (!running) void run()
  })
}

const joined = (a: Changed, b: Changed): Changed => {
  const { annotationIds: _, ...both } = a
  const ids = a.annotationIds && b.annotationIds && [...new Set([...a.annotationIds, ...b.annotationIds])]
  return {
    ...both,
    kinds: [...new Set([...a.kinds, ...b.kinds])],
    articleIds: [...new Set([...a.articleIds, ...b.articleIds])],
    ...(ids && { annotationIds: ids }),
    project: a.project || b.project,
  }
}

const refresh = async (shell: Shell, changed: Changed) => {
  const { queries, annotations } = shell
  const fresh: Promise<unknown>[] = [
    // The menu reads these without being subscribed to them.
    queries.fetchQuery({ ...historyQuery(shell), staleTime: 0 }),
    queries.fetchQuery({ ...projectQuery(shell), staleTime: 0 }),
    // Every write may settle a conflict, and undoing may bring one back.
    queries.invalidateQueries({ queryKey: conflictsQuery(shell).queryKey }),
  ]
  fresh.push(queries.invalidateQueries({ queryKey: splitsQuery(shell).queryKey }))
  // Figures are made anew when somebody asks for it: they may take long.
  for (const name of ['agreement', 'corpus']) {
    fresh.push(queries.invalidateQueries({ queryKey: [name], refetchType: 'none' }))
  }
  if (changed.kinds.some((kind) => registryKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: registriesQuery(shell).queryKey }))
  }
  if (changed.kinds.some((kind) => codebookKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: codebookQuery(shell).queryKey }))
    fresh.push(queries.invalidateQueries({ queryKey: ['usage'] }))
  }
  // An annotation that goes takes its links along; one that changes matters only where links show it in another article.
  if (changed.kinds.includes('link')) fresh.push(queries.invalidateQueries({ queryKey: ['links'] }))
  else if (changed.kinds.includes('annotation')) fresh.push(refreshFarEnds(shell, changed.articleIds))
  if (changed.kinds.some((kind) => registryKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: duplicatesQuery(shell).queryKey }))
  }
  if (changed.kinds.some((kind) => namingKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: ['proposals'] }))
    fresh.push(queries.invalidateQueries({ queryKey: ['usage'] }))
    fresh.push(queries.invalidateQueries({ queryKey: ['mentions'] }))
  }
  if (changed.kinds.some((kind) => decidingKinds.has(kind))) {
    fresh.push(queries.invalidateQueries({ queryKey: ['adjudicable'] }))
  }
  if (changed.kinds.includes('annotation')) {
    for (const articleId of changed.articleIds) fresh.push(annotations.refresh(articleId, changed.annotationIds))
  }
  // Who is done with an article sees others' work on it.
  if (changed.kinds.includes('progress') && queries.getQueryData(blindQuery(shell).queryKey)) {
    fresh.push(refreshSight(shell, changed.articleIds))
  }
  if (changed.kinds.includes('article')) {
    // First, so that an article that went is no longer on the screen when it is asked for.
    await refreshArticles(shell, changed.articleIds)
    for (const articleId of changed.articleIds) {
      fresh.push(queries.invalidateQueries({ queryKey: ['article', articleId] }))
    }
  } else if (changed.kinds.includes('annotation') || changed.kinds.includes('progress')) {
    fresh.push(refreshSummaries(shell, changed.articleIds))
  }
  await Promise.allSettled(fresh)
}

const refreshSight = ({ queries, annotations }: Shell, articleIds: string[]) =>
  Promise.allSettled([
    ...articleIds.map((id) => annotations.refresh(id, undefined)),
    ...['links', 'mentions', 'proposals'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
  ])

/** Links of articles that lead into those that changed. */
const refreshFarEnds = ({ queries }: Shell, articleIds: string[]) => {
  const changed = new Set(articleIds)
  return queries.invalidateQueries({
    queryKey: ['links'],
    predicate: ({ state }) => {
      const data = state.data as LinkData | undefined
      return data?.far.some(({ articleId }) => changed.has(articleId)) ?? false
    },
  })
}

/** Articles came or went; where the one on the screen went, what came in its place is shown. */
const refreshArticles = async (shell: Shell, changedIds: string[]) => {
  const query = articlesQuery(shell)
  const before = shell.queries.getQueryData(query.queryKey) ?? []
  if (shell.adding.count > 0) return addSummaries(shell, before, changedIds)
  const list = await shell.queries.fetchQuery({ ...query, staleTime: 0 })
  const { articleId, phase } = shell.ui.get()
  if (phase !== 'open' || !articleId || list.some(({ id }) => id === articleId)) return
  const index = before.findIndex(({ id }) => id === articleId)
  const next = list.find(({ id }) => changedIds.includes(id)) ?? list[index] ?? list.at(-1)
  openArticle(shell, next?.id)
}

/** During an import: the new articles stand at the end, so that a long list is not fetched again and again. */
const addSummaries = async (shell: Shell, before: readonly ArticleSummary[], ids: string[]) => {
  const known = new Set(before.map(({ id }) => id))
  const added = await shell.desk.articles(ids.filter((id) => !known.has(id)))
  shell.queries.setQueryData(articlesQuery(shell).queryKey, [...before, ...added])
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
