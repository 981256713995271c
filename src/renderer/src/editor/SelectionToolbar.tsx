import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { AnnotationType } from '../../../core/schema.ts'
import type { SelectionEdges } from './geometry.ts'
import type { EditorLabels } from './types.ts'

export type SelectionToolbarHandle = {
  /** Moves the keyboard to the first button. */
  focus(): void
}

type Props = {
  /** Where the selection is on the screen; the toolbar stands above it, or below where there is no room. */
  edges: SelectionEdges
  /** The element the toolbar stays inside of; it scrolls with what is in it. */
  scroller: HTMLElement
  labels: EditorLabels
  onTag(type: AnnotationType): void
  /** Esc: back to the text. */
  onLeave(): void
  ref: Ref<SelectionToolbarHandle>
}

const types: readonly AnnotationType[] = ['actor', 'position', 'claim']

/** The three types at the selection. It never takes the keyboard away from the text by itself. */
export const SelectionToolbar = ({ edges, scroller, labels, onTag, onLeave, ref }: Props) => {
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)

  const focusButton = (index: number) => {
    setCurrent(index)
    bar.current?.querySelectorAll('button')[index]?.focus({ preventScroll: true })
  }
  useImperativeHandle(ref, () => ({ focus: () => focusButton(0) }))

  useLayoutEffect(() => {
    if (bar.current) placeBeside(bar.current, edges, scroller)
  }, [edges, scroller])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step) focusButton((current + step + types.length) % types.length)
    else if (event.key === 'Escape') onLeave()
    else if (/^(Digit|Numpad)[123]$/.test(event.code)) onTag(types[Number(event.code.slice(-1)) - 1] ?? 'actor')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // Pressing the mouse on a button would take the selection away.
    <div
      ref={bar}
      className="selection-toolbar"
      role="toolbar"
      aria-label={labels.toolbar}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {types.map((type, index) => (
        <button
          key={type}
          type="button"
          data-type={type}
          tabIndex={index === current ? 0 : -1}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onTag(type)}
        >
          <kbd>{index + 1}</kbd>
          <span className="type-letter" aria-hidden="true">
            {labels.letters[type]}
          </span>
          {labels.types[type]}
        </button>
      ))}
    </div>
  )
}

const gap = 8

const placeBeside = (bar: HTMLElement, { first, last }: SelectionEdges, scroller: HTMLElement): void => {
  const view = scroller.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = bar
  const above = first.top - gap - height
  const below = last.bottom + underlines + gap
  const isAbove = above >= view.top && first.top < view.bottom
  const isBelow = below + height <= view.bottom && last.bottom > view.top
  // A selection that fills the window leaves no room beside it: the lower edge covers least of what is read.
  const top = isAbove ? above : isBelow ? below : view.bottom - gap - height
  const right = view.left + scroller.clientWidth - gap - width
  const left = Math.max(view.left + gap, Math.min(isAbove ? first.left : last.right - width, right))
  bar.style.translate = `${left - view.left + scroller.scrollLeft}px ${top - view.top + scroller.scrollTop}px`
}

/** Room for the lanes under the last line. */
const underlines = 12
