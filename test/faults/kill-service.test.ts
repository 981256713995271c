/** Rows 1, 19 and 20 of the fault matrix, as the window meets them: the service is driven through its port. */
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Failure } from '../../src/core/failure.ts'
import { childrenOf, rounds } from './processes.ts'
import { type RunningService, startService } from './service.ts'

const anna = { id: '01920000-0000-7000-8000-000000000001', name: 'Anna' }
const OPERATIONS = 1000
const TOGETHER = 20
/** The kill falls somewhere within so many answers: all of them where many rounds are asked for. */
const KILLED_WITHIN = rounds(3) > 3 ? OPERATIONS : 100

let folder: string
let project: string
const running: RunningService[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-kill-'))
  project = join(folder, 'p.actant')
})
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const start = async (reopen?: string) => {
  const service = await startService(
    {
      grants: [{ handle: 'new', path: project, purpose: 'target' }],
      identity: anna,
      ...(reopen !== undefined && { reopen }),
    },
    { ACTANT_STATE_DIR: join(folder, 'state') },
  )
  running.push(service)
  return { ...service, desk: service.connection.workbench }
}

const withArticle = async () => {
  const service = await start()
  await service.desk.createProject('new', 'Kills')
  const paste = Array.from({ length: 500 }, (_, index) => `Sentence ${index} says what the minister denied.`).join(' ')
  await service.desk.addArticles([{ paste, mediaType: 'text/plain' }])
  const [article] = await service.desk.articles()
  return { service, articleId: article?.id ?? '' }
}

type Desk = Awaited<ReturnType<typeof start>>['desk']

/** Tags on, several calls under way at a time, until all is done or the service is gone; the ids that were acknowledged. */
const tagOn = async (desk: Desk, articleId: string, onAnswer: (answers: number) => void) => {
  const acknowledged: string[] = []
  let next = 0
  const tagger = async () => {
    while (next < OPERATIONS) {
      next += 1
      const start = Math.floor(Math.random() * 5000)
      const fragments = [{ start, end: start + 1 + Math.floor(Math.random() * 100) }]
      const type = (['actor', 'position', 'claim'] as const)[next % 3] ?? 'actor'
      acknowledged.push((await desk.addAnnotation({ articleId, type, fragments })).id)
      onAnswer(acknowledged.length)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: TOGETHER }, tagger))
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as Failure).code] : []))
  return { acknowledged, reasons, asked: next }
}

test(`kill -9 during ${OPERATIONS} tagging operations (${rounds(3)} rounds): none acknowledged is lost, the check is clean`, {
  timeout: 3_600_000,
}, async () => {
  const { service: first, articleId } = await withArticle()
  let service = first
  const expected = new Set<string>()
  let unanswered = 0
  for (let round = 0; round < rounds(3); round++) {
    const { child, desk, ended } = service
    const last = 1 + Math.floor(Math.random() * KILLED_WITHIN)
    const { acknowledged, reasons, asked } = await tagOn(desk, articleId, (answers) => {
      if (answers === last) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
    })
    await ended
    for (const id of acknowledged) expected.add(id)
    unanswered += asked - acknowledged.length
    // Every call that was under way failed with a reason.
    if (acknowledged.length < OPERATIONS) expect(new Set(reasons)).toEqual(new Set(['service-gone']))

    service = await start(project)
    expect((await service.desk.project()).access).toBe('write')
    const found = new Set((await service.desk.annotations(articleId)).map(({ id }) => id))
    expect([...expected].filter((id) => !found.has(id))).toEqual([])
    expect(found.size).toBeLessThanOrEqual(expected.size + unanswered)
    expect(await service.desk.check()).toEqual({ ok: true, findings: [] })
  }
  expect(expected.size).toBeGreaterThan(0)
  console.log(`${expected.size} acknowledged, ${unanswered} under way when killed, 0 lost`)
})

test.each(['SIGTERM', 'disconnect', 'shutdown'] as const)('%s: the project is closed into one file', async (how) => {
  const { service, articleId } = await withArticle()
  await service.desk.addAnnotation({ articleId, type: 'actor', fragments: [{ start: 0, end: 8 }] })
  if (how === 'SIGTERM') service.child.kill('SIGTERM')
  else if (how === 'disconnect') service.child.disconnect()
  else service.tell({ type: 'shutdown' })
  expect(await service.ended).toEqual({ code: 0, signal: null })
  expect(readdirSync(folder).filter((name) => name.startsWith('p.actant'))).toEqual(['p.actant'])
  const again = await start(project)
  expect(await again.desk.annotations(articleId)).toHaveLength(1)
})

test('kill -9 during a file that is never read to its end: the reader process ends too', {
  timeout: 60_000,
}, async () => {
  const slow = join(folder, 'slow.md')
  writeFileSync(slow, '- a\n  - b\n'.repeat(20_000))
  const service = await start()
  await service.desk.createProject('new', 'Slow')
  service.tell({ type: 'grant', grant: { handle: 'slow', path: slow, purpose: 'article' } })
  const adding = service.desk.addArticles([{ file: 'slow' }]).catch(({ code }) => code)
  const readers = () => childrenOf(service.child.pid ?? 0)
  await expect.poll(readers, { timeout: 10_000 }).toHaveLength(1)
  const [reader = 0] = readers()
  service.child.kill('SIGKILL')
  expect(await adding).toBe('service-gone')
  await expect.poll(() => existsSync(`/proc/${reader}`), { timeout: 10_000 }).toBe(false)
})

test('a project held by another process is opened to be read, and taken when it is free', async () => {
  const { service: holder } = await withArticle()
  const reader = await start(project)
  reader.tell({ type: 'grant', grant: { handle: 'p', path: project, purpose: 'project' } })
  expect(await reader.desk.project()).toMatchObject({ access: 'read', holder: { pid: holder.child.pid } })
  await expect(reader.desk.renameProject('Mine')).rejects.toMatchObject({ code: 'held' })
  holder.tell({ type: 'shutdown' })
  await holder.ended
  expect(await reader.desk.openProject('p')).toMatchObject({ access: 'write' })
})

test('a file is used only for what it was handed out for', async () => {
  const { service } = await withArticle()
  const { desk } = service
  await expect(desk.openProject('new')).rejects.toMatchObject({ code: 'bad-request' })
  await expect(desk.addArticles([{ file: '/etc/passwd' }])).rejects.toMatchObject({ code: 'bad-request' })
  await expect(desk.exportBundle(join(folder, 'x.json'))).rejects.toMatchObject({ code: 'bad-request' })
  expect((await desk.articles()).length).toBe(1)
})

test('opening the open project again changes nothing, by whichever path', async () => {
  const { service } = await withArticle()
  symlinkSync(project, join(folder, 'link.actant'))
  for (const [handle, path] of [
    ['same', project],
    ['link', join(folder, 'link.actant')],
  ] as const) {
    service.tell({ type: 'grant', grant: { handle, path, purpose: 'project' } })
    expect(await service.desk.openProject(handle)).toMatchObject({ title: 'Kills', access: 'write', articles: 1 })
  }
})

test('of two projects opened at once the later one stays, and the other is let go', async () => {
  const { service } = await withArticle()
  const other = join(folder, 'other.actant')
  service.tell({ type: 'grant', grant: { handle: 'other', path: other, purpose: 'target' } })
  service.tell({ type: 'grant', grant: { handle: 'p', path: project, purpose: 'project' } })
  await Promise.all([service.desk.createProject('other', 'Other'), service.desk.openProject('p')])
  expect(await service.desk.project()).toMatchObject({ title: 'Kills', access: 'write' })
  const second = await start(other)
  expect(await second.desk.project()).toMatchObject({ title: 'Other', access: 'write' })
})

test('a project that cannot be opened leaves the open one in place', async () => {
  const { service } = await withArticle()
  service.tell({ type: 'grant', grant: { handle: 'no', path: '/dev/null', purpose: 'project' } })
  await expect(service.desk.openProject('no')).rejects.toMatchObject({ name: 'Failure' })
  expect(await service.desk.project()).toMatchObject({ title: 'Kills', access: 'write' })
  expect(service.openedPath()).toBe(project)
})
