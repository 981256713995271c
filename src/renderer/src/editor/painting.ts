/** Everything that is drawn over the text of one article, kept to what is near the window. */
import type { Annotation } from '../../../core/annotation.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'
import { highlights } from './highlights.ts'
import { hits } from './hits.ts'
import { type Painted, painted } from './painted.ts'
import { scrollToSpan } from './scrolling.ts'
import type { TextMap } from './text-map.ts'
import { type TextWindow, textWindow } from './text-window.ts'
import type { FindState, LayerStyles } from './types.ts'

export type Painting = {
  annotations: Painted
  window: TextWindow
  show(annotations: readonly Annotation[], hidden: readonly AnnotationType[], people: LayerStyles): void
  showFocus(id: string | undefined, linkedIds: readonly string[]): void
  /** What tagging would take beyond the page's selection. */
  showSelection(span: Span | undefined): void
  ask(span: Span | undefined): void
  /** `origin` is where a new search begins. */
  find(query: string, origin: number): FindState
  findStep(step: 1 | -1): FindState
  /** Takes the marks away and answers with the hit that was the current one. */
  endFind(): Span | undefined
  close(): void
}

export type PaintingListener = {
  /** The first and the last annotation in the window. */
  onVisible(ends: readonly [Annotation, Annotation] | undefined): void
  /** Another part of the text is near the window. */
  onNear(): void
  onReflow(): void
}

export const openPainting = (
  scroller: HTMLElement,
  root: HTMLElement,
  map: TextMap,
  listener: PaintingListener,
): Painting => {
  const annotations = painted()
  const layers = highlights()
  const search = hits(map.text)
  let focusId: string | undefined
  let shownPeople: LayerStyles = new Map()
  let linkedIds: readonly string[] = []
  let selection: Span | undefined
  let asked: Span | undefined

  const paintAnnotations = () => layers.paint(map, annotations, window.near(), focusId, linkedIds, shownPeople)
  const paintSelection = () => layers.overlay(map, 'selection', selection ? [selection] : [], window.near())
  const paintAsked = () => layers.overlay(map, 'asked', asked ? [asked] : [], window.near())
  const paintHits = () => {
    const current = search.current()
    layers.overlay(map, 'find', search.within(window.near()), window.near())
    layers.overlay(map, 'find-current', current ? [current] : [], window.near())
  }
  const tellVisible = () => {
    const { start, end } = window.visible()
    listener.onVisible(annotations.ends(start, end))
  }
  const goToHit = (state: FindState): FindState => {
    const current = search.current()
    if (current) scrollToSpan(scroller, map, current)
    paintHits()
    return state
  }

  const window = textWindow(scroller, root, map, {
    onNear: () => {
      paintAnnotations()
      paintSelection()
      paintAsked()
      paintHits()
      listener.onNear()
    },
    onVisible: tellVisible,
    onReflow: listener.onReflow,
  })
  window.refresh()

  return {
    annotations,
    window,
    show: (next, hidden, people) => {
      const focused = focusId && annotations.get(focusId)
      const isChanged = annotations.update(next, hidden)
      // Who says what is in focus may have changed, though it looks as before.
      const isRestyled = people !== shownPeople
      shownPeople = people
      if (!isChanged && !isRestyled && (focusId && annotations.get(focusId)) === focused) return
      paintAnnotations()
      tellVisible()
    },
    showFocus: (id, linked) => {
      if (id === focusId && linked === linkedIds) return
      focusId = id
      linkedIds = linked
      paintAnnotations()
    },
    showSelection: (span) => {
      if (!span && !selection) return
      selection = span
      paintSelection()
    },
    ask: (span) => {
      if (span) scrollToSpan(scroller, map, span)
      asked = span
      paintAsked()
    },
    find: (query, origin) => goToHit(search.find(query, origin)),
    findStep: (step) => goToHit(search.step(step)),
    endFind: () => {
      const current = search.current()
      search.end()
      paintHits()
      return current
    },
    close: () => {
      window.close()
      layers.clear()
    },
  }
}
