import { type ReactNode, useRef, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { Menu, type MenuEntry } from './Menu.tsx'

type Props = { label: string; entries(): MenuEntry[]; children: ReactNode; className?: string; disabled?: boolean }

/** A button that opens a menu; the entries are made when it opens. */
export const MenuButton = ({ label, entries, children, className, disabled }: Props) => {
  const ref = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const anchor = ref.current
  return (
    <span ref={ref} className="menu-anchor">
      <IconButton
        label={label}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {children}
      </IconButton>
      {open && anchor ? (
        <Menu label={label} place={{ anchor }} entries={entries()} onClose={() => setOpen(false)} />
      ) : null}
    </span>
  )
}
