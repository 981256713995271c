import { describe, expect, test } from 'vitest'
import { commandOf, editorKeys } from '../../src/renderer/src/editor/keys.ts'

const press = (code: string, rest: Partial<KeyboardEvent> = {}) =>
  commandOf({
    code,
    key: '',
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...rest,
  } as KeyboardEvent)

describe('keys of the text', () => {
  test.each([
    ['Digit1 on a French keyboard', press('Digit1', { key: '&' }), 'tag.actor'],
    ['Numpad3 with Num Lock', press('Numpad3', { key: '3' }), 'tag.claim'],
    ['Numpad3 without Num Lock is a page down', press('Numpad3', { key: 'PageDown' }), undefined],
    ['KeyE on a Russian keyboard', press('KeyE', { key: 'у' }), 'grow'],
    ['Shift and KeyE', press('KeyE', { key: 'У', shiftKey: true }), 'shrink'],
    ['Tab', press('Tab'), 'next'],
    ['Shift and Tab', press('Tab', { shiftKey: true }), 'previous'],
    ["the platform's own shortcuts", press('Digit1', { ctrlKey: true }), undefined],
    ['Command', press('KeyE', { metaKey: true }), undefined],
    ['AltGr', press('KeyE', { altKey: true }), undefined],
    ['a letter while an input method composes', press('KeyE', { isComposing: true }), undefined],
    ['any other letter', press('KeyQ'), undefined],
  ])('%s', (_, command, expected) => {
    expect(command).toBe(expected)
  })

  test('no key has two meanings', () => {
    const chords = editorKeys.flatMap(({ chords }) => chords.map((chord) => JSON.stringify(chord)))
    expect(new Set(chords).size).toBe(chords.length)
  })
})
