import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { removeArticle } from '../actions/articles.ts'
import { openArticle } from '../actions/open-article.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Menu, type MenuEntry, type MenuPlace } from '../parts/Menu.tsx'
import { openAssign } from '../people/people.ts'
import { useLayers } from '../people/use-layers.ts'
import { progressOf, progressStates, setProgress } from '../registry/progress.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { keepFocusInList } from './list-focus.ts'

const ROW = 72

/** The articles: arrows move, Enter opens, the context menu has the rest. */
export const ArticleList = ({ articles }: { articles: readonly ArticleSummary[] }) => {
  const shell = useShell()
  const { t } = useWords()
  const layers = useLayers()
  const openId = useUi(({ articleId }) => articleId)
  const [activeId, setActiveId] = useState<string>()
  const [menu, setMenu] = useState<{ articleId: string; place: MenuPlace }>()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: articles.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => articles[index]?.id ?? index,
    overscan: 6,
  })
  const index = articles.findIndex(({ id }) => id === (activeId ?? openId))
  const active = articles[index]

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open article moves the list
  useEffect(() => {
    setActiveId(openId)
    const at = articles.findIndex(({ id }) => id === openId)
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [openId])

  const moveTo = (to: number) => {
    const next = articles[Math.min(articles.length - 1, Math.max(0, to))]
    if (!next) return
    setActiveId(next.id)
    rows.scrollToIndex(articles.indexOf(next), { align: 'auto' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = keySteps[event.code]?.(index, articles.length)
    if (to !== undefined) moveTo(to)
    else if (!active) return
    else if (event.code === 'Enter' || event.code === 'Space') openArticle(shell, active.id)
    else if (event.code === 'F2') shell.ui.set({ dialog: { kind: 'article', articleId: active.id } })
    else if (event.code === 'Delete') void removeArticle(shell, active.id)
    else if (event.code === 'ContextMenu' || (event.code === 'F10' && event.shiftKey)) {
      const anchor = document.getElementById(rowId(active.id))
      if (anchor) setMenu({ articleId: active.id, place: { anchor } })
    } else return
    event.preventDefault()
  }

  return (
    <>
      <div
        ref={scroller}
        className="list"
        role="listbox"
        tabIndex={0}
        data-entry
        aria-label={t('pane.articles')}
        aria-activedescendant={active && rowId(active.id)}
        onMouseDown={keepFocusInList}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="list-space" style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const article = articles[item.index]
            return article ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list around the rows has the keyboard
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                id={rowId(article.id)}
                className="list-row"
                role="option"
                tabIndex={-1}
                aria-selected={article.id === openId}
                aria-setsize={articles.length}
                aria-posinset={item.index + 1}
                data-active={article.id === active?.id || undefined}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => openArticle(shell, article.id)}
                onContextMenu={(event) => {
                  event.preventDefault()
                  setActiveId(article.id)
                  setMenu({ articleId: article.id, place: { x: event.clientX, y: event.clientY } })
                }}
              >
                <ArticleRow article={article} layers={layers} />
              </div>
            ) : null
          })}
        </div>
      </div>
      {menu ? (
        <Menu
          label={t('article.menu')}
          place={menu.place}
          entries={rowEntries(shell, menu.articleId)}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </>
  )
}

const PAGE = 8

const keySteps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const rowId = (articleId: string) => `article-${articleId.slice(7)}`

const rowEntries = (shell: ReturnType<typeof useShell>, articleId: string): MenuEntry[] => [
  { id: 'open', label: shell.t('article.open'), shortcut: 'Enter', run: () => openArticle(shell, articleId) },
  {
    id: 'details',
    label: shell.t('article.details.more'),
    shortcut: 'F2',
    run: () => shell.ui.set({ dialog: { kind: 'article', articleId } }),
  },
  { id: 'line', separator: true },
  ...progressStates.map((state) => ({
    id: state,
    label: shell.t(`progress.mark.${state}`),
    disabled: !isWritable(shell) || progressOf(shell, articleId) === state,
    run: () => void setProgress(shell, articleId, state),
  })),
  {
    id: 'assign',
    label: shell.t('assign.more'),
    disabled: !isWritable(shell),
    run: () => openAssign(shell, [articleId]),
  },
  { id: 'line2', separator: true },
  {
    id: 'remove',
    label: shell.t('article.remove'),
    shortcut: shell.t('key.delete'),
    disabled: !isWritable(shell),
    run: () => void removeArticle(shell, articleId),
  },
]
