import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { defineExtension } from 'lexical'
import { useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { diffEdits } from '../../../core/diff-edits.ts'
import { mapEdits } from '../../../core/edit-mapping.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { movedPlace } from '../data/view.ts'
import './editor.css'
import './highlights.css'
import '../people/layers.css'
import { edgesOf, type SelectionEdges } from './geometry.ts'
import { loadArticle } from './load-article.ts'
import { ChunkNode, LinkNode, ListItemNode } from './nodes.ts'
import { SelectionToolbar, type SelectionToolbarHandle } from './SelectionToolbar.tsx'
import { textMap } from './text-map.ts'
import { openSession, type TextSession } from './text-session.ts'
import type {
  ArticleEditorHandle,
  ArticleEditorProps,
  EditorLabels,
  EditorView,
  FindState,
  LayerStyles,
} from './types.ts'

// Lexical draws the text and never takes input: commands for typing, pasting and dictation would only be ways to change it.
const extension = defineExtension({
  name: 'actant/article',
  namespace: 'actant-article',
  nodes: [ChunkNode, ListItemNode, LinkNode, HeadingNode, QuoteNode],
  editable: false,
  theme: {
    text: {
      bold: 'bold',
      italic: 'italic',
      underline: 'underlined',
      strikethrough: 'struck',
      underlineStrikethrough: 'underlined struck',
    },
  },
})

/** The text of an article with its annotations painted over it, to read, select and tag. It cannot be typed over. */
export const ArticleEditor = (props: ArticleEditorProps) => (
  <LexicalExtensionComposer extension={extension} contentEditable={null}>
    <ArticleText {...props} />
  </LexicalExtensionComposer>
)

const ArticleText = (props: ArticleEditorProps) => {
  const { article, annotations, hiddenTypes = none, layerStyles = alike, focusId, linkedIds = nobody, labels } = props
  const [editor] = useLexicalComposerContext()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const handles = useRef<HTMLDivElement>(null)
  const session = useRef<TextSession>(undefined)
  const toolbar = useRef<SelectionToolbarHandle>(null)
  const latest = useRef(props)
  /** Where the text before a correction was left. */
  const left = useRef<{ text: string; view: EditorView }>(undefined)
  const [chosen, setChosen] = useState<SelectionEdges>()
  const hintId = useId()

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    editor.setRootElement(root.current)
    return () => editor.setRootElement(null)
  }, [editor])

  // The text of an article changes only with its revision; other fields are corrected without touching what is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!root.current || !scroller.current || !handles.current) return
    const map = textMap(editor, root.current, loadArticle(editor, article))
    const opened = openSession({
      root: root.current,
      scroller: scroller.current,
      handles: handles.current,
      map,
      props: () => latest.current,
      onChoice: (span) =>
        setChosen(span && !latest.current.readOnly && !latest.current.onPick ? edgesOf(map, span) : undefined),
      enterToolbar: () => {
        toolbar.current?.focus()
        return toolbar.current !== null
      },
    })
    session.current = opened
    scroller.current.scrollTop = 0
    const before = left.current
    const place = before ? movedPlace(before.view, follows(before.text, article.text)) : latest.current.initialView
    if (place) opened.restore(place)
    return () => {
      left.current = { text: article.text, view: opened.view() }
      opened.close()
      session.current = undefined
      setChosen(undefined)
    }
  }, [editor, article.id, article.textRevision])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another session, which knows nothing yet
  useLayoutEffect(() => {
    session.current?.show(annotations, hiddenTypes, layerStyles)
  }, [annotations, hiddenTypes, layerStyles, article.id, article.textRevision])

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => {
    session.current?.showFocus(focusId, linkedIds)
  }, [focusId, linkedIds, article.id, article.textRevision])

  const isPicking = props.onPick !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what decides where the handles are and whether there are any
  useLayoutEffect(() => {
    session.current?.showHandles()
  }, [annotations, hiddenTypes, focusId, props.readOnly, isPicking, labels, article.id, article.textRevision])

  useImperativeHandle(
    props.handleRef,
    (): ArticleEditorHandle => ({
      scrollToAnnotation: (id) => session.current?.scrollToAnnotation(id),
      placeOf: (id) => session.current?.placeOf(id),
      ask: (span) => session.current?.ask(span),
      focusText: () => session.current?.focusText(),
      selection: () => session.current?.selection(),
      propose: (span) => session.current?.propose(span),
      travel: () => false,
      caret: () => session.current?.caret(),
      goTo: (offset, withCaret) => session.current?.goTo(offset, withCaret),
      tag: (type) => session.current?.tag(type) ?? false,
      find: (query) => session.current?.find(query) ?? nothingFound,
      findStep: (step) => session.current?.findStep(step) ?? nothingFound,
      endFind: () => session.current?.endFind(),
      view: () => session.current?.view() ?? { top: 0, beyond: 0 },
      restore: (view) => session.current?.restore(view),
    }),
    [],
  )

  return (
    <div className="article-scroller" ref={scroller}>
      {props.header}
      {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot hold headings and paragraphs */}
      <div
        ref={root}
        className="article-text"
        role="textbox"
        // Not "true": then React would walk through the whole text at each of its commits to save the selection.
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        spellCheck={false}
        tabIndex={0}
        aria-multiline="true"
        aria-readonly="true"
        aria-label={labels.text}
        aria-describedby={hintId}
        lang={article.language}
      />
      <div ref={handles} className="boundary-handles" aria-hidden="true" />
      <p id={hintId} hidden>
        {labels.hint}
      </p>
      {chosen && scroller.current && (
        <SelectionToolbar
          ref={toolbar}
          edges={chosen}
          scroller={scroller.current}
          labels={labels}
          onTag={(type) => {
            session.current?.tag(type)
            session.current?.focusText()
          }}
          onLeave={() => session.current?.focusText()}
        />
      )}
      <Announcement annotation={annotations.find((one) => one.id === focusId)} labels={labels} />
    </div>
  )
}

/** Highlights are invisible to assistive technology, so what comes into focus is said. */
const Announcement = ({ annotation, labels }: { annotation: Annotation | undefined; labels: EditorLabels }) => (
  <p className="article-announcement" aria-live="polite">
    {annotation && labels.describe(annotation)}
  </p>
)

/** Where an offset goes when a text becomes another one. */
const follows = (before: string, after: string): ((offset: number) => number) => {
  const { moved } = mapEdits(before, diffEdits(before, after))
  return (offset) => Math.min(moved({ start: offset, end: offset }).start, after.length)
}

const none: readonly AnnotationType[] = []
const alike: LayerStyles = new Map()
const nobody: readonly string[] = []
const nothingFound: FindState = { total: 0, current: 0 }
