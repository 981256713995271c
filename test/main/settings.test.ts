import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettings, withRecent, withView } from '../../src/main/settings.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-settings-'))
  file = join(folder, 'state', 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (text: string) => {
  mkdirSync(join(folder, 'state'))
  writeFileSync(file, text)
}

test('the first start speaks the system’s language and follows its theme', () => {
  expect(openSettings(file, 'ru').get()).toEqual({
    language: 'ru',
    theme: 'system',
    textSize: 100,
    recents: [],
    views: {},
  })
})

test('what was changed is there after the next start, and the folder holds nothing half written', () => {
  const settings = openSettings(file, 'en')
  settings.change({ theme: 'dark', identity: { id: 'a', name: 'Ада' } })
  settings.change({ recents: ['/p/one.actant'] })
  settings.flush()
  expect(openSettings(file, 'en').get()).toMatchObject({
    theme: 'dark',
    identity: { id: 'a', name: 'Ада' },
    recents: ['/p/one.actant'],
  })
  expect(readdirSync(join(folder, 'state'))).toEqual(['settings.json'])
})

test('a member set back takes its default', () => {
  const settings = openSettings(file, 'ru')
  settings.change({ language: 'en', lastProject: '/p/one.actant' })
  settings.change({ language: undefined, lastProject: undefined })
  expect(settings.get()).not.toHaveProperty('lastProject')
  expect(settings.get().language).toBe('ru')
})

test.each(['', '{', 'null', '[]', '"x"', '{"theme":'])('a damaged file (%j) means defaults', (text) => {
  write(text)
  expect(openSettings(file, 'en').get()).toMatchObject({ language: 'en', theme: 'system', recents: [] })
})

test('one damaged member does not cost the others', () => {
  write(JSON.stringify({ language: 'xx', theme: 'dark', textSize: 1e9, recents: 'none', window: { bounds: {} } }))
  expect(openSettings(file, 'en').get()).toEqual({
    language: 'en',
    theme: 'dark',
    textSize: 100,
    recents: [],
    views: {},
  })
})

test('a folder that cannot be written costs the change, not the program', () => {
  writeFileSync(join(folder, 'state'), 'a file in the way')
  const settings = openSettings(file, 'en')
  settings.change({ theme: 'dark' })
  settings.flush()
  expect(settings.get().theme).toBe('dark')
})

test('it is written without being asked to, soon', async () => {
  const settings = openSettings(file, 'en')
  settings.change({ theme: 'light' })
  await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).theme, { timeout: 3000 }).toBe('light')
})

test('recent projects: the latest first, each once, ten at most', () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/p/${index}.actant`)
  const recents = paths.reduce<string[]>(withRecent, [])
  expect(recents).toHaveLength(10)
  expect(recents[0]).toBe('/p/11.actant')
  expect(withRecent(recents, '/p/5.actant').filter((path) => path === '/p/5.actant')).toHaveLength(1)
  expect(withRecent(recents, '/p/5.actant')[0]).toBe('/p/5.actant')
})

test('the views of the projects used last are kept', () => {
  let views = {}
  for (let index = 0; index < 60; index++) views = withView(views, `p${index}`, { index })
  views = withView(views, 'p10', { index: 'again' })
  views = withView(views, 'p60', { index: 60 })
  expect(Object.keys(views)).toHaveLength(50)
  expect(views).toMatchObject({ p10: { index: 'again' }, p60: { index: 60 } })
  expect(views).not.toHaveProperty('p11')
})
