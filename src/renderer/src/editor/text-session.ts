/** One article open in the editor: what is drawn, what is chosen and what the keys and the mouse do, until it is closed. */
import type { Annotation } from '../../../core/annotation.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'
import { afterFrame } from './after-frame.ts'
import { caretSurface } from './caret-surface.ts'
import { openChoice } from './choice.ts'
import { caretOffsetAt, offsetAtPoint, rectangleAt } from './geometry.ts'
import { type Handles, openHandles } from './handles.ts'
import { commandOf, type EditorCommand, movesCaret } from './keys.ts'
import { openPainting } from './painting.ts'
import { keepInView, scrollToPlace, scrollToSpan } from './scrolling.ts'
import type { TextMap } from './text-map.ts'
import type { ArticleEditorHandle, ArticleEditorProps, LayerStyles } from './types.ts'

export type SessionHost = {
  root: HTMLElement
  scroller: HTMLElement
  /** Where the handles of the annotation in focus stand. */
  handles: HTMLElement
  map: TextMap
  /** The props as they are now. */
  props(): ArticleEditorProps
  /** There is something to tag (again), or nothing any more. */
  onChoice(span: Span | undefined): void
  /** Moves the keyboard into the toolbar; false where it is not shown. */
  enterToolbar(): boolean
}

export type TextSession = Omit<ArticleEditorHandle, 'travel'> & {
  show(annotations: readonly Annotation[], hidden: readonly AnnotationType[], people: LayerStyles): void
  showFocus(id: string | undefined, linkedIds: readonly string[]): void
  /** Puts the handles where they belong, or away, after the next frame. */
  showHandles(): void
  close(): void
}

type VisibleEnds = readonly [Annotation, Annotation] | undefined

// What follows the text costs more than to scroll it: it follows when the text rests.
const tellAfter = 120

export const openSession = (host: SessionHost): TextSession => {
  const { root, scroller, map, props } = host
  let handles: Handles | undefined
  let visible: VisibleEnds
  let told: string | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  let clicked = ''

  const tellVisible = (): void => {
    telling = undefined
    const [first, last] = visible ?? []
    const now = `${first?.id} ${last?.id}`
    if (now === told) return
    told = now
    props().onVisible?.(first?.id, last?.id)
  }

  const placeHandles = (): void => {
    const { focusId, readOnly, onPick, onReshape } = props()
    const isStill = focusId === undefined || readOnly || onPick || !onReshape
    handles?.place(isStill ? undefined : annotations.get(focusId), window.near())
  }

  // Where they belong is known once the text is laid out: asked before, the frame that shows a tag would wait for it.
  let noHandles = (): void => {}
  const showHandles = (): void => {
    noHandles()
    noHandles = afterFrame(placeHandles)
  }

  const painting = openPainting(scroller, root, map, {
    onVisible: (ends) => {
      visible = ends
      clearTimeout(telling)
      telling = setTimeout(tellVisible, told === undefined ? 0 : tellAfter)
    },
    onNear: showHandles,
    onReflow: () => {
      placeHandles()
      if (scroller.contains(document.activeElement) && choice.span()) host.onChoice(choice.span())
    },
  })
  const { annotations, window } = painting

  const choice = openChoice(root, map, {
    snaps: () => props().snap,
    onSettled: (span, beyond, by) => {
      painting.showSelection(beyond ? span : undefined)
      if (span && props().focusId !== undefined && !props().onPick)
        props().onFocus(undefined, by === 'mouse' ? 'click' : 'key')
      host.onChoice(span)
      props().onSelection?.(span)
    },
  })

  handles = openHandles({
    layer: host.handles,
    map,
    snaps: () => props().snap,
    label: () => props().labels.handle,
    onDrag: (id, fragments, phase) => props().onReshape?.(id, fragments, phase),
    onClick: (x, y) => {
      const offset = caretOffsetAt(map, x, y)
      if (offset === undefined) return
      root.focus({ preventScroll: true })
      choice.select({ anchor: offset, focus: offset })
      clickAt(x, y)
    },
  })

  const tag = (type: AnnotationType): boolean => {
    if (props().readOnly || props().onPick) return false
    // With an annotation in focus a digit without a selection would tag something the analyst does not look at.
    const span = choice.span() ?? (props().focusId === undefined ? choice.word() : undefined)
    if (!span) return false
    if (!choice.isCaret()) choice.select({ anchor: span.end, focus: span.end })
    props().onTag(type, [span])
    return true
  }

  const go = (step: 1 | -1): boolean => {
    const from = annotations.get(props().focusId ?? '') ?? choice.ends()?.focus ?? window.visible().start
    const annotation = annotations.next(from, step)
    const fragment = annotation?.target.fragments[0]
    if (!fragment) return false
    choice.select({ anchor: fragment.start, focus: fragment.start })
    props().onFocus(annotation.id, 'key')
    scrollToSpan(scroller, map, fragment)
    return true
  }

  const leave = (): boolean => {
    const ends = choice.ends()
    if (props().focusId !== undefined) props().onFocus(undefined, 'escape')
    else if (ends && !choice.isCaret()) choice.select({ anchor: ends.focus, focus: ends.focus })
    else return false
    return true
  }

  const withFocused = (act: (id: string) => void): boolean => {
    const { focusId, readOnly } = props()
    if (focusId === undefined || readOnly) return false
    act(focusId)
    return true
  }

  /** What the keys mean while words are picked for a form. */
  const pick = (command: EditorCommand): boolean => {
    if (command === 'edit') {
      const words = choice.span() ?? choice.word()
      // What stays selected would take the focus from the annotation afterwards.
      if (words) choice.select({ anchor: words.end, focus: words.end })
      props().onPick?.(words, 'taken')
    } else if (command === 'leave') props().onPick?.(undefined, 'left')
    else if (command === 'grow' || command === 'shrink') return commands[command]()
    else return false
    return true
  }

  /** Each says whether the key meant something here. */
  const commands: Record<EditorCommand, () => boolean> = {
    'tag.actor': () => tag('actor'),
    'tag.position': () => tag('position'),
    'tag.claim': () => tag('claim'),
    grow: choice.grow,
    shrink: choice.shrink,
    toolbar: host.enterToolbar,
    next: () => go(1),
    previous: () => go(-1),
    edit: () => withFocused((id) => props().onEdit(id)),
    remove: () =>
      withFocused((id) => {
        props().onFocus(undefined, 'key')
        props().onRemove([id])
      }),
    leave,
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    // After a page the engine leaves the caret just outside, and where it is at the edge the line is half hidden.
    if (movesCaret(event)) requestAnimationFrame(() => keepInView(scroller, map, choice.ends()?.focus ?? 0))
    const command = commandOf(event)
    if (command && (props().onPick ? pick(command) : commands[command]())) event.preventDefault()
  }

  const onClick = ({ detail, shiftKey, clientX, clientY }: MouseEvent): void => {
    if (detail === 1 && !shiftKey && choice.isCaret() && !props().onPick) clickAt(clientX, clientY)
  }

  const clickAt = (x: number, y: number): void => {
    const offset = offsetAtPoint(map, x, y)
    const stack = offset === undefined ? [] : annotations.at(offset).map((one) => one.id)
    // Again on the same ones goes outwards; elsewhere the innermost comes first.
    const focused = clicked === stack.join() ? stack.indexOf(props().focusId ?? '') : -1
    clicked = stack.join()
    const id = stack[(focused + 1) % stack.length]
    if (id !== props().focusId) props().onFocus(id, 'click')
  }

  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && scroller.contains(relatedTarget))) host.onChoice(undefined)
  }

  const stop = new AbortController()
  const releaseSurface = caretSurface(root, map)
  root.addEventListener('keydown', onKeyDown, { signal: stop.signal })
  root.addEventListener('click', onClick, { signal: stop.signal })
  scroller.addEventListener('focusout', onFocusOut, { signal: stop.signal })

  return {
    show: painting.show,
    showFocus: painting.showFocus,
    showHandles,
    caret: () => choice.ends()?.focus,
    goTo: (offset, withCaret) => {
      if (withCaret && document.activeElement === root) choice.select({ anchor: offset, focus: offset })
      keepInView(scroller, map, offset)
    },
    scrollToAnnotation: (id) => {
      const fragment = annotations.get(id)?.target.fragments[0]
      if (fragment) scrollToSpan(scroller, map, fragment)
    },
    placeOf: (id) => {
      const fragment = annotations.get(id)?.target.fragments[0]
      const place = fragment && rectangleAt(map, fragment.start)
      const page = scroller.getBoundingClientRect()
      return place && place.bottom > page.top && place.top < page.bottom ? place : undefined
    },
    ask: painting.ask,
    focusText: () => {
      const { start } = window.visible()
      const ends = choice.ends() ?? { anchor: start, focus: start }
      // Taking the focus puts the caret at the start.
      root.focus({ preventScroll: true })
      choice.select(ends)
    },
    propose: ({ start, end }) => {
      root.focus({ preventScroll: true })
      choice.select({ anchor: start, focus: end })
      scrollToSpan(scroller, map, { start, end })
    },
    selection: choice.span,
    tag,
    find: (query) => painting.find(query, choice.span()?.start ?? window.visible().start),
    findStep: painting.findStep,
    endFind: () => {
      const hit = painting.endFind()
      if (hit) choice.select({ anchor: hit.start, focus: hit.end })
    },
    view: () => {
      const selection = choice.ends()
      return { ...window.place(), ...(selection && { selection }) }
    },
    restore: ({ top, beyond, selection }) => {
      scrollToPlace(scroller, map, { top, beyond })
      if (selection) choice.remember(selection)
    },
    close: () => {
      clearTimeout(telling)
      noHandles()
      stop.abort()
      handles?.close()
      choice.close()
      releaseSurface()
      painting.close()
    },
  }
}
