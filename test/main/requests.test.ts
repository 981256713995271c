import { expect, test } from 'vitest'
import { filesIn } from '../../src/main/arguments.ts'
import { callSchemas, messageSchemas } from '../../src/main/requests.ts'

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, ...args: unknown[]) =>
  schema.safeParse(args).success

test('a menu of any shape the api declares is accepted', () => {
  const items = [
    { type: 'submenu', label: 'File', items: [{ type: 'role', role: 'quit' }, { type: 'separator' }] },
    { type: 'command', id: 'undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z', enabled: true, checked: false },
  ]
  expect(accepts(messageSchemas.setMenu, { items })).toBe(true)
})

test('a menu with foreign roles, foreign members or without end is refused', () => {
  let nested: unknown = { type: 'separator' }
  for (let depth = 0; depth < 20; depth++) nested = { type: 'submenu', label: 'x', items: [nested] }
  for (const item of [
    { type: 'role', role: 'toggleDevTools' },
    { type: 'command', id: 'x', label: 'x', click: 'alert(1)' },
    { type: 'command', id: '', label: 'x' },
    nested,
  ])
    expect(accepts(messageSchemas.setMenu, { items: [item] })).toBe(false)
})

test('settings take what they declare and nothing else', () => {
  expect(accepts(callSchemas.changeSettings, { language: 'ru', theme: null, layout: { left: 200 } })).toBe(true)
  for (const change of [
    { language: 'de' },
    { textSize: 10_000 },
    { recents: ['/etc/passwd'] },
    { forgetRecents: '/etc/passwd' },
    { layout: 'x'.repeat(70_000) },
    { layout: () => 0 },
  ])
    expect(accepts(callSchemas.changeSettings, change)).toBe(false)
})

test('a view is JSON of bounded size for a project id', () => {
  const id = '01920000-0000-7000-8000-000000000001'
  expect(accepts(messageSchemas.keepView, id, { article: 'x', scroll: 10 })).toBe(true)
  expect(accepts(messageSchemas.keepView, '__proto__', {})).toBe(false)
  expect(accepts(messageSchemas.keepView, id, 'x'.repeat(70_000))).toBe(false)
})

test('a dialog is one of ours, with words only', () => {
  expect(accepts(callSchemas.pick, 'export', { title: 'Export', defaultName: 'x.json' })).toBe(true)
  expect(accepts(callSchemas.pick, 'anything', {})).toBe(false)
  expect(accepts(callSchemas.pick, 'export', { defaultPath: '/etc' })).toBe(false)
})

test('files on the command line are told from switches and from the program itself', () => {
  const files = ['a.actant', '--no-sandbox', '/abs/b.txt']
  expect(filesIn(['/bin/actant', ...files], false, '/home/ada')).toEqual(['/home/ada/a.actant', '/abs/b.txt'])
  expect(filesIn(['electron', '--no-sandbox', '/app', ...files], true, '/home/ada')).toEqual([
    '/home/ada/a.actant',
    '/abs/b.txt',
  ])
})
