/** Rows 1, 2, 14, 20 and 22 of the fault matrix: processes killed at random, at exact system calls, and asked to end. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { schemaOf } from '../../src/store/migrate.ts'
import { anna, reopened } from '../workbench/project.ts'
import { hasStrace, killed, projectAtRest, rounds, run, taggerPath, text, traced, writesOf } from './processes.ts'

/** Everything acknowledged is there, nothing is half there, and work goes on. */
const expectSound = async (path: string, articleId: string, acknowledged: string[]) => {
  const { workbench, project, close } = reopened(path)
  workbench.identify(anna)
  const ids = new Set(workbench.annotations(articleId).map(({ id }) => id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  const pairs = project.db.prepare("SELECT count(DISTINCT recordId) AS n FROM changes WHERE kind = 'annotation'").get()
  expect(pairs).toEqual({ n: ids.size })
  workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 0, end: 18 }] })
  close()
}

test(`killed while tagging (${rounds(3)} rounds): nothing acknowledged is lost`, { timeout: 600_000 }, async () => {
  const { articleId, copy } = await projectAtRest()
  let acknowledged = 0
  for (let round = 0; round < rounds(3); round++) {
    const path = copy()
    const said = await killed(path, Math.random() * 300, 'tag', '100000')
    acknowledged += said.length
    await expectSound(path, articleId, said)
  }
  expect(acknowledged).toBeGreaterThan(0)
})

test.skipIf(!hasStrace)(
  'killed at one write after the other: nothing acknowledged is lost',
  { timeout: 600_000 },
  async () => {
    const { articleId, copy } = await projectAtRest()
    for (let round = 0; round < rounds(4); round++) {
      const path = copy()
      const said = traced(path, [`inject=pwrite64:signal=SIGKILL:when=${8 + 7 * round}`], 'tag', '200')
      expect(said.length).toBeLessThan(200)
      await expectSound(path, articleId, said)
    }
  },
)

test.skipIf(!hasStrace)(
  'killed during a migration: the old schema or the new, and a backup',
  { timeout: 600_000 },
  async () => {
    const { articleId, copy } = await projectAtRest(100)
    const seen = new Set<number>()
    for (let round = 0; round < rounds(4); round++) {
      const path = copy()
      const said = traced(path, [`inject=pwrite64:signal=SIGKILL:when=${3 + 17 * round}`], 'migrate')
      const { project, workbench, close } = await openedWhatever(path)
      seen.add(schemaOf(project.db))
      expect(workbench.annotations(articleId)).toHaveLength(100)
      const later = project.db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'later'").get()
      expect(later).toEqual({ n: schemaOf(project.db) - 1 })
      if (said.includes('migrated')) expect(schemaOf(project.db)).toBe(2)
      const backups = readdirSync(dirname(path)).filter((name) => name === `${basename(path)}-backup-schema1-1`)
      if (schemaOf(project.db) === 2) expect(backups).toHaveLength(1)
      close()
    }
    expect(seen).toContain(1)
  },
)

/** Schema 2 exists in this test only, so that a migrated file counts as newer. */
const openedWhatever = async (path: string) => {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(path)
  const schema = schemaOf(db)
  db.pragma('user_version = 1')
  db.close()
  const opened = reopened(path)
  opened.project.db.pragma(`user_version = ${schema}`)
  return opened
}

test.skipIf(!hasStrace)('killed while merging: everything of the bundle or nothing', { timeout: 600_000 }, async () => {
  const { copy, articleId } = await projectAtRest(50)
  const bundle = await bundleAgainst(copy())
  const stateOf = async (path: string) => {
    const { workbench, close } = reopened(path)
    expect(await workbench.check()).toEqual({ ok: true, findings: [] })
    const all = JSON.stringify([
      workbench.annotations(articleId),
      workbench.registries(),
      workbench.conflicts(),
      workbench.articles(),
    ])
    close()
    return all
  }
  const before = await stateOf(copy())
  const merged = copy()
  expect(run(merged, 'merge', bundle).said).toEqual(['opened', 'merged'])
  const after = await stateOf(merged)
  expect(after).not.toBe(before)
  const writes = writesOf(copy(), 'merge', bundle)
  expect(writes).toBeGreaterThan(20)
  const places = rounds(6)
  const seen = new Set<string>()
  for (let round = 0; round < places; round++) {
    const path = copy()
    const when = 1 + Math.floor((round * writes) / places)
    const said = traced(path, [`inject=pwrite64:signal=SIGKILL:when=${when}`], 'merge', bundle)
    const state = await stateOf(path)
    expect([before, after]).toContain(state)
    if (said.includes('merged')) expect(state).toBe(after)
    seen.add(state)
  }
  // The last writes bring the log back into the file: the merge is there by then.
  expect(seen.size).toBe(2)
})

/** A bundle of a copy in which one record was changed otherwise and many were added. */
const bundleAgainst = async (path: string): Promise<string> => {
  const { workbench, close } = reopened(path)
  workbench.identify(anna)
  const [article] = workbench.articles()
  const articleId = article?.id ?? ''
  workbench.updateArticle(articleId, { title: 'Иначе' })
  for (let start = 0; start < 300; start++) {
    workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start, end: start + 6 }] })
  }
  const to = `${path}.json`
  await workbench.exportBundle(to)
  close()
  return to
}

test('killed after undoing: undo and redo are there again', { timeout: 60_000 }, async () => {
  const { path, articleId } = await projectAtRest()
  const { said } = run(path, 'undo', '5')
  expect(said.at(-1)).toBe('undone')
  const { workbench } = reopened(path)
  workbench.identify(anna)
  expect(
    workbench
      .annotations(articleId)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(said.slice(0, 3).sort())
  expect(workbench.history()).toMatchObject({ undo: { annotationIds: [said[2]] }, redo: { annotationIds: [said[3]] } })
  workbench.redo()
  workbench.redo()
  expect(workbench.annotations(articleId)).toHaveLength(5)
  while (workbench.undo());
  expect(workbench.articles()).toEqual([])
})

test('the lease of a killed process is taken over', { timeout: 60_000 }, async () => {
  const { path } = await projectAtRest()
  const child = spawn(process.execPath, [taggerPath, path, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(() => reopened(path)).toThrow(/held.*tagger/)
  const reader = reopened(path, 'either')
  expect(reader.workbench.project()).toMatchObject({ access: 'read', holder: { program: 'tagger', pid: child.pid } })
  expect(reader.workbench.articles()).toHaveLength(1)
  reader.close()
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await gone
  expect(reopened(path).workbench.project().access).toBe('write')
  expect(text).not.toBe('')
})
