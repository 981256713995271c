/** The keys by which one decision after the other is made in a dialog. */
import type { KeyboardEvent } from 'react'

export type DecisionKey = number | 'both' | 'neither' | 'next' | 'previous' | 'show' | 'undo'

const byCode: Record<string, DecisionKey> = {
  KeyB: 'both',
  KeyN: 'neither',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
}

/** What a key means, wherever in the dialog it is pressed; by its place, so that the keyboard's layout does not matter. */
export const decisionKey = (event: KeyboardEvent): DecisionKey | undefined => {
  const { code, ctrlKey, metaKey, altKey, shiftKey, target } = event
  if (altKey || shiftKey) return undefined
  if (ctrlKey || metaKey) return code === 'KeyZ' ? 'undo' : undefined
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  if (digit) return Number(digit)
  // Enter on a button presses the button.
  if (code === 'Enter' || code === 'NumpadEnter') return target instanceof HTMLButtonElement ? undefined : 'show'
  return byCode[code]
}
