import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useCallback, useEffect, useRef } from 'react'
import { editAnnotation, removeAnnotations } from '../actions/annotations.ts'
import { walkChain } from '../actions/chains.ts'
import { openFilter } from '../actions/filter.ts'
import { focusAnnotation } from '../actions/focus.ts'
import { takeEnd, takeOrEdit } from '../actions/linking.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { compareRows, type Rows } from '../data/annotation-rows.ts'
import type { LinkBook } from '../links/link-book.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import { keepFocusInList } from './list-focus.ts'
import type { Names } from './names.ts'
import './AnnotationList.css'

const CARD = 76

/** The focus comes with the rows, so that a new one has it at once; `apart` does not fit the filter and is listed because of it. */
type Props = {
  rows: Rows
  all: Rows
  names: Names
  links: LinkBook
  focusId: string | undefined
  apart: string | undefined
}

/** Cards in the order of the text. It follows the text without taking the keyboard, and leads it when it has the keyboard. */
export const AnnotationList = memo(({ rows, all, names, links, focusId, apart }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const editId = useUi(({ editId }) => editId)
  const scroller = useRef<HTMLDivElement>(null)
  const index = focusId ? rows.findIndex(({ id }) => id === focusId) : -1
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 4,
    useFlushSync: false,
    // What is written into an open form must not go when the list is scrolled, and keys lead into the card in focus.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return index < 0 || drawn.includes(index) ? drawn : [...drawn, index].sort((a, b) => a - b)
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus moves the list, not a row that comes or goes
  useEffect(() => {
    if (index < 0) return
    list.scrollToIndex(index, { align: 'auto' })
    // A card that was not drawn yet is taller than the guess.
    const frame = requestAnimationFrame(() => list.scrollToIndex(index, { align: 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [focusId])

  // Followed without rendering: it would be drawn anew for each annotation the text comes by.
  useEffect(() => {
    let seen = shell.ui.get().visibleId
    return shell.ui.subscribe(() => {
      const { visibleId, area, editId } = shell.ui.get()
      if (visibleId === seen) return
      seen = visibleId
      if (!visibleId || editId || area === 'annotations' || scroller.current?.matches(':hover')) return
      const at = placeOf(rows, all, visibleId)
      if (at >= 0) list.scrollToIndex(at, { align: 'start' })
    })
  }, [shell, rows, all, list])

  // The form takes the keyboard; when it closes, the list has it again.
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editId && shell.ui.get().area === 'annotations') scroller.current?.focus()
    wasEditing.current = editId !== undefined
  }, [editId, shell])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const { focusId } = shell.ui.get()
    const index = focusId ? rows.findIndex(({ id }) => id === focusId) : -1
    const to = keySteps[event.code]?.(index, rows.length)
    const next = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))]
    if (next) focusAnnotation(shell, next.id)
    else if (event.code === 'Slash') openFilter(shell)
    else if (event.code === 'Escape') {
      shell.ui.set({ focusId: undefined })
      shell.editor.current?.focusText()
    } else if (!focusId) return
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') takeOrEdit(shell, focusId)
    else if (event.code === 'ArrowRight') walkChain(shell)
    else if (event.code === 'Delete' || event.code === 'Backspace') {
      const neighbour = rows[index + 1] ?? rows[index - 1]
      void removeAnnotations(shell, [focusId])
      shell.ui.set({ focusId: neighbour?.id })
    } else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list is no table
    <div
      ref={scroller}
      className="list cards"
      role="grid"
      tabIndex={0}
      data-entry
      aria-label={t('annotation.list')}
      aria-rowcount={rows.length}
      aria-activedescendant={index >= 0 && !editId ? cardId(rows[index]?.id) : undefined}
      onMouseDown={keepFocusInList}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="list-space" style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index]
          return row ? (
            // biome-ignore lint/a11y/useSemanticElements: a virtual list is no table
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list around the rows has the keyboard
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              id={cardId(row.id)}
              className="list-row"
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 1}
              aria-selected={row.id === focusId}
              data-active={row.id === focusId || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                if (row.id === editId || takeEnd(shell, row.id) === 'taken') return
                focusAnnotation(shell, row.id)
              }}
              onDoubleClick={() => {
                if (row.id !== editId) editAnnotation(shell, row.id)
              }}
            >
              <AnnotationCard
                row={row}
                names={names}
                links={links.of(row.id)}
                focused={row.id === focusId}
                editing={row.id === editId}
                apart={row.id === apart}
              />
            </div>
          ) : null
        })}
      </div>
    </div>
  )
})

const PAGE = 6

const keySteps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => (index < 0 ? 0 : index - 1),
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const cardId = (annotationId: string | undefined) => annotationId && `card-${annotationId}`

/** Index of an annotation among the rows that are shown, or of the next one after it. */
const placeOf = (rows: Rows, all: Rows, id: string): number => {
  const row = all.find((other) => other.id === id)
  if (!row) return -1
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = rows[middle]
    if (other && compareRows(other, row) < 0) low = middle + 1
    else high = middle
  }
  return Math.min(low, rows.length - 1)
}
