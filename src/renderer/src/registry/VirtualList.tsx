import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { keepFocusInList } from '../panes/list-focus.ts'
import type { TreeDrag } from './tree-drag.ts'
import '../panes/panes.css'

type Props<T> = {
  label: string
  items: readonly T[]
  keyOf(item: T): string
  activeKey: string | undefined
  onActive(key: string): void
  /** Enter, Space or (as `onClick` says) a click. */
  onEnter(item: T): void
  /** What one click does: stands at the row, or enters it. */
  click: 'active' | 'enter'
  /** Says whether the key was taken; `row` is the element of the active row. */
  onKey?(event: KeyboardEvent, item: T, row: Element | null): boolean
  onMenu?(event: MouseEvent, item: T): void
  /** A key with Ctrl, Alt or the like. */
  onModified?(event: KeyboardEvent): void
  /** Makes a tree of it, with levels from 1. */
  levelOf?(item: T): number
  /** Rows can be dragged in the tree. */
  drag?: TreeDrag
  entry?: boolean
  /** A dialog begins here. */
  first?: boolean
  height: number
  children(item: T): ReactNode
}

/** A list of which only what is seen is drawn: arrows move, Enter enters. */
export const VirtualList = <T,>(props: Props<T>) => {
  const {
    label,
    items,
    keyOf,
    activeKey,
    onActive,
    onEnter,
    click,
    onKey,
    onMenu,
    onModified,
    levelOf,
    drag,
    entry,
    first,
    height,
    children,
  } = props
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 6,
  })
  const index = items.findIndex((item) => keyOf(item) === activeKey)
  const active = items[index]
  const rowId = (item: T) => `${listId}-${keyOf(item)}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another active row moves the list
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
  }, [activeKey])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return onModified?.(event)
    const to = keySteps[event.code]?.(index, items.length)
    const next = to === undefined ? undefined : items[Math.min(items.length - 1, Math.max(0, to))]
    if (next !== undefined) onActive(keyOf(next))
    else if (active === undefined) return
    else if (event.code === 'Enter' || event.code === 'Space') onEnter(active)
    else if (!onKey?.(event, active, document.getElementById(rowId(active)))) return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a list or a tree
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a list or a tree
    <div
      ref={scroller}
      className="list"
      data-dragging={drag?.dragged !== undefined || undefined}
      role={levelOf ? 'tree' : 'listbox'}
      tabIndex={0}
      data-entry={entry || undefined}
      data-first={first || undefined}
      aria-label={label}
      aria-activedescendant={active === undefined ? undefined : rowId(active)}
      onMouseDown={keepFocusInList}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const [first] = items
        if (active === undefined && first !== undefined) onActive(keyOf(first))
      }}
    >
      <div role="presentation" className="list-space" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((virtual) => {
          const item = items[virtual.index]
          return item === undefined ? null : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list around the rows has the keyboard
            // biome-ignore lint/a11y/noStaticElementInteractions: an option or an item of a tree
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: an option or an item of a tree
            <div
              key={virtual.key}
              ref={rows.measureElement}
              data-index={virtual.index}
              id={rowId(item)}
              className="list-row"
              role={levelOf ? 'treeitem' : 'option'}
              aria-level={levelOf?.(item)}
              tabIndex={-1}
              aria-selected={item === active}
              aria-setsize={items.length}
              aria-posinset={virtual.index + 1}
              data-active={item === active || undefined}
              data-key={keyOf(item)}
              data-dragged={drag?.dragged === keyOf(item) || undefined}
              data-drop={drag?.drop?.key === keyOf(item) ? drag.drop.zone : undefined}
              onPointerDown={(event) => drag?.start(event, keyOf(item))}
              style={{ transform: `translateY(${virtual.start}px)` }}
              onClick={() => (click === 'enter' ? onEnter(item) : onActive(keyOf(item)))}
              onDoubleClick={() => click === 'active' && onEnter(item)}
              onContextMenu={(event) => {
                if (!onMenu) return
                event.preventDefault()
                onActive(keyOf(item))
                onMenu(event, item)
              }}
            >
              {children(item)}
            </div>
          )
        })}
      </div>
    </div>
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
