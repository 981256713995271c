/**
 * The service as Electron's utility process, which every runtime but the fallback uses: real main process, preload and ports,
 * with a service that needs no database.
 */
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Connection } from '../../../src/workbench/rpc.ts'
import { answerDialogs, descendants, expect, type Home, root, servicePid, test } from '../app.ts'

declare const seen: { connections: Connection[]; states: string[]; changes: boolean[] }

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

test.use({ provoked: /^The service ended/ })

/** A reader that does what a file says, in the real process. */
const reader = fileURLToPath(new URL('../../workbench/reader-stub.ts', import.meta.url))

const buildProgram = async ({ folder }: Home) => {
  const out = join(folder, 'out')
  cpSync(join(root, 'out/main'), join(out, 'main'), { recursive: true })
  cpSync(join(root, 'out/preload'), join(out, 'preload'), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'resources'), join(folder, 'resources'))
  const common = { configFile: false, logLevel: 'warn' } as const
  for (const [entry, name] of [
    [path('service.ts'), 'service.mjs'],
    [reader, 'reader.mjs'],
  ] as const) {
    await build({
      ...common,
      build: {
        ssr: entry,
        outDir: join(out, 'main'),
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: name, chunkFileNames: `${name}-[hash].mjs` } },
      },
      ssr: { noExternal: true },
    })
  }
  await build({
    ...common,
    root: path('page'),
    build: { outDir: join(out, 'renderer'), emptyOutDir: true, target: 'chrome130', modulePreload: false },
  })
}

test('calls, events, files, a kill and the end go through a utility process', async ({ home, launch }) => {
  await buildProgram(home)
  const log = home.file('log.txt', '')
  const logged = () => readFileSync(log, 'utf8').trim().split('\n')
  const app = await launch({ program: ['-r', path('napi.cjs'), home.folder], env: { ACTANT_TEST_LOG: log } })
  const { page } = app
  await page.waitForFunction(() => seen.connections.length === 1)
  const kind = descendants(app.pid).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('service.mjs'),
  )
  expect(kind).toEqual([])

  // A call, an event, a call that fails on parsing, a file by its handle.
  await page.evaluate(() => seen.connections[0]?.workbench.renameProject('told'))
  expect(await page.evaluate(() => seen.changes)).toEqual([true])
  expect(await page.evaluate(() => seen.connections[0]?.workbench.renameProject('').catch((error) => error.code))).toBe(
    'bad-request',
  )
  await answerDialogs(app, home.file('copy.actant'))
  const save = async (index: number) => {
    const [grant] = await page.evaluate(() => window.actant.pick('save-copy', {}))
    await page.evaluate(({ at, handle }) => seen.connections[at]?.workbench.saveCopy(handle), {
      at: index,
      handle: grant?.handle ?? '',
    })
  }
  await save(0)
  expect(logged()).toEqual(['started with 0 grants, reopening undefined', `copy to ${home.file('copy.actant')}`])

  // Killed: the call under way fails, the next service knows all files and the project.
  const pending = page.evaluate(() => seen.connections[0]?.workbench.check().catch((error) => error.code))
  process.kill(await servicePid(app), 'SIGKILL')
  expect(await pending).toBe('service-gone')
  await page.waitForFunction(() => seen.connections.length === 2)
  expect(await page.evaluate(() => seen.states.slice(-2))).toEqual(['gone', 'ready'])
  await save(1)
  expect(logged().slice(2)).toEqual([
    expect.stringMatching(/^started with [1-9] grants, reopening \/a\/project.actant$/),
    `copy to ${home.file('copy.actant')}`,
  ])

  // A page that goes away lets go of its port; the new one gets another.
  await page.reload()
  await page.waitForFunction(() => seen.connections.length === 1)
  await expect.poll(logged).toContain('port closed')

  await app.close()
  expect(await app.ended).toBe(0)
  expect(logged().at(-1)).toBe('shut down')
})

test('article files are read in utility processes, which are ended when they hang, grow or are killed', async ({
  home,
  launch,
}) => {
  await buildProgram(home)
  const app = await launch({
    program: ['-r', path('napi.cjs'), home.folder],
    env: { ACTANT_TEST_LOG: home.file('log.txt', '') },
  })
  const { page } = app
  await page.waitForFunction(() => seen.connections.length === 1)
  const read = (content: string) =>
    page.evaluate(async (text) => {
      const id = `sha256:${'0'.repeat(64)}`
      try {
        return await seen.connections[0]?.workbench.previewEncoding(id, text)
      } catch (error) {
        return (error as { params?: { reason?: string } }).params?.reason
      }
    }, content)
  const utilities = () =>
    descendants(app.pid).filter((pid) =>
      /utility-sub-type=node\.mojom/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
    )
  const before = utilities()
  expect(await read('# Words')).toBe('Words')
  const [first] = utilities().filter((pid) => !before.includes(pid))
  expect(first).toBeDefined()

  const slow = read('hang')
  const next = read('# After it')
  expect(await slow).toBe('too-slow')
  expect(await next).toBe('After it')
  expect(utilities()).not.toContain(first)

  const [second = 0] = utilities().filter((pid) => !before.includes(pid))
  const idle = workedTicks(second)
  const hanging = read('hang')
  await expect.poll(() => workedTicks(second)).toBeGreaterThan(idle + 50)
  process.kill(second, 'SIGKILL')
  expect(await hanging).toBe('crashed')
  expect(await read('# At last')).toBe('At last')

  expect(await read('eat heap')).toBe('too-much-memory')

  // With the service its readers end.
  process.kill(before.find((pid) => descendants(app.pid).includes(pid)) ?? 0, 'SIGKILL')
  await page.waitForFunction(() => seen.connections.length === 2)
  await expect.poll(() => utilities().length).toBe(1)
})

/** Processor time of a process, in hundredths of a second. */
const workedTicks = (pid: number) =>
  Number(
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[11],
  )
