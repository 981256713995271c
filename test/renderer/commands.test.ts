import { expect, test } from 'vitest'
import { languages, translator } from '../../src/i18n/index.ts'
import { defaultLayout, type Layout } from '../../src/renderer/src/app/layout.ts'
import type { Shell } from '../../src/renderer/src/app/shell.ts'
import { createStore } from '../../src/renderer/src/app/store.ts'
import { commandById, commands, keysNow } from '../../src/renderer/src/commands/commands.ts'
import { keyboardTable } from '../../src/renderer/src/commands/keyboard-table.ts'

const unique = (values: readonly string[]) => [...new Set(values)]

test('no two commands have one id', () => {
  const ids = commands.map(({ id }) => id)
  expect(ids).toEqual(unique(ids))
})

test('no two commands have one key, unless each belongs to another list', () => {
  for (const pane of unique(commands.map(({ pane = '' }) => pane))) {
    const keys = commands.filter((command) => (command.pane ?? '') === pane).flatMap(({ keys = [] }) => keys)
    expect(keys).toEqual(unique(keys))
  }
})

test('every command has a key', () => {
  expect(commands.filter(({ keys = [] }) => keys.length === 0).map(({ id }) => id)).toEqual([])
})

// What Windows, macOS and the usual desktops of Linux keep for themselves, so that it never arrives.
const taken = ['Alt+Delete', 'Alt+T', 'Alt+L', 'Alt+D', 'Shift+3', 'Shift+4', 'H', 'M', 'Q', 'W']

test('no command has a key that the system takes', () => {
  const keys = commands.flatMap(({ keys = [] }) => keys)
  expect(keys.filter((key) => taken.some((one) => key === `CmdOrCtrl+${one}`))).toEqual([])
})

test('the keys of a list that is shown go before the same keys elsewhere', () => {
  const keysWhile = (leftTab: Layout['leftTab'], id: string) => {
    const command = commandById(id)
    return command && keysNow({ layout: createStore({ ...defaultLayout, leftTab }) } as Shell, command)
  }
  expect(keysWhile('codebook', 'codebook.new')).toEqual(['CmdOrCtrl+Alt+N'])
  expect(keysWhile('codebook', 'issue.new')).toEqual([])
  expect(keysWhile('articles', 'codebook.new')).toEqual([])
  expect(keysWhile('articles', 'issue.new')).toEqual(['CmdOrCtrl+Alt+N'])
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
