import { type KeyboardEvent, useState } from 'react'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { toggleWhole } from './state.ts'

/** How many lines are seen before somebody asks for all. */
const FIRST = 12

/** The lines that are shown: the first ones, until somebody asks for all. */
export const useLines = <T,>(key: string, lines: readonly T[], first = FIRST): readonly T[] => {
  const all = useUi(({ corpus }) => corpus.whole.includes(key))
  return all || lines.length <= first + 1 ? lines : lines.slice(0, first)
}

export const MoreLines = ({ name, count, shown }: { name: string; count: number; shown: number }) => {
  const shell = useShell()
  const { t } = useWords()
  const all = useUi(({ corpus }) => corpus.whole.includes(name))
  if (count === shown && !all) return null
  return (
    <button type="button" className="link-button small" aria-expanded={all} onClick={() => toggleWhole(shell, name)}>
      {all ? t('corpus.fewer') : t('corpus.more', { count })}
    </button>
  )
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** One stop of the Tab key for several buttons, the elements with `data-part`; the arrows go from one to the next. */
export const useOneStop = (parts: readonly string[]) => {
  const [chosen, setChosen] = useState<string>()
  const current = chosen !== undefined && parts.includes(chosen) ? chosen : parts[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-part]')]
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? buttons.indexOf(activeElement) : -1
    const to = at < 0 ? undefined : buttons[steps[event.code]?.(at, buttons.length) ?? -1]
    if (!to) return
    event.preventDefault()
    to.focus()
  }
  return {
    onKeyDown,
    stop: (part: string) => ({
      'data-part': part,
      tabIndex: part === current ? 0 : -1,
      onFocus: () => setChosen(part),
    }),
  }
}
