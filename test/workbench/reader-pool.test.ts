import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createReaderPool, type PoolLimits, type ReaderPool } from '../../src/workbench/reader-pool.ts'
import { startReaderProcess } from '../../src/workbench/reader-process.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { childrenOf } from '../faults/processes.ts'
import { anna, circumstances, newProject, temporaryFolder } from './project.ts'

const stub = fileURLToPath(new URL('./reader-stub.ts', import.meta.url))

type Pool = ReaderPool & { started(): number }

const poolOf = (start: typeof startReaderProcess, entry?: string, limits: Partial<PoolLimits> = {}): Pool => {
  let started = 0
  const pool = createReaderPool(
    () => {
      started += 1
      return start(entry, 128)
    },
    { milliseconds: 3000, ...limits },
  )
  onTestFinished(pool.end)
  return { ...pool, started: () => started }
}
const realPool = (limits?: Partial<PoolLimits>) => poolOf(startReaderProcess, undefined, limits)
const stubPool = (limits?: Partial<PoolLimits>) => poolOf(startReaderProcess, stub, limits)

const bytesOf = (text: string) => new TextEncoder().encode(text)
const names = { fileName: 'a.txt' }

/** Adds files of these contents, named in their order, from one folder. */
const addAll = async (pool: Pool, contents: readonly string[]) => {
  const folder = join(temporaryFolder(), 'articles')
  mkdirSync(folder)
  for (const [index, content] of contents.entries())
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.txt`), content)
  const { project } = newProject()
  const workbench = createWorkbench({ project, ...circumstances, readFile: pool.read })
  workbench.identify(anna)
  const report = await workbench.addArticles([{ file: folder }])
  return { report, workbench }
}

const good = Array.from({ length: 60 }, (_, index) => `Статья номер ${index}: министр отрицает.`)

describe('a file on which a reader process fails', () => {
  it.each([
    ['hang', 'too-slow'],
    ['never answer', 'too-slow'],
    ['eat heap', 'too-much-memory'],
    ['exit', 'crashed'],
    ['throw later', 'crashed'],
    ['be killed', 'crashed'],
    ['answer nonsense', 'crashed'],
    ['answer for another', 'crashed'],
    ['answer past the end', 'crashed'],
  ])('%s: it is refused as %s, and all others are added in their order', { timeout: 60_000 }, async (deed, reason) => {
    // On a busy machine a heap takes its time to fill.
    const pool = stubPool({ milliseconds: reason === 'too-slow' ? 3000 : 30_000 })
    const { report, workbench } = await addAll(pool, [...good.slice(0, 20), deed, ...good.slice(20)])
    expect(report).toMatchObject({ added: 60, existing: 0, refused: 1 })
    expect(report.files[20]).toMatchObject({
      outcome: 'refused',
      failure: { code: 'unreadable-article', params: { file: '020.txt', reason } },
    })
    expect(workbench.articles().map(({ opening }) => opening)).toEqual(good)
    // A hang is certain; a death may have been another file's, so that it is tried once more by itself.
    expect(pool.started()).toBe(reason === 'too-slow' ? 2 : 3)
  })

  it('memory outside the heap has a limit too', { timeout: 60_000 }, async () => {
    const { report } = await addAll(stubPool({ milliseconds: 30_000 }), ['eat buffers', 'Other words.'])
    expect(report.files.map(({ outcome, failure }) => failure?.params['reason'] ?? outcome)).toEqual([
      'too-much-memory',
      'added',
    ])
  })

  it('several in a row are refused one by one', { timeout: 60_000 }, async () => {
    const { report } = await addAll(stubPool(), ['exit', 'first', 'exit', 'be killed', 'second', 'exit'])
    // Equal bytes are read again, because they are in no article.
    expect(report.files.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'added',
      'refused',
      'refused',
      'added',
      'refused',
    ])
  })
})

describe('a reader process', () => {
  it('gives what reading here gives, and refuses with the same reasons', async () => {
    const pool = realPool()
    const page = bytesOf('<h1>Talks</h1><p>The <b>minister</b> denied it.')
    const { readArticle } = await import('../../src/readers/index.ts')
    expect(await pool.read(page, { fileName: 'a.html' })).toEqual(await readArticle(page, { fileName: 'a.html' }))
    await expect(pool.read(bytesOf(' '), names)).rejects.toMatchObject({
      code: 'unreadable-article',
      params: { file: 'a.txt', reason: 'empty' },
    })
    expect(pool.started()).toBe(1)
  })

  it('ends a real file that takes too long', { timeout: 30_000 }, async () => {
    const pool = realPool({ milliseconds: 1500 })
    await pool.read(bytesOf('Warm words.'), names)
    const began = performance.now()
    await expect(pool.read(bytesOf('- a\n  - b\n'.repeat(20_000)), { fileName: 'slow.md' })).rejects.toMatchObject({
      params: { file: 'slow.md', reason: 'too-slow', seconds: 1.5 },
    })
    expect(performance.now() - began).toBeLessThan(5000)
    expect((await pool.read(bytesOf('Next words.'), names)).text).toBe('Next words.')
  })

  it('is cancelled at once, whatever it is doing, and others go on', { timeout: 30_000 }, async () => {
    const pool = stubPool({ milliseconds: 30_000 })
    await pool.read(bytesOf('Warm words.'), names)
    const controller = new AbortController()
    const hanging = pool.read(bytesOf('hang'), names, controller.signal)
    const next = pool.read(bytesOf('Next words.'), names)
    const began = performance.now()
    controller.abort()
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - began).toBeLessThan(500)
    expect((await next).text).toBe('Next words.')
    await expect(pool.read(bytesOf('words'), names, controller.signal)).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('reads no files, starts nothing and knows no environment', async () => {
    // What a reader could be brought to do is tried in its place.
    const folder = temporaryFolder()
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'secret')
    const entry = join(folder, 'src', 'tries', 'entry.mjs')
    mkdirSync(join(folder, 'src', 'tries'), { recursive: true })
    writeFileSync(
      entry,
      `import fs from 'node:fs'; import { spawnSync } from 'node:child_process'
       const code = (act) => { try { act(); return 'done' } catch (error) { return error.code } }
       process.send({ ready: true })
       process.on('message', ({ id }) => process.send({ id, refused: { reason: 'binary',
         read: code(() => fs.readFileSync(${JSON.stringify(secret)})), write: code(() => fs.writeFileSync(${JSON.stringify(secret)}, '')),
         spawn: code(() => spawnSync('true')), env: Object.keys(process.env).join() } }))`,
    )
    await expect(poolOf(startReaderProcess, entry).read(bytesOf('x'), names)).rejects.toMatchObject({
      params: { read: 'ERR_ACCESS_DENIED', write: 'ERR_ACCESS_DENIED', spawn: 'ERR_ACCESS_DENIED', env: '' },
    })
    expect(readFileSync(secret, 'utf8')).toBe('secret')
  })

  it('is started when it is needed, kept, and ended when there is nothing to do', async () => {
    const pool = realPool({ idleMilliseconds: 300 })
    expect(pool.started()).toBe(0)
    await pool.read(bytesOf('One.'), names)
    await pool.read(bytesOf('Two.'), names)
    expect([pool.started(), childrenOf(process.pid).length]).toEqual([1, 1])
    await expect.poll(() => childrenOf(process.pid)).toEqual([])
    await pool.read(bytesOf('Three.'), names)
    expect(pool.started()).toBe(2)
  })

  it('that cannot be started fails the reading as a bug, not the file', async () => {
    await expect(
      poolOf(startReaderProcess, join(temporaryFolder(), 'src/none/none.mjs')).read(bytesOf('x'), names),
    ).rejects.toThrow('the reader process ended when it started')
  })
})
