import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftFolder } from '../../src/store/durable-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const names = Array.from({ length: 50 }, (_, i) => `${i % 3}/${i}.txt`)

test('a folder of many files has its name when all of them are forced to the medium', async () => {
  const path = join(folder, 'out')
  const draft = draftFolder(path)
  for (const name of [...names, ...names]) draft.append(name, Buffer.from(`${name}\n`))
  expect(existsSync(path)).toBe(false)
  await draft.publish()
  for (const name of names) expect(readFileSync(join(path, name), 'utf8')).toBe(`${name}\n${name}\n`)
  expect(readdirSync(folder)).toEqual(['out'])
})

test('where one file cannot be forced there is no folder', async () => {
  const path = join(folder, 'out')
  const draft = draftFolder(path)
  for (const name of names) draft.append(name, Buffer.from(name))
  rmSync(join(folder, readdirSync(folder)[0] ?? '', names[30] ?? ''))
  await expect(draft.publish()).rejects.toThrow('ENOENT')
  draft.discard()
  expect(readdirSync(folder)).toEqual([])
})
