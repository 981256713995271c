import type { KeyboardEvent } from 'react'
import { useId } from 'react'
import './Choose.css'

export type Way<T extends string> = { value: T; label: string; key: string }

type Props<T extends string> = {
  label: string
  ways: readonly Way<T>[]
  value: T | undefined
  onChange(value: T | undefined): void
}

/** A few ways side by side, each with its letter or digit; the letter again, or Backspace, takes the choice back. */
export const Choose = <T extends string>({ label, ways, value, onChange }: Props<T>) => {
  const name = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = ways.find(({ key }) => event.code === `Key${key}` || event.code === `Digit${key}`)
    if (way) onChange(way.value === value ? undefined : way.value)
    else if (event.code === 'Backspace' || event.code === 'Delete') onChange(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <fieldset className="choose" onKeyDown={onKeyDown}>
      <legend className="unseen">{label}</legend>
      {ways.map((way) => (
        <label key={way.value} className="choose-way">
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={way.value === value}
            onChange={() => onChange(way.value)}
          />
          <span className="choose-name">{way.label}</span>
          <kbd>{way.key}</kbd>
        </label>
      ))}
    </fieldset>
  )
}
