/** Rows 5, 12, 16, 17 and 21 of the fault matrix: a full disk, a read-only medium, copies and exports that are disturbed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProject, openProject } from '../../src/store/open.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, circumstances, newProject, opened, reopened } from '../workbench/project.ts'
import { canMount, hasStrace, isRoot, projectAtRest, rounds, text, traced } from './processes.ts'

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('no room left: told so, rolled back, what was saved is intact, and it works again when there is room', async () => {
  const { path, articleId } = await projectAtRest()
  const { project, workbench } = reopened(path)
  workbench.identify(anna)
  const pages = Number(project.db.pragma('page_count', { simple: true }))
  project.db.pragma(`max_page_count = ${pages + 5}`)
  const saved: string[] = []
  const fill = () => {
    for (let i = 0; i < 500; i++) {
      saved.push(workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: i, end: i + 6 }] }).id)
    }
  }
  expect(fill).toThrow('disk-full')
  const bundle = join(dirname(path), 'big.txt')
  writeFileSync(bundle, text.repeat(50))
  await expect(workbench.addArticles([{ file: bundle }])).rejects.toThrow('disk-full')
  expect(workbench.articles()).toHaveLength(1)
  expect(
    workbench
      .annotations(articleId)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(saved.sort())
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  project.db.pragma('max_page_count = 1000000')
  expect(await workbench.addArticles([{ file: bundle }])).toMatchObject({ added: 1 })
})

/** A small file system of its own. */
const mounted = (size: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'actant-mount-'))
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

test.skipIf(!canMount)('a disk that is really full, for the project, an export and a copy', async () => {
  const outside = newProject()
  const folder = mounted('1500k')
  const { workbench } = opened(createProject(join(folder, 'p.actant'), circumstances))
  workbench.identify(anna)
  await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(600_000))
  const big = join(dirname(outside.path), 'big.txt')
  writeFileSync(big, text.repeat(80))
  await expect(workbench.addArticles([{ file: big }])).rejects.toThrow('disk-full')
  expect(workbench.articles()).toHaveLength(1)
  rmSync(join(folder, 'ballast'))
  await expect(workbench.addArticles([{ paste: 'ещё', mediaType: 'text/plain' }])).resolves.toMatchObject({ added: 1 })

  outside.workbench.identify(anna)
  await outside.workbench.addArticles([{ file: big }])
  writeFileSync(join(folder, 'out.json'), 'старое')
  await expect(outside.workbench.exportBundle(join(folder, 'out.json'))).rejects.toThrow('disk-full')
  expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('старое')
  await expect(outside.workbench.saveCopy(join(folder, 'copy.actant'))).rejects.toThrow('disk-full')
  expect(readdirSync(folder).sort()).toEqual(['out.json', 'p.actant', 'p.actant-lock', 'p.actant-shm', 'p.actant-wal'])
})

test.skipIf(!canMount)('a read-only medium is read, with what a crash left in the log', async () => {
  const { path, articleId } = await projectAtRest(5)
  const folder = mounted('20m')
  copyFileSync(path, join(folder, 'rest.actant'))
  const crashed = reopened(path)
  crashed.workbench.identify(anna)
  crashed.workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: 0, end: 6 }] })
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(folder, `crashed.actant${suffix}`))
  crashed.close()
  spawnSync('mount', ['-o', 'remount,ro', folder])
  for (const [name, annotations] of [
    ['rest', 5],
    ['crashed', 6],
  ] as const) {
    const file = join(folder, `${name}.actant`)
    const before = hashOf(file)
    expect(() => openProject(file, { ...circumstances, mode: 'write' })).toThrow('read-only')
    const { workbench, close } = reopened(file, 'either')
    expect(workbench.project()).toMatchObject({
      access: 'read',
      reason: 'medium',
      fileName: `${name}.actant`,
      annotations,
    })
    expect(await workbench.check()).toEqual({ ok: true, findings: [] })
    await workbench.exportBundle(join(dirname(path), `${name}.json`))
    await workbench.saveCopy(join(dirname(path), `copy of ${name}.actant`))
    close()
    expect(reopened(join(dirname(path), `copy of ${name}.actant`)).workbench.project().annotations).toBe(annotations)
    expect(hashOf(file)).toBe(before)
  }
  expect(readdirSync(folder).sort()).toEqual(['crashed.actant', 'crashed.actant-wal', 'rest.actant'])
})

test('a copy made while tags come in is sound, and nothing is lost', async () => {
  const { path, articleId } = await projectAtRest(20)
  const { project, workbench } = reopened(path)
  workbench.identify(anna)
  const filler = join(dirname(path), 'filler.txt')
  writeFileSync(filler, Array.from({ length: 100_000 }, (_, i) => `Предложение ${i}.`).join('\n'))
  await workbench.addArticles([{ file: filler }])
  let steps = 0
  let tagged = 0
  const copy = join(dirname(path), 'copy.actant')
  const busy = createWorkbench({
    project,
    ...circumstances,
    emit: (event) => {
      if (event !== 'progress') return
      steps++
    },
  })
  const copying = busy.saveCopy(copy, '01990000-0000-7000-8000-00000000c001')
  const tagging = (async () => {
    for (; tagged < 50; tagged++) {
      workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: tagged, end: tagged + 6 }] })
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  await Promise.all([copying, tagging])
  expect(steps).toBeGreaterThan(0)
  const made = reopened(copy)
  expect(await made.workbench.check()).toEqual({ ok: true, findings: [] })
  expect(made.workbench.annotations(articleId).length).toBeGreaterThanOrEqual(20)
  expect(workbench.annotations(articleId)).toHaveLength(70)
})

test('a copy that is cancelled leaves nothing, and what was there stays', async () => {
  const { path } = await projectAtRest(5)
  const { workbench } = reopened(path)
  const copy = join(dirname(path), 'copy.actant')
  writeFileSync(copy, 'старое')
  const job = '01990000-0000-7000-8000-00000000c001'
  const copying = workbench.saveCopy(copy, job)
  workbench.cancel(job)
  await expect(copying).rejects.toThrow('cancelled')
  expect(readFileSync(copy, 'utf8')).toBe('старое')
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith('copy.actant'))).toEqual(['copy.actant'])
})

test('with a clock that jumps, steps go by their sequence', async () => {
  const { path, articleId } = await projectAtRest()
  const { project } = reopened(path)
  let year = 2030
  const workbench = createWorkbench({
    project,
    newId: circumstances.newId,
    now: () => new Date(Date.UTC(year--, 0, 1)),
  })
  workbench.identify(anna)
  const ids = [0, 1, 2].map(
    (start) => workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start, end: 6 }] }).id,
  )
  expect([workbench.undo(), workbench.undo(), workbench.undo()].map((step) => step?.annotationIds[0])).toEqual(
    ids.reverse(),
  )
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test.skipIf(isRoot)('an export into a folder without permission leaves the old file', async () => {
  const { path } = await projectAtRest(5)
  const folder = join(dirname(path), 'locked')
  mkdirSync(folder)
  writeFileSync(join(folder, 'out.json'), 'старое')
  chmodSync(folder, 0o555)
  await expect(reopened(path).workbench.exportBundle(join(folder, 'out.json'))).rejects.toThrow('"denied"')
  expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('старое')
})

test.skipIf(!hasStrace)(
  'killed while exporting: the old file or the new one, whole',
  { timeout: 300_000 },
  async () => {
    const { path, copy } = await projectAtRest(200)
    const to = join(dirname(path), 'out.json')
    await reopened(copy(), 'read').workbench.exportBundle(to)
    const whole = readFileSync(to, 'utf8')
    // The rename comes last; the writes before it are few and large.
    const places = [
      'rename:signal=SIGKILL:when=1',
      ...Array.from({ length: rounds(2) }, (_, i) => `pwrite64:signal=SIGKILL:when=${i + 3}`),
    ]
    for (const place of places) {
      writeFileSync(to, 'старое')
      const said = traced(copy(), [`inject=${place}`], 'export', to)
      expect(said).not.toContain('exported')
      expect(['старое', whole]).toContain(readFileSync(to, 'utf8'))
    }
  },
)
