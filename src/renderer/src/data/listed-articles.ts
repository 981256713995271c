/** The articles that are listed on the left, as its filters have it. */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import type { Shell, UiState } from '../app/shell.ts'
import { useStore } from '../app/store.ts'
import { type ArticleFilter, matchingArticles } from '../panes/matching-articles.ts'
import { articlesQuery } from './queries.ts'

const none: ArticleSummary[] = []

type Filters = Pick<UiState, 'articleWords' | 'hiddenProgress' | 'onlyAssigned' | 'articleSet'>

const filterOf = ({ articleWords, hiddenProgress, onlyAssigned, articleSet }: Filters, me: string | undefined) => ({
  words: articleWords,
  hidden: hiddenProgress,
  assignedTo: onlyAssigned ? me : undefined,
  only: articleSet?.ids,
})

/** Without a subscription. */
export const listedNow = (shell: Shell): ArticleSummary[] =>
  matchingArticles(
    shell.queries.getQueryData(articlesQuery(shell).queryKey) ?? none,
    filterOf(shell.ui.get(), shell.settings.get().identity?.id),
  )

export const useListedArticles = (): { articles: ArticleSummary[]; listed: ArticleSummary[] } => {
  const shell = useShell()
  const { data: articles = none } = useQuery(articlesQuery(shell))
  const words = useDeferredValue(useUi(({ articleWords }) => articleWords))
  const hidden = useUi(({ hiddenProgress }) => hiddenProgress)
  const onlyAssigned = useUi(({ onlyAssigned }) => onlyAssigned)
  const articleSet = useUi(({ articleSet }) => articleSet)
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const filter = useMemo(
    (): ArticleFilter => filterOf({ articleWords: words, hiddenProgress: hidden, onlyAssigned, articleSet }, me),
    [words, hidden, onlyAssigned, articleSet, me],
  )
  return { articles, listed: useMemo(() => matchingArticles(articles, filter), [articles, filter]) }
}
