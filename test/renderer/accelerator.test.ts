import { expect, test } from 'vitest'
import { type KeyPress, matches, shown } from '../../src/renderer/src/commands/accelerator.ts'

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})
const ctrl = { ctrlKey: true }

test('a Russian layout presses the same keys', () => {
  expect(matches('CmdOrCtrl+K', press('л', 'KeyK', ctrl), 'linux')).toBe(true)
  expect(matches('CmdOrCtrl+Shift+Z', press('Я', 'KeyZ', { ...ctrl, shiftKey: true }), 'linux')).toBe(true)
  expect(matches('CmdOrCtrl+/', press('.', 'Slash', ctrl), 'linux')).toBe(true)
})

test('a Latin letter counts as what is printed on it', () => {
  // AZERTY prints z where QWERTY has w.
  expect(matches('CmdOrCtrl+Z', press('z', 'KeyW', ctrl), 'win32')).toBe(true)
  expect(matches('CmdOrCtrl+W', press('z', 'KeyW', ctrl), 'win32')).toBe(false)
})

test('brackets and digits are those places on the keyboard, whatever is printed on them', () => {
  expect(matches('[', press('х', 'BracketLeft'), 'linux')).toBe(true)
  expect(matches('Alt+Shift+]', press('Ъ', 'BracketRight', { altKey: true, shiftKey: true }), 'linux')).toBe(true)
  expect(matches('Shift+1', press('!', 'Digit1', { shiftKey: true }), 'linux')).toBe(true)
  // Without Num Lock it is the way to the end of the line.
  expect(matches('Shift+1', press('End', 'Numpad1', { shiftKey: true }), 'linux')).toBe(false)
})

test('all modifiers must be the same', () => {
  expect(matches('CmdOrCtrl+B', press('b', 'KeyB', { ...ctrl, altKey: true }), 'linux')).toBe(false)
  expect(matches('CmdOrCtrl+Alt+B', press('b', 'KeyB', { ...ctrl, altKey: true }), 'linux')).toBe(true)
  expect(matches('F3', press('F3', 'F3', { shiftKey: true }), 'linux')).toBe(false)
})

test('a Mac has its own command key and its own signs', () => {
  expect(matches('CmdOrCtrl+K', press('k', 'KeyK', { metaKey: true }), 'darwin')).toBe(true)
  expect(matches('CmdOrCtrl+K', press('k', 'KeyK', ctrl), 'darwin')).toBe(false)
  expect(shown('CmdOrCtrl+Shift+Z', 'darwin')).toBe('⇧⌘Z')
  expect(shown('CmdOrCtrl+Shift+Z', 'linux')).toBe('Ctrl+Shift+Z')
  expect(shown('Alt+Down', 'linux')).toBe('Alt+↓')
})
