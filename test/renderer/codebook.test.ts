/** How the codebook is listed and offered, its keys and colours, and the values of attributes. */
import { expect, test } from 'vitest'
import type { Attribute, Code } from '../../src/core/codebook.ts'
import { listedCodebook, offeredCodes } from '../../src/renderer/src/codebook/entries.ts'
import { builtInUse, codeWithKey } from '../../src/renderer/src/codebook/hotkeys.ts'
import { palette } from '../../src/renderer/src/codebook/palette.ts'
import { plainKey } from '../../src/renderer/src/commands/accelerator.ts'
import { valueDrafts, valuesWritten } from '../../src/renderer/src/forms/attribute-values.ts'

const stamp = { version: {}, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' }
const code = (id: string, more: Partial<Code> = {}): Code => ({
  ...stamp,
  id,
  type: 'claim',
  key: id,
  label: { en: id },
  examples: [],
  ...more,
})
const attribute = (key: string, valueType: Attribute['valueType']): Attribute => ({
  ...stamp,
  id: key,
  type: 'claim',
  key,
  label: { ru: key },
  valueType,
  values: [],
  required: false,
})

const codes = [
  code('kind', { rank: 1 }),
  code('event', { parent: 'kind', definition: 'Что произошло', rank: 2 }),
  code('opinion', { parent: 'kind', rank: 1, hotkey: 'q' }),
  code('view', { mergedInto: 'opinion', hotkey: 'w' }),
  code('old', { rank: 2, retired: true, hotkey: 'q' }),
  code('speaker', { type: 'actor', hotkey: 'Q' }),
]

test('each type has its tree; what was merged stands under the other; a filter keeps what stands above', () => {
  const listed = (query: string) =>
    listedCodebook({ codes, attributes: [attribute('form', 'text')], linkTypes: [] }, query, 'en').map(
      ({ key, level }) => `${level} ${key}`,
    )
  expect(listed('')).toEqual([
    '1 actor',
    '2 speaker',
    '1 position',
    '1 claim',
    '2 kind',
    '3 opinion',
    '4 view',
    '3 event',
    '2 old',
    '1 attributes',
    '2 form',
    '1 linkTypes',
  ])
  expect(listed('произошло')).toEqual(['1 claim', '2 kind', '3 event'])
  expect(listed('nothing')).toEqual([])
})

test('offered are the codes of the type with their paths, without retired and merged ones', () => {
  expect(offeredCodes(codes, 'claim', 'en').map(({ code, path }) => [code.id, path])).toEqual([
    ['kind', ''],
    ['opinion', 'kind'],
    ['event', 'kind'],
  ])
})

test('a key belongs to one code of a type; the window’s own keys are known', () => {
  expect(codeWithKey(codes, 'claim', 'q')?.id).toBe('opinion')
  expect(codeWithKey(codes, 'actor', 'q')?.id).toBe('speaker')
  expect(codeWithKey(codes, 'claim', 'w')).toBeUndefined()
  expect(['1', 'e', 'a', 'k'].map(builtInUse)).toEqual([
    'keyboard.editor.tag.actor',
    'keyboard.editor.grow',
    'mention.who.more',
    'annotation.codes.more',
  ])
  expect(builtInUse('q')).toBeUndefined()
})

test('a key that is pressed is told by its place where the layout is Russian', () => {
  const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
    plainKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  expect(press('й', 'KeyQ')).toBe('q')
  expect(press('7', 'Numpad7')).toBe('7')
  expect(press('Home', 'Numpad7')).toBeUndefined()
  expect(press('Q', 'KeyQ', { shiftKey: true })).toBeUndefined()
  expect(press('Enter', 'Enter')).toBeUndefined()
})

test('values are read by the attribute’s kind; what cannot be stays as it was', () => {
  const attributes = [
    attribute('number', 'number'),
    attribute('said', 'boolean'),
    attribute('day', 'date'),
    attribute('words', 'text'),
  ]
  const before = { number: 3, lost: 'kept', day: '2025' }
  const read = (drafts: Record<string, string>) =>
    valuesWritten(attributes, { ...valueDrafts({ attributes: before }), ...drafts }, before)
  expect(read({}).attributes).toEqual(before)
  expect(read({ number: '1 200,5', said: 'false', day: '', words: ' так ' }).attributes).toEqual({
    number: 1200.5,
    said: false,
    words: 'так',
    lost: 'kept',
  })
  const wrong = read({ number: 'many', day: '2025-02-30', words: 'так' })
  expect([...wrong.wrong].sort()).toEqual(['day', 'number'])
  expect(wrong.attributes).toEqual({ ...before, words: 'так' })
  expect(read({ day: '2024-02-29' }).wrong.size).toBe(0)
})

test('every colour of the palette stands out 3:1 on light and on dark paper', () => {
  for (const [name, color] of palette) {
    for (const paper of ['#fffefb', '#f6f3ed', '#2c2a28', '#222120'])
      expect(contrast(color, paper), `${name} on ${paper}`).toBeGreaterThanOrEqual(3)
  }
})

/** WCAG 2.2, relative luminance and contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
