import { expect, test } from 'vitest'
import { languages, translator } from '../../src/i18n/index.ts'
import { commands } from '../../src/renderer/src/commands/commands.ts'
import { keyboardTable } from '../../src/renderer/src/commands/keyboard-table.ts'

const unique = (values: readonly string[]) => [...new Set(values)]

test('no two commands have one id', () => {
  const ids = commands.map(({ id }) => id)
  expect(ids).toEqual(unique(ids))
})

test('no two commands have one key', () => {
  const keys = commands.flatMap(({ keys = [] }) => keys)
  expect(keys).toEqual(unique(keys))
})

test.each(languages)('every key of the keyboard table is named in %s', (language) => {
  for (const { title, rows } of keyboardTable(translator(language), 'linux')) {
    expect(title).not.toBe('')
    for (const { keys, does } of rows) {
      expect(does).not.toBe('')
      expect(keys.every((key) => key !== '')).toBe(true)
    }
  }
})

test('the keyboard table has the text’s own keys and those of the commands', () => {
  const rows = keyboardTable(translator('en'), 'linux').flatMap((section) => section.rows)
  expect(rows).toContainEqual({ keys: ['1'], does: 'Tag as actor' })
  expect(rows).toContainEqual({ keys: ['Ctrl+K', 'Ctrl+Shift+P'], does: 'Commands' })
})
