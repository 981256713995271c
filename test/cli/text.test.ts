import { describe, expect, it } from 'vitest'
import { columns, harmless, shorten, table } from '../../src/cli/text.ts'

describe('columns', () => {
  it.each([
    ['Kremlin', 7],
    ['Кремль', 6],
    ['й in two parts', 14],
    ['й'.normalize('NFD'), 1],
    ['谈判', 4],
    ['👨🏻‍🚒', 2],
    ['❤️', 2],
    ['мир\u200bный\u00adx', 7],
  ])('%s takes %i', (text, width) => expect(columns(text)).toBe(width))
})

describe('shorten', () => {
  it('leaves what fits', () => expect(shorten('Переговоры', 10)).toBe('Переговоры'))
  it('cuts to the width, with an ellipsis and no space before it', () => {
    expect(shorten('Переговоры зашли', 12)).toBe('Переговоры…')
    expect(columns(shorten('谈判谈判谈判', 6))).toBeLessThanOrEqual(6)
  })
  it('never cuts a character apart', () => expect(shorten('👨🏻‍🚒👨🏻‍🚒👨🏻‍🚒', 4)).toBe('👨🏻‍🚒…'))
  it('is quick with a name of a million characters', () => {
    expect(shorten('ё'.repeat(1_000_000), 20)).toBe(`${'ё'.repeat(19)}…`)
  })
})

describe('harmless', () => {
  it('shows what would move the cursor, colour the screen or turn the text around', () => {
    expect(harmless('a\x1b[31mb\r\u0007\u009b\u202eevil\u2066')).toBe(
      'a\\u{1b}[31mb\\u{d}\\u{7}\\u{9b}\\u{202e}evil\\u{2066}',
    )
  })
  it('keeps a line a line', () => expect(harmless('one\ntwo\tthree')).toBe('one two three'))
  it('leaves letters, combining marks and emoji alone', () => {
    expect(harmless('Буйнов й 👨🏻‍🚒 <img onerror>')).toBe('Буйнов й 👨🏻‍🚒 <img onerror>')
  })
})

it('a table stands in straight columns whatever the script', () => {
  const lines = table(
    [{ heading: 'Название' }, { heading: 'n', align: 'right' }, { heading: 'Id' }],
    [
      ['Мир', '12', 'a'],
      ['谈判', '3', 'b'],
      ['', '1 234', ''],
    ],
  )
  expect(lines).toEqual(['Название      n  Id', 'Мир          12  a', '谈判          3  b', '          1 234'])
})

it('a table of more lines than a call takes arguments is a table', () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => [`${index}`])
  expect(table([{ heading: 'n', align: 'right' }], rows).at(-1)).toBe('199999')
})
