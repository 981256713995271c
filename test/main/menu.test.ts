import { expect, test, vi } from 'vitest'
import { translator } from '../../src/i18n/index.ts'
import { firstMenu, menuBar, menuTemplate } from '../../src/main/menu.ts'
import type { MenuItem } from '../../src/preload/api.ts'

const say = translator('ru')

test('a command carries its id back when it is chosen', () => {
  const choose = vi.fn()
  const [item] = menuTemplate([{ type: 'command', id: 'undo', label: 'Отменить' }], 'linux', choose)
  item?.click?.({} as never, undefined, {} as never)
  expect(choose).toHaveBeenCalledWith('undo')
  expect(item).toMatchObject({ label: 'Отменить', enabled: true })
})

test('what the page says of a command is what the menu shows', () => {
  const items: MenuItem[] = [
    { type: 'command', id: 'a', label: 'A', enabled: false },
    { type: 'command', id: 'b', label: 'B', checked: true },
    { type: 'separator' },
    { type: 'submenu', label: 'More', items: [{ type: 'command', id: 'c', label: 'C', checked: false }] },
  ]
  expect(menuTemplate(items, 'linux', () => {})).toMatchObject([
    { enabled: false },
    { type: 'checkbox', checked: true },
    { type: 'separator' },
    { label: 'More', submenu: [{ type: 'checkbox', checked: false }] },
  ])
})

test('on Linux and Windows keys are shown and left to the window; on macOS the menu takes them, but no bare letter', () => {
  const items: MenuItem[] = [
    { type: 'command', id: 'undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
    { type: 'command', id: 'actor', label: 'Actor', accelerator: '1' },
  ]
  for (const platform of ['linux', 'win32'] as const)
    expect(menuTemplate(items, platform, () => {})).toMatchObject([
      { accelerator: 'CmdOrCtrl+Z', registerAccelerator: false },
      { accelerator: '1', registerAccelerator: false },
    ])
  const [undo, actor] = menuTemplate(items, 'darwin', () => {})
  expect(undo).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: true })
  expect(actor).not.toHaveProperty('accelerator')
})

test('an ampersand in a name is shown, not taken for a key', () => {
  const [item] = menuTemplate([{ type: 'command', id: 'recent', label: 'Q&A.actant' }], 'linux', () => {})
  expect(item?.label).toBe('Q&&A.actant')
})

test('macOS gets the application’s menu in front, in the interface’s language', () => {
  const model = { items: [{ type: 'submenu' as const, label: 'Файл', items: [] }] }
  const labels = (platform: 'darwin' | 'linux') => menuBar(model, platform, say, () => {}).map((item) => item.label)
  expect(labels('darwin')).toEqual(['Actant', 'Файл'])
  expect(labels('linux')).toEqual(['Файл'])
})

test('one can quit before the window has sent its menu', () => {
  for (const platform of ['darwin', 'linux'] as const)
    expect(JSON.stringify(firstMenu(platform, say))).toContain('"role":"quit"')
})
