/**
 * The text takes the caret and the platform's selection keys like a text field, but nothing can change it. An EditContext
 * takes what is typed, input methods included, in place of the page; where there is none, prevented events do.
 */
import type { TextMap } from './text-map.ts'
import { selectionEnds, setSelection } from './text-selection.ts'

/** Makes an editable element such a surface; copying gives the article's own text. Returns what undoes it. */
export const caretSurface = (root: HTMLElement, map: TextMap): (() => void) => {
  const stop = new AbortController()
  const { signal } = stop
  if (window.EditContext) root.editContext = new window.EditContext()
  for (const type of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'] as const) {
    root.addEventListener(type, (event) => event.preventDefault(), { signal })
  }
  // Only without an EditContext: a composition cannot be prevented, but it ends with the focus.
  root.addEventListener('compositionstart', () => root.blur(), { signal })
  root.addEventListener(
    'copy',
    (event) => {
      const selection = getSelection()
      const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
      const start = range && map.offsetAt(range.startContainer, range.startOffset)
      const end = range && map.offsetAt(range.endContainer, range.endOffset)
      if (start === undefined || end === undefined || start >= end) return
      event.clipboardData?.setData('text/plain', map.text.slice(start, end))
      event.preventDefault()
    },
    { signal },
  )
  root.addEventListener(
    'keydown',
    (event) => (goToEnd(event, map) || goToParagraph(event, map)) && event.preventDefault(),
    { signal },
  )
  return () => {
    stop.abort()
    if (root.editContext) root.editContext = null
  }
}

/** The keys to both ends of the text: by itself the engine goes no further than to the end of what is laid out. */
const goToEnd = (event: KeyboardEvent, map: TextMap): boolean => {
  const isHome = event.ctrlKey ? event.key === 'Home' : event.metaKey && event.key === 'ArrowUp'
  const isEnd = event.ctrlKey ? event.key === 'End' : event.metaKey && event.key === 'ArrowDown'
  const last = map.blocks.length - 1
  const focus = isHome ? map.blocks[0]?.start : isEnd ? map.blocks[last]?.end : undefined
  if (focus === undefined || event.altKey) return false
  map.blockElement(isHome ? 0 : last)?.scrollIntoView({ block: isHome ? 'start' : 'end' })
  setSelection(map, { anchor: (event.shiftKey ? selectionEnds(map)?.anchor : undefined) ?? focus, focus })
  return true
}

/** Ctrl and the arrows up and down: to the beginning of the paragraph, then of the next one. The engine goes to its middle. */
const goToParagraph = (event: KeyboardEvent, map: TextMap): boolean => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.code]
  const ends = selectionEnds(map)
  if (!step || !ends || !event.ctrlKey || event.altKey || event.metaKey) return false
  const index = map.blockAt(ends.focus)
  const start = map.blocks[index]?.start ?? 0
  const to = step === 1 ? map.blocks[index + 1]?.start : ends.focus > start ? start : map.blocks[index - 1]?.start
  const focus = to ?? (step === 1 ? map.blocks[index]?.end : start) ?? ends.focus
  setSelection(map, { anchor: event.shiftKey ? ends.anchor : focus, focus })
  return true
}

// Not yet among TypeScript's types of the DOM.
declare global {
  interface Window {
    EditContext?: new () => object
  }
  interface HTMLElement {
    editContext?: object | null
  }
}
