import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { menuEntries } from '../commands/menu-entries.ts'
import { articlesQuery } from '../data/queries.ts'
import { MenuButton } from '../parts/MenuButton.tsx'
import { PaneHead } from '../registry/PaneHead.tsx'
import { ProgressFilter } from '../registry/ProgressFilter.tsx'
import { ArticleList } from './ArticleList.tsx'
import { matchingArticles } from './matching-articles.ts'
import './panes.css'

const none: ArticleSummary[] = []

export const ArticlePane = () => {
  const shell = useShell()
  const { t } = useWords()
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
      <PaneHead count={articles.length} filter={{ label: t('article.filter'), value: filter, onChange: setFilter }}>
        <MenuButton label={t('article.add.menu')} entries={() => menuEntries(shell, adding)}>
          <Plus size={18} />
        </MenuButton>
      </PaneHead>
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
