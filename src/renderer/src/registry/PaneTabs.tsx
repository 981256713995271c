import { BookMarked, FileText, ListTree, Users } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import './registry.css'

const tabs = [
  { tab: 'articles', label: 'pane.articles', Sign: FileText },
  { tab: 'actors', label: 'registry.actors.tab', Sign: Users },
  { tab: 'issues', label: 'registry.issues.tab', Sign: ListTree },
  { tab: 'codebook', label: 'registry.codebook.tab', Sign: BookMarked },
] as const

/** The head of each pane: arrows go from one to the next. The open one says its name, the others when they are pointed at. */
export const PaneTabs = () => {
  const { layout, platform } = useShell()
  const { t } = useWords()
  const open = useStore(layout, ({ leftTab }) => leftTab)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
    event.preventDefault()
    const at = tabs.findIndex(({ tab }) => tab === layout.get().leftTab)
    const next = tabs[(at + (event.code === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length]
    if (next) layout.set({ leftTab: next.tab })
    setTimeout(() => document.querySelector<HTMLElement>('.pane-tab[aria-selected="true"]')?.focus())
  }
  return (
    <div className="pane-tabs" role="tablist" aria-label={t('registry.tabs')} onKeyDown={onKeyDown}>
      {tabs.map(({ tab, label, Sign }, index) => (
        <button
          key={tab}
          type="button"
          className="pane-tab"
          role="tab"
          aria-selected={tab === open}
          aria-label={t(label)}
          title={`${t(label)} (${shown(`CmdOrCtrl+${index + 1}`, platform)})`}
          tabIndex={tab === open ? 0 : -1}
          onClick={() => layout.set({ leftTab: tab })}
        >
          {tab === open ? t(label) : <Sign size={18} aria-hidden="true" />}
        </button>
      ))}
    </div>
  )
}
