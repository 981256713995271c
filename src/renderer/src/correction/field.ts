/**
 * The field in which an article's text is corrected: CodeMirror, which draws only what is near the window. It stands in a
 * shadow root: there it adopts constructed style sheets, where in the page it would need style elements, which the page's
 * policy forbids.
 */
import { history, historyField, historyKeymap, insertNewline, redo, standardKeymap, undo } from '@codemirror/commands'
import { type ChangeSet, EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view'
import type { Annotation } from '../../../core/annotation.ts'
import { findAll, normalText } from '../../../core/find.ts'
import type { Span } from '../../../core/span.ts'
import type { ArticleEditorHandle, FindState, EditorView as Place } from '../editor/types.ts'
import { type Draft, draftText } from './draft.ts'
import { annotationLayer, annotationMarks, foundLayer, foundMarks } from './marks.ts'
import { theme } from './theme.ts'

export type FieldOptions = {
  draft: Draft
  place: Place | undefined
  attributes: Record<string, string>
  onChange(changes: ChangeSet): void
}

export type Field = ArticleEditorHandle & {
  /** Annotations with their places in the article's text, and what was changed of that since. */
  show(annotations: readonly Annotation[], changes: ChangeSet): void
  /** Does to the text what was done to the article elsewhere; not a step of one's own to undo. */
  arrive(changes: ChangeSet): void
  rest(): unknown
  close(): void
}

export const openField = (host: HTMLElement, options: FieldOptions): Field => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({ parent: root, root, state: stateOf(options) })
  let places = new Map<string, Span>()
  let query = ''

  const goTo = (position: number, y: 'start' | 'center' = 'center') =>
    view.dispatch({ effects: EditorView.scrollIntoView(Math.min(position, view.state.doc.length), { y }) })

  const search = (pick: (hits: readonly Span[], caret: number) => number): FindState => {
    const hits = findAll(normalText(view.state.doc.toString()), query)
    const current = pick(hits, view.state.selection.main.from)
    const hit = hits[current]
    view.dispatch({
      effects: [
        foundLayer.effect(foundMarks(hits, current)),
        ...(hit ? [EditorView.scrollIntoView(hit.start, { y: 'center' })] : []),
      ],
      ...(hit ? { selection: { anchor: hit.start, head: hit.end } } : {}),
    })
    return { total: hits.length, current: hit ? current + 1 : 0 }
  }

  const restore = ({ top, selection }: Place) => {
    const end = view.state.doc.length
    const { anchor, focus } = selection ?? { anchor: top, focus: top }
    view.dispatch({ selection: { anchor: Math.min(anchor, end), head: Math.min(focus, end) } })
    goTo(top, 'start')
  }
  if (options.place) restore(options.place)

  return {
    show: (annotations, changes) => {
      const placed = ({ start, end }: Span) => ({ start: changes.mapPos(start, -1), end: changes.mapPos(end, 1) })
      places = new Map(
        annotations.flatMap(({ id, anchor, target }) => {
          const [first] = anchor === 'orphan' ? [] : target.fragments
          return first ? [[id, placed(first)] as const] : []
        }),
      )
      view.dispatch({ effects: annotationLayer.effect(annotationMarks(annotations, placed)) })
    },
    arrive: (changes) => view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) }),
    rest: () => view.state.toJSON({ history: historyField }),
    close: () => view.destroy(),

    focusText: () => view.focus(),
    travel: (direction) => {
      const travel = direction === 'undo' ? undo : redo
      travel(view)
      view.focus()
      return true
    },
    scrollToAnnotation: (id) => {
      const place = places.get(id)
      if (place) goTo(place.start)
    },
    placeOf: () => undefined,
    ask: (span) => {
      if (span) goTo(span.start)
    },
    selection: () => undefined,
    propose: () => {},
    // No boundary is moved and nothing is split while the text changes.
    caret: () => undefined,
    goTo: () => {},
    tag: () => false,
    find: (wanted) => {
      query = wanted
      return search((hits, caret) => {
        const next = hits.findIndex(({ start }) => start >= caret)
        return next < 0 && hits.length > 0 ? 0 : next
      })
    },
    findStep: (step) =>
      search((hits, caret) => {
        const next =
          step === 1 ? hits.findIndex(({ start }) => start > caret) : hits.findLastIndex(({ start }) => start < caret)
        return next >= 0 ? next : step === 1 && hits.length > 0 ? 0 : hits.length - 1
      }),
    endFind: () => {
      query = ''
      view.dispatch({ effects: foundLayer.effect(foundMarks([], -1)) })
    },
    view: () => {
      const { anchor, head } = view.state.selection.main
      return { top: offsetAtTop(view), beyond: 0, selection: { anchor, focus: head } }
    },
    restore,
  }
}

const offsetAtTop = (view: EditorView): number => {
  const { left } = view.contentDOM.getBoundingClientRect()
  const { top } = view.scrollDOM.getBoundingClientRect()
  // Well inside the first line, wherever its paragraph begins.
  return view.posAtCoords({ x: left + 32, y: top + 12 }, false)
}

const stateOf = ({ draft, attributes, onChange }: FieldOptions): EditorState => {
  const extensions: Extension = [
    history(),
    keymap.of([{ key: 'Enter', run: insertNewline, shift: insertNewline }, ...historyKeymap, ...standardKeymap]),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of(attributes),
    typedOver,
    EditorView.updateListener.of(({ docChanged, changes }) => {
      if (docChanged) onChange(changes)
    }),
    highlightSpecialChars({ render: specialCharacter }),
    annotationLayer.field,
    foundLayer.field,
    theme,
  ]
  if (draft.rest === undefined) return EditorState.create({ doc: draftText(draft), extensions })
  return EditorState.fromJSON(draft.rest, { extensions }, { history: historyField })
}

/**
 * Typing over a selection is done here: the engine by itself would keep the look of what goes in elements with styles of
 * their own, which the page's policy refuses.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data }, view) => {
    if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty) return false
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})

/** What would not be seen, such as a soft hyphen, as a sign that is named by its code. */
const specialCharacter = (code: number): HTMLElement => {
  const sign = document.createElement('span')
  sign.className = 'cm-specialChar'
  sign.textContent = '·'
  sign.title = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return sign
}
