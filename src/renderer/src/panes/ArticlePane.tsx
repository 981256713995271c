import { useQuery } from '@tanstack/react-query'
import { ListFilter, Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { menuEntries } from '../commands/menu-entries.ts'
import { articlesQuery } from '../data/queries.ts'
import { MenuButton } from '../parts/MenuButton.tsx'
import { PaneTabs } from '../registry/PaneTabs.tsx'
import { ProgressFilter } from '../registry/ProgressFilter.tsx'
import { ArticleList } from './ArticleList.tsx'
import { matchingArticles } from './matching-articles.ts'
import './panes.css'

const none: ArticleSummary[] = []

export const ArticlePane = () => {
  const shell = useShell()
  const { t, number } = useWords()
  const { data: articles = none } = useQuery(articlesQuery(shell))
  const [filter, setFilter] = useState('')
  const hidden = useUi(({ hiddenProgress }) => hiddenProgress)
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const onlyAssigned = useUi(({ onlyAssigned }) => onlyAssigned)
  const assignedTo = onlyAssigned ? me : undefined
  const words = useDeferredValue(filter)
  const shownArticles = useMemo(
    () => matchingArticles(articles, { words, hidden, assignedTo }),
    [articles, words, hidden, assignedTo],
  )
  return (
    <div className="pane">
      <header className="pane-head">
        <PaneTabs />
        <span className="quiet small pane-count">{articles.length > 0 ? number(articles.length) : null}</span>
        <MenuButton label={t('article.add.menu')} entries={() => menuEntries(shell, adding)}>
          <Plus size={18} />
        </MenuButton>
      </header>
      {articles.length > 0 ? (
        <div className="pane-filter">
          <ListFilter size={15} aria-hidden="true" />
          <input
            className="input"
            type="search"
            value={filter}
            placeholder={t('article.filter')}
            aria-label={t('article.filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
      ) : null}
      {articles.length > 0 ? <ProgressFilter articles={articles} /> : null}
      {shownArticles.length > 0 ? (
        <ArticleList articles={shownArticles} />
      ) : (
        <p className="pane-empty">{t(articles.length > 0 ? 'article.noneMatches' : 'article.none')}</p>
      )}
    </div>
  )
}

const adding = ['article.addFiles', 'article.addFolder', 'article.paste']
