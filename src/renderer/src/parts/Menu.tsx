import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import './Menu.css'

export type MenuEntry =
  | { id: string; label: ReactNode; shortcut?: string | undefined; disabled?: boolean; run(): void }
  | { id: string; separator: true }

/** Where the menu opens: under (or over) an element, or at a point. */
export type MenuPlace = { anchor: Element } | { x: number; y: number }

type Props = { label: string; place: MenuPlace; entries: MenuEntry[]; onClose(): void }

/** An open menu: arrows move, Enter chooses, Escape or a click elsewhere closes. */
export const Menu = ({ label, place, entries, onClose }: Props) => {
  const ref = useRef<HTMLDivElement>(null)
  // The menu stays where it opened.
  const opened = useRef(place)
  useLayoutEffect(() => {
    const menu = ref.current
    if (!menu) return
    const before = document.activeElement
    menu.showPopover()
    const { x, y } = position(opened.current, menu.getBoundingClientRect())
    menu.style.insetInlineStart = `${x}px`
    menu.style.insetBlockStart = `${y}px`
    items(menu)[0]?.focus()
    return () => {
      if (menu.contains(document.activeElement) && before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Not left to `popover="auto"`: that closes what a right click has just opened when the button comes up.
  useEffect(() => {
    const elsewhere = (event: Event) => {
      if (!(event.target instanceof Node) || ref.current?.contains(event.target)) return
      // The button of the menu closes it by itself.
      const from = opened.current
      if (!('anchor' in from && from.anchor.contains(event.target))) onClose()
    }
    window.addEventListener('pointerdown', elsewhere, true)
    window.addEventListener('focusin', elsewhere)
    window.addEventListener('blur', onClose)
    return () => {
      window.removeEventListener('pointerdown', elsewhere, true)
      window.removeEventListener('focusin', elsewhere)
      window.removeEventListener('blur', onClose)
    }
  }, [onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(ref.current)
    const index = all.indexOf(document.activeElement as HTMLElement)
    const to =
      event.code === 'ArrowDown'
        ? index + 1
        : event.code === 'ArrowUp'
          ? index - 1
          : event.code === 'Home'
            ? 0
            : event.code === 'End'
              ? -1
              : undefined
    if (event.code === 'Tab' || event.code === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    if (to === undefined) return
    event.preventDefault()
    all.at(to % all.length)?.focus()
  }

  return (
    <div ref={ref} popover="manual" className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {entries.map((entry) =>
        'separator' in entry ? (
          <hr key={entry.id} className="menu-separator" />
        ) : (
          <button
            key={entry.id}
            type="button"
            className="menu-item"
            role="menuitem"
            disabled={entry.disabled}
            tabIndex={-1}
            onClick={() => {
              onClose()
              entry.run()
            }}
          >
            <span className="menu-label">{entry.label}</span>
            {entry.shortcut ? <span className="menu-shortcut">{entry.shortcut}</span> : null}
          </button>
        ),
      )}
    </div>
  )
}

const items = (menu: Element | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)') ?? []),
]

const GAP = 4

const position = (place: MenuPlace, size: DOMRect): { x: number; y: number } => {
  const { innerWidth, innerHeight } = window
  const from = 'anchor' in place ? place.anchor.getBoundingClientRect() : new DOMRect(place.x, place.y, 0, 0)
  const below = from.bottom + GAP
  const x = from.left + size.width > innerWidth - GAP ? Math.max(GAP, from.right - size.width) : from.left
  const y = below + size.height > innerHeight - GAP ? Math.max(GAP, from.top - GAP - size.height) : below
  return { x, y }
}
