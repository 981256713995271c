import { useEffect } from 'react'
import { Dialogs } from '../dialogs/Dialogs.tsx'
import { AnnotationPane } from '../panes/AnnotationPane.tsx'
import { ArticleView } from '../panes/ArticleView.tsx'
import { LeftPane } from '../registry/LeftPane.tsx'
import { Banners } from './Banners.tsx'
import { useShell, useUi } from './context.tsx'
import { DropTarget } from './DropTarget.tsx'
import { Header } from './Header.tsx'
import { Jobs } from './Jobs.tsx'
import { Notices } from './Notices.tsx'
import { SidePane } from './SidePane.tsx'
import { StartView } from './StartView.tsx'
import { StatusBar } from './StatusBar.tsx'
import type { Area } from './shell.ts'
import { useStore } from './store.ts'
import { WordsProvider } from './words.tsx'
import './App.css'

export const App = () => {
  const shell = useShell()
  const language = useStore(shell.settings, ({ language }) => language)
  useTheme()
  return (
    <WordsProvider language={language}>
      <Window />
    </WordsProvider>
  )
}

const Window = () => {
  const shell = useShell()
  const open = useUi(({ phase }) => phase === 'open')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices which area the keyboard is in
    <div
      className="window"
      onFocus={(event) => {
        const area = event.target.closest<HTMLElement>('[data-area]')?.dataset.area
        if (area) shell.ui.set({ area: area as Area })
      }}
    >
      <DropTarget />
      <Header />
      <Banners />
      {open ? (
        <div className="panes">
          <SidePane side="left">
            <LeftPane />
          </SidePane>
          <ArticleView />
          <SidePane side="right">
            <AnnotationPane />
          </SidePane>
        </div>
      ) : (
        <StartView />
      )}
      <StatusBar />
      <div className="corner">
        <Jobs place="corner" />
        <Notices />
      </div>
      <Dialogs />
    </div>
  )
}

const useTheme = () => {
  const { settings } = useShell()
  const theme = useStore(settings, ({ theme }) => theme)
  const textSize = useStore(settings, ({ textSize }) => textSize)
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.setProperty('--text-scale', String(textSize / 100))
  }, [theme, textSize])
}
