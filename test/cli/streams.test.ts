import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { actant, environment, inFolder, launcher, start, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const manyArticles = (count: number) => {
  for (let i = 0; i < count; i += 1)
    write(`articles/${i}.txt`, `Статья ${i}.\n\n${'Переговоры продолжаются. '.repeat(200)}`)
}

const appears = (there: () => boolean) => vi.waitFor(() => expect(there()).toBe(true), { timeout: 30_000, interval: 5 })

describe('a reader that goes away', () => {
  it('is no error and leaves nothing behind', async () => {
    await succeed('new', 'p.actant')
    manyArticles(100)
    await succeed('add', 'p.actant', 'articles')
    const child = start(['export', 'p.actant'])
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'close')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe.skipIf(!existsSync('/dev/full'))('a stdout that takes nothing', () => {
  it('is told as a full disk (4)', async () => {
    await succeed('new', 'p.actant')
    const child = spawn(process.execPath, [launcher, 'list', 'p.actant'], {
      cwd: inFolder(),
      env: environment(),
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    })
    let err = ''
    child.stderr?.on('data', (chunk) => {
      err += chunk
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(4)
    expect(err).toContain('no room left')
  })
})

describe('Ctrl+C', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s stops adding at a safe place', async (signal, expected) => {
    await succeed('new', 'p.actant')
    manyArticles(400)
    const child = start(['add', 'p.actant', 'articles'])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    // The lease is there as soon as the work begins.
    await appears(() => existsSync(inFolder('p.actant-lock')))
    child.kill(signal)
    const [code] = await once(child, 'close')
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).toBe('actant: stopped; nothing was left half done.\n')
    expect(existsSync(inFolder('p.actant-lock'))).toBe(false)
    expect(parsed('check', await succeed('check', 'p.actant', '--json'))).toEqual({ ok: true, findings: [] })
    const added = parsed('list', await succeed('list', 'p.actant', '--json')).articles.length
    const rest = parsed('add', await succeed('add', 'p.actant', 'articles', '--json'))
    expect(rest).toMatchObject({ added: 400 - added, existing: added, refused: 0 })
  })

  it('stops waiting for standard input', async () => {
    mkdirSync(inFolder('tmp'))
    const child = start(['validate', '-'], { TMPDIR: inFolder('tmp') })
    child.stdin.write('{"format"')
    await appears(() => readdirSync(inFolder('tmp')).length > 0)
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    expect(readdirSync(inFolder('tmp'))).toEqual([])
  })
})

describe('temporary files', () => {
  it('are gone in the end', async () => {
    mkdirSync(inFolder('tmp'))
    const env = { TMPDIR: inFolder('tmp') }
    await succeed('new', 'p.actant')
    await actant(['export', 'p.actant'], { env })
    await actant(['merge', 'p.actant', '-'], { env, stdin: bundleOf('Текст', []) })
    await actant(['validate', '-'], { env, stdin: 'not JSON' })
    await actant(['add', 'p.actant', '-'], { env, stdin: 'Статья.' })
    expect(tmpdir()).not.toBe(env.TMPDIR)
    expect(readdirSync(env.TMPDIR)).toEqual([])
  })

  it('have to fit somewhere (4)', async () => {
    const { code, err } = await actant(['validate', '-'], { env: { TMPDIR: inFolder('nowhere') }, stdin: '{}' })
    expect(code).toBe(4)
    expect(err).toContain('actant: ')
  })
})

it('a bug says one line (4), with its stack where that is asked for', async () => {
  await succeed('new', 'p.actant')
  write('a.txt', 'Статья 🙂.')
  await succeed('add', 'p.actant', 'a.txt')
  // Node's own measuring of what is no plain text fails, deep within the command.
  const env = { NODE_OPTIONS: `--import ${JSON.stringify(write('trip.mjs', tripWire))}` }
  const plain = await actant(['list', 'p.actant'], { env })
  expect(plain.code).toBe(4)
  expect(plain.err).toMatch(/^actant: this should not have happened: Error: tripped\..*\n$/)
  const verbose = await actant(['list', 'p.actant', '--verbose'], { env })
  expect(verbose.err).toContain('\n    at ')
  expect((await actant(['list', 'p.actant'], { env: { ...env, ACTANT_DEBUG: '1' } })).err).toContain('\n    at ')
})

const tripWire = "Intl.Segmenter.prototype.segment = () => { throw new Error('tripped') }"

it('a program that cannot be loaded says so (4)', async () => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (name === 'commander') throw new Error('commander is not there')
      return next(name, context)
    } })`
  const env = { NODE_OPTIONS: `--import ${JSON.stringify(write('without.mjs', hooks))}` }
  const { code, err } = await actant(['--help'], { env })
  expect({ code, err }).toEqual({ code: 4, err: 'actant: commander is not there\n' })
})

it('reads a project as it is, byte for byte, while only reading', async () => {
  await succeed('new', 'p.actant')
  const before = readFileSync(inFolder('p.actant'))
  await succeed('list', 'p.actant')
  await succeed('check', 'p.actant')
  await succeed('export', 'p.actant')
  expect(readFileSync(inFolder('p.actant')).equals(before)).toBe(true)
  expect(readdirSync(inFolder()).sort()).toEqual(['machine', 'p.actant'])
})
