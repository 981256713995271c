import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { actant, inFolder, succeed } from './actant.ts'
import { error, parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const text = 'Путин и Трамп встретились.'

beforeEach(async () => {
  await succeed('new', 'p.actant')
  await actant(['merge', 'p.actant', '-'], { stdin: bundleOf(text, [{ start: 0, end: 5, quote: 'Путин' }]) })
})

/** Changes the file behind the program's back. */
const damage = (change: (bytes: Buffer) => Buffer) => {
  const path = inFolder('p.actant')
  const bytes = change(readFileSync(path))
  writeFileSync(path, bytes)
  return bytes
}

/** Writes other letters over a word wherever it stands. */
const overwrite = (word: string, other: string) =>
  damage((bytes) => {
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) bytes.write(other, at)
    return bytes
  })

it('finds nothing in a sound project (0)', async () => {
  expect(parsed('check', await succeed('check', 'p.actant', '--json'))).toEqual({ ok: true, findings: [] })
  expect(await succeed('check', 'p.actant')).toBe('p.actant: sound\n')
})

it('finds a text whose letters were changed, and says where, in the language asked for (1)', async () => {
  const bytes = overwrite('встретились', 'разругались')
  const { code, out } = await actant(['check', 'p.actant', '--json'])
  expect(code).toBe(1)
  const { ok, findings } = parsed('check', out)
  expect(ok).toBe(false)
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'text-damaged', where: expect.stringMatching(/^\/article\/sha256:/) }),
  )
  const russian = await actant(['check', 'p.actant', '--lang', 'ru'])
  expect(russian.out).toMatch(/^p\.actant: \d+ замечани[ея]\n {2}\S+ {2}\/article\/sha256:\w+ {2}.*[а-я]/)
  expect(readFileSync(inFolder('p.actant')).equals(bytes)).toBe(true)
})

describe('is refused before anything is read of it (3), and stays as it is', () => {
  it.each([
    ['damaged-project', 'cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['newer-project', 'of a newer Actant', (bytes: Buffer) => bytes.fill(3, 60, 64)],
    ['not-a-project', 'another SQLite database', (bytes: Buffer) => bytes.fill(0, 68, 72)],
    ['not-a-project', 'empty', () => Buffer.alloc(0)],
  ])('%s: %s', async (expected, _, change) => {
    const bytes = damage(change)
    const { code, out, err } = await actant(['check', 'p.actant', '--json'])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(error.parse(JSON.parse(err)).error.code).toBe(expected)
    expect(readFileSync(inFolder('p.actant')).equals(bytes)).toBe(true)
  })
})
