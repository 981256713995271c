import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import './Combo.css'

export type Choice = {
  key: string
  label: string
  /** What tells it from others of the name. */
  hint?: string | undefined
  /** Left and Right change the choice in place (the type of what is to be made). */
  turn?(step: 1 | -1): void
  /** Shown before the label. */
  sign?: ReactNode
  /** Whether it is chosen already, where several are: then the list stays as it is when one is taken. */
  checked?: boolean
  /** Taken: Enter, or a click. */
  take(): void
}

type Props = {
  label: string
  placeholder?: string | undefined
  query: string
  onQuery(query: string): void
  choices: Choice[]
  /** Backspace where nothing is typed. */
  onBack?(): void
  /** Shows the choices below the field, always; else only while it has the keyboard, over what follows. */
  open?: boolean
  first?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A field with proposals, the first of them chosen: Enter takes it, arrows go on, typing narrows them down. */
export const Combo = ({ label, placeholder, query, onQuery, choices, onBack, open, first, ref }: Props) => {
  const { t } = useWords()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const [focused, setFocused] = useState(false)
  const current = choices[Math.min(at, choices.length - 1)]
  const shows = (open || focused) && (choices.length > 0 || query !== '')

  useLayoutEffect(() => {
    const popover = list.current
    const anchor = field.current
    if (open || !shows || !popover || !anchor) return
    const follow = () => placeBeside(popover, anchor.getBoundingClientRect())
    popover.showPopover()
    follow()
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      popover.hidePopover()
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [shows, open])
  useLayoutEffect(() => {
    if (!shows) return
    // What was taken may have moved the field.
    if (!open && list.current && field.current) placeBeside(list.current, field.current.getBoundingClientRect())
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const type = (text: string) => {
    setAt(0)
    onQuery(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const count = Math.max(1, choices.length)
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const atEnd = selectionStart === value.length && selectionEnd === value.length
    if (event.code === 'ArrowDown') setAt((Math.min(at, count - 1) + 1) % count)
    else if (event.code === 'ArrowUp') setAt((Math.min(at, count - 1) - 1 + count) % count)
    else if (event.key === 'Enter') take(current)
    else if (event.code === 'Escape' && query !== '') type('')
    else if (event.code === 'Backspace' && query === '' && onBack) onBack()
    else if (event.code === 'ArrowRight' && atEnd && current?.turn) current.turn(1)
    else if (event.code === 'ArrowLeft' && atEnd && current?.turn) current.turn(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const take = (choice: Choice | undefined) => {
    if (!choice) return
    if (choice.checked === undefined) setAt(0)
    else setAt(choices.indexOf(choice))
    choice.take()
  }

  return (
    <div className="combo">
      <input
        ref={(element) => {
          field.current = element
          if (typeof ref === 'function') ref(element)
          else if (ref) ref.current = element
        }}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={shows}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shows && current ? `${listId}-${current.key}` : undefined}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        data-first={first || undefined}
        value={query}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      <div
        ref={list}
        id={listId}
        className="combo-list"
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        {...(open ? { hidden: !shows } : { popover: 'manual' as const })}
        onMouseDown={(event) => event.preventDefault()}
      >
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
          <div
            key={choice.key}
            id={`${listId}-${choice.key}`}
            className="combo-choice"
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            aria-checked={choice.checked}
            onPointerMove={() => setAt(index)}
            onClick={() => take(choice)}
          >
            {choice.checked === undefined ? null : (
              <span className="combo-check">{choice.checked ? <Check size={16} aria-hidden="true" /> : null}</span>
            )}
            {choice.sign}
            <Name className="combo-label" text={choice.label} />
            {choice.hint ? <span className="quiet small one-line combo-hint">{choice.hint}</span> : null}
          </div>
        ))}
        {choices.length === 0 ? <p className="quiet small combo-none">{t('combo.none')}</p> : null}
      </div>
    </div>
  )
}

const GAP = 4
const NARROWEST = 288
const TALLEST = 264
const LOWEST = 160

/** Under the field, or over it where there is more room. */
const placeBeside = ({ style }: HTMLElement, { left, top, bottom, width }: DOMRect) => {
  const { innerWidth, innerHeight } = window
  const wide = Math.max(NARROWEST, width)
  const below = innerHeight - bottom - 2 * GAP
  const above = below < LOWEST && top > below
  style.inlineSize = `${wide}px`
  style.insetInlineStart = `${Math.max(GAP, Math.min(left, innerWidth - wide - GAP))}px`
  style.insetBlockStart = above ? 'auto' : `${bottom + GAP}px`
  style.insetBlockEnd = above ? `${innerHeight - top + GAP}px` : 'auto'
  style.maxBlockSize = `${Math.min(TALLEST, above ? top - 2 * GAP : below)}px`
}
