/** What the article editor is given and what it offers. All offsets are UTF-16 code units of the article's text. */
import type { ReactNode, Ref } from 'react'
import { z } from 'zod'
import type { Annotation } from '../../../core/annotation.ts'
import type { Article } from '../../../core/article.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'

export type ArticleEditorProps = {
  article: Article
  /** Everything to paint, in any order. A changed annotation is a new object; unchanged ones keep their identity. */
  annotations: readonly Annotation[]
  /** The annotation in focus. The editor asks for a change by `onFocus`; it never moves the focus by itself. */
  focusId: string | undefined
  /** What that one is linked to, marked quietly; the same array while nothing changes. */
  linkedIds?: readonly string[]
  onFocus(id: string | undefined, how: FocusCause): void
  /** The analyst tags a selection (already snapped where `snap` is on). Spans are in text order and disjoint. */
  onTag(type: AnnotationType, spans: Span[]): void
  onRemove(ids: string[]): void
  /** Enter on the focused annotation: open the form for note and certainty. */
  onEdit(id: string): void
  /**
   * A boundary of the annotation in focus is dragged: where its fragments are now, painted by the caller; `done` when it is
   * let go, `cancelled` when it goes back to where it was.
   */
  onReshape?(id: string, fragments: readonly Span[], phase: DragPhase): void
  /**
   * Words are picked for a form: Enter hands over the selection or the word at the caret, Escape nothing. The focus stays
   * meanwhile, and nothing is tagged or removed.
   */
  onPick?: ((words: Span | undefined, how: 'taken' | 'left') => void) | undefined
  /**
   * The first and the last annotation (by start) that is in the window of the text now; both undefined where none is. While
   * the text scrolls, a few times a second.
   */
  onVisible?(firstId: string | undefined, lastId: string | undefined): void
  /** The selection settled or went away: after mouse-up or a key, not while dragging. */
  onSelection?(span: Span | undefined): void
  /** Types that are not painted, not hit by clicks and skipped by Tab. */
  hiddenTypes?: readonly AnnotationType[]
  /** How others' annotations are told apart; the same map while nothing changes. */
  layerStyles?: LayerStyles
  /** Whether selections snap to words. */
  snap: boolean
  /** Nothing can be tagged, removed or edited; reading, focus and find still work. */
  readOnly?: boolean
  /** Where the analyst left this article; applied once when the article appears. */
  initialView?: EditorView
  /** What stands above the text and scrolls with it: title, outlet, date. */
  header?: ReactNode
  labels: EditorLabels
  /** The interface's language; names of keys and announcements follow it by way of `labels`. */
  locale: string
  handleRef?: Ref<ArticleEditorHandle>
}

export type DragPhase = 'moving' | 'done' | 'cancelled'

/** The number of a colour and stroke (`people/layers.css`) by annotator; who is not in it needs no telling apart. */
export type LayerStyles = ReadonlyMap<string, number>

/** `click` and `key` come from the text; `escape` when the analyst leaves the annotation. */
export type FocusCause = 'click' | 'key' | 'escape'

export type ArticleEditorHandle = {
  /** Brings an annotation into the window of the text: smoothly when near, at once when far or motion is reduced. */
  scrollToAnnotation(id: string): void
  /** Where an annotation begins on the screen; undefined where it does not show. */
  placeOf(id: string): DOMRect | undefined
  /** Marks words that the analyst is asked about and brings them into the window; with none, takes the mark away. */
  ask(span: Span | undefined): void
  /** Puts the keyboard into the text, at the caret it had. */
  focusText(): void
  /** The snapped selection, or undefined where nothing is selected. */
  selection(): Span | undefined
  /** Selects a span and brings it into the window: words that may be meant, to be taken or changed. */
  propose(span: Span): void
  /** Undoes or does again what was typed; false where the text cannot be typed over. */
  travel(direction: 'undo' | 'redo'): boolean
  /** Where the caret is or, while the keyboard is elsewhere, was. */
  caret(): number | undefined
  /** Scrolls to an offset, and takes the caret along if it is in the text. */
  goTo(offset: number, withCaret: boolean): void
  /** Tags the selection or the word at the caret, as the digit keys do; false where there is nothing to tag. */
  tag(type: AnnotationType): boolean
  /** Marks all hits of a query and goes to the first one at or after the place being read. An empty query ends the search. */
  find(query: string): FindState
  /** Goes to the next (1) or the previous (-1) hit, around the ends. */
  findStep(step: 1 | -1): FindState
  /** Takes the marks away; the current hit becomes the selection. */
  endFind(): void
  /** Where the analyst is, to come back to after a restart. */
  view(): EditorView
  restore(view: EditorView): void
}

/** `current` counts from 1; 0 where there is no hit. */
export type FindState = { total: number; current: number }

/** Place of reading: the offset at the top edge, how far it is scrolled beyond, and the selection. */
export const editorView = z.strictObject({
  top: z.int().min(0),
  beyond: z.number(),
  selection: z.strictObject({ anchor: z.int().min(0), focus: z.int().min(0) }).optional(),
})
export type EditorView = z.infer<typeof editorView>

export type EditorLabels = {
  /** Accessible name of the text, e.g. "Text of the article". */
  text: string
  /** Read out after the name: how to select and tag. */
  hint: string
  /** Accessible name of the toolbar at the selection. */
  toolbar: string
  types: Record<AnnotationType, string>
  /** One letter for each type, as on the cards. */
  letters: Record<AnnotationType, string>
  /** What the handles at the ends of the annotation in focus are for. */
  handle: string
  /** Announced when an annotation comes into focus: type, quote, certainty, "3 of 12" as the shell likes. */
  describe(annotation: Annotation): string
}
