import { Plus } from 'lucide-react'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { menuEntries } from '../commands/menu-entries.ts'
import { useListedArticles } from '../data/listed-articles.ts'
import { MenuButton } from '../parts/MenuButton.tsx'
import { PaneHead } from '../registry/PaneHead.tsx'
import { ProgressFilter } from '../registry/ProgressFilter.tsx'
import { ArticleList } from './ArticleList.tsx'
import { ArticleSetBar } from './ArticleSetBar.tsx'
import './panes.css'

export const ArticlePane = () => {
  const shell = useShell()
  const { t } = useWords()
  const { articles, listed } = useListedArticles()
  const value = useUi(({ articleWords }) => articleWords)
  const onChange = (articleWords: string) => shell.ui.set({ articleWords })
  return (
    <div className="pane">
      <PaneHead count={articles.length} filter={{ label: t('article.filter'), value, onChange }}>
        <MenuButton label={t('article.add.menu')} entries={() => menuEntries(shell, adding)}>
          <Plus size={18} />
        </MenuButton>
      </PaneHead>
      {articles.length > 0 ? <ProgressFilter articles={articles} /> : null}
      <ArticleSetBar />
      {listed.length > 0 ? (
        <ArticleList articles={listed} />
      ) : (
        <p className="pane-empty">{t(articles.length > 0 ? 'article.noneMatches' : 'article.none')}</p>
      )}
    </div>
  )
}

const adding = ['article.addFiles', 'article.addFolder', 'article.paste']
