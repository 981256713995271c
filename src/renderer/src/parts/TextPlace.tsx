import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import './TextPlace.css'

type Props = {
  className: string
  label: string
  onLeave(): void
  /** A key without Ctrl or Alt that is no text for a field; true where it meant something. */
  onKey?(event: KeyboardEvent): boolean
  children: ReactNode
}

/** A view in the place of the text: it has the keyboard when it comes, Escape leaves it. */
export const TextPlace = ({ className, label, onLeave, onKey, children }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = section.current
    if (!element?.contains(document.activeElement)) element?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.code === 'Escape') {
      event.preventDefault()
      onLeave()
    } else if (isCommand(event) && onKey?.(event)) event.preventDefault()
  }
  return (
    <section ref={section} className={className} aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {children}
    </section>
  )
}

const isCommand = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey) &&
  !(target instanceof Element && target.closest('input:not([type="radio"]), select, textarea, dialog'))
