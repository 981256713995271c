import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import './Chips.css'

type Props = {
  label: string
  items: { key: string; label: string; sign?: ReactNode }[]
  onRemove(index: number): void
  /** The label is only said: what stands above tells those who see it. */
  unlabelled?: boolean
  /** The field by which more come. */
  children?: ReactNode
}

/** Entries that were chosen, each a button that takes it away, before the field that adds to them. */
export const Chips = ({ label, items, onRemove, unlabelled, children }: Props) => {
  const { t } = useWords()
  const ref = useRef<HTMLDivElement>(null)
  const remove = (index: number) => {
    // The button goes; the keyboard stays in the field, at once, for the next key.
    flushSync(() => onRemove(index))
    ref.current?.querySelector<HTMLElement>('input, .pick-button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.code !== 'Delete' && event.code !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    remove(index)
  }
  return (
    <div ref={ref} className="chips-field">
      {unlabelled ? null : (
        <span className="chips-label" aria-hidden="true">
          {label}
        </span>
      )}
      <div className="chips-line">
        {items.map((item, index) => (
          <button
            key={item.key}
            type="button"
            className="chip"
            aria-label={t('form.remove', { name: item.label })}
            onClick={() => remove(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {item.sign}
            <Name text={item.label} />
            <X size={12} aria-hidden="true" />
          </button>
        ))}
        {children}
      </div>
    </div>
  )
}
