import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import './TextPlace.css'

type Props = { className: string; label: string; onLeave(): void; children: ReactNode }

/** A view in the place of the text: it has the keyboard when it comes, Escape leaves it. */
export const TextPlace = ({ className, label, onLeave, children }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = section.current
    if (!element?.contains(document.activeElement)) element?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  return (
    <section ref={section} className={className} aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {children}
    </section>
  )
}
