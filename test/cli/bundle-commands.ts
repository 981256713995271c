/** What the commands on bundles answer, read as the JSON they promise. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { actant, inFolder, succeed } from './actant.ts'
import { parsed } from './json-forms.ts'

export const validated = async (...args: string[]) => {
  const { code, out, err } = await actant(['validate', ...args, '--json'])
  expect(err).toBe('')
  return { code, files: parsed('validate', out).files }
}

export const merged = async (...args: string[]) => {
  const { code, out, err } = await actant(['merge', 'p.actant', ...args, '--json'])
  expect(err).toBe('')
  return { code, files: parsed('merge', out).files }
}

export const exported = async () => JSON.parse(await succeed('export', 'p.actant'))

/** What does not change on the way through a project. */
export const records = (bundle: Record<string, unknown>) => {
  const { generator, digest, ...rest } = bundle
  expect(generator).toMatchObject({ name: 'Actant' })
  expect(digest).toMatch(/^sha256:/)
  return rest
}

/** The project file without the two places where SQLite counts how often it was opened for writing. */
export const projectBytes = () => {
  const bytes = readFileSync(inFolder('p.actant'))
  return bytes.fill(0, 24, 28).fill(0, 92, 96)
}
