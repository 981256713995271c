import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Command, Menu as MenuIcon, PanelRight } from 'lucide-react'
import { isShown, togglePane } from '../actions/areas.ts'
import { shown } from '../commands/accelerator.ts'
import { articlesQuery, projectQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name } from '../parts/Name.tsx'
import { useShell, useUi } from './context.tsx'
import { FindField } from './FindField.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Saved } from './Saved.tsx'
import { useStore } from './store.ts'
import { WhoAmI } from './WhoAmI.tsx'
import { useWords } from './words.tsx'
import './Header.css'

export const Header = () => {
  const shell = useShell()
  const { t } = useWords()
  const open = useUi(({ phase }) => phase === 'open')
  const key = (accelerator: string) => shown(accelerator, shell.platform)
  return (
    <header className="header" data-area="other">
      {open ? <PaneToggle side="left" /> : null}
      {open ? <Place /> : <span className="header-place">Actant</span>}
      {open ? <Saved /> : null}
      {open ? <FindField /> : null}
      <IconButton
        label={t('palette.open')}
        shortcut={key('CmdOrCtrl+K')}
        onClick={() => shell.ui.set({ dialog: { kind: 'palette' } })}
      >
        <Command size={16} />
      </IconButton>
      <LanguageSwitch />
      <WhoAmI />
      {open ? <PaneToggle side="right" /> : null}
    </header>
  )
}

const Place = () => {
  const shell = useShell()
  const { t } = useWords()
  const articleId = useUi(({ articleId }) => articleId)
  const { data: project } = useQuery(projectQuery(shell))
  const { data: articles } = useQuery(articlesQuery(shell))
  const article = articles?.find(({ id }) => id === articleId)
  const articleTitle = article && articleName(article)
  const projectTitle = project?.title || t('project.untitled')
  return (
    <h1 className="header-place">
      <title>{[articleTitle, projectTitle, 'Actant'].filter(Boolean).join(' – ')}</title>
      <Name className="header-project" text={projectTitle} />
      {articleTitle ? (
        <>
          <ChevronRight size={14} className="quiet" aria-hidden="true" />
          <Name className="header-article" text={articleTitle} />
        </>
      ) : null}
    </h1>
  )
}

const PaneToggle = ({ side }: { side: 'left' | 'right' }) => {
  const shell = useShell()
  const { t } = useWords()
  useStore(shell.layout, (layout) => layout[side].open)
  useUi(({ drawer }) => drawer)
  const left = side === 'left'
  return (
    <IconButton
      label={t(left ? 'pane.left' : 'pane.right')}
      shortcut={shown(left ? 'CmdOrCtrl+B' : 'CmdOrCtrl+Alt+B', shell.platform)}
      aria-pressed={isShown(shell, side)}
      onClick={() => togglePane(shell, side)}
    >
      {left ? <MenuIcon size={18} /> : <PanelRight size={18} />}
    </IconButton>
  )
}
