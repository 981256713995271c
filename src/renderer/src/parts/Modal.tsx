import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { giveKeyboardBack } from '../actions/areas.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { IconButton } from './IconButton.tsx'
import './Modal.css'

type Props = {
  title: ReactNode
  onClose(): void
  children: ReactNode
  footer?: ReactNode
  width?: 'narrow' | 'middle' | 'wide' | 'full'
  onKeyDown?(event: KeyboardEvent): void
}

/** A dialog that holds the keyboard until it is closed, and gives it back to where it was, else to an area of the window. It begins at `data-first`. */
export const Modal = ({ title, onClose, children, footer, width = 'middle', onKeyDown }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      giveKeyboardBack(shell)
    }
  }, [shell])
  return (
    <dialog
      ref={ref}
      className={`modal ${width}`}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="modal-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label={t('dialog.close')} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      <div className="modal-body">{children}</div>
      {footer ? <footer className="modal-foot">{footer}</footer> : null}
    </dialog>
  )
}
