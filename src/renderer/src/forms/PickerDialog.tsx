import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useShell } from '../app/context.tsx'
import './PickerDialog.css'

type Props = { label: string; annotationId: string; wide?: boolean; onClose(): void; children: ReactNode }

/** A small dialog beside an annotation, with something to pick for it. Escape or a click elsewhere closes it. */
export const PickerDialog = ({ label, annotationId, wide, onClose, children }: Props) => {
  const shell = useShell()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    // Where there is a row of choices, the one that is made.
    element.querySelector<HTMLElement>('input:checked')?.focus()
    place(element, anchorOf(shell, annotationId))
    return () => element.close()
  }, [shell, annotationId])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by keyboard
    <dialog
      ref={dialog}
      className={wide ? 'picker wide' : 'picker'}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="picker-page">{children}</div>
    </dialog>
  )
}

/** The card where the list has the keyboard, else the words in the text. */
const anchorOf = (shell: ReturnType<typeof useShell>, id: string): DOMRect | undefined => {
  const card = document.getElementById(`card-${id}`)?.getBoundingClientRect()
  return shell.ui.get().area === 'annotations' ? card : (shell.editor.current?.placeOf(id) ?? card)
}

const GAP = 6
const TALLEST = 340

const place = (dialog: HTMLElement, anchor: DOMRect | undefined) => {
  const { innerWidth, innerHeight } = window
  const width = dialog.offsetWidth
  const { left, top, bottom } = anchor ?? new DOMRect((innerWidth - width) / 2, innerHeight * 0.12, 0, 0)
  const above = bottom + GAP + TALLEST > innerHeight && top > TALLEST
  dialog.style.insetInlineStart = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`
  dialog.style.insetBlockStart = above ? 'auto' : `${Math.max(GAP, Math.min(bottom + GAP, innerHeight - TALLEST))}px`
  dialog.style.insetBlockEnd = above ? `${innerHeight - top + GAP}px` : 'auto'
}
