import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { identify } from '../../src/cli/identity.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-identity-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const who = (as?: string) =>
  identify({ as, settingsFile: join(folder, 'settings.json'), stateFolder: join(folder, 'state'), newId: () => v7() })

it('is the person named, the same every time', () => {
  const first = who('Анна Петрова')
  expect(first).toMatchObject({ identity: { name: 'Анна Петрова' }, kept: true })
  expect(who('Анна Петрова')).toEqual(first)
  expect(who('Борис').identity.id).not.toBe(first.identity.id)
})

it('is the user of the system where nobody is named', () => {
  expect(who().identity.name).toBe(userInfo().username)
  expect(who()).toEqual(who())
})

it('is who works in the window, by that name too', () => {
  const inWindow = { id: v7(), name: 'Анна' }
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ identity: inWindow, theme: 'dark' }))
  expect(who().identity).toEqual(inWindow)
  expect(who('Анна').identity).toEqual(inWindow)
  expect(who('Борис').identity.id).not.toBe(inWindow.id)
})

it('does without settings that are damaged', () => {
  writeFileSync(join(folder, 'settings.json'), '{"identity":')
  expect(who().identity.name).toBe(userInfo().username)
})

it('does not care what a name looks like', () => {
  const odd = '../../x\u0000/<b>\n'
  expect(who(odd)).toEqual(who(odd))
})

it('says where it cannot remember', () => {
  // A file stands where the folder should be: that stops root too.
  mkdirSync(join(folder, 'state'))
  writeFileSync(join(folder, 'state', 'people'), '')
  chmodSync(join(folder, 'state', 'people'), 0o444)
  expect(who('Анна')).toMatchObject({ identity: { name: 'Анна' }, kept: false })
})
