import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closeProject, createProject, openProject } from '../../src/store/open.ts'
import { commonSettings, writingSettings } from '../../src/store/settings.ts'
import { anna, circumstances, newProject, opened, reopened, temporaryFolder } from '../workbench/project.ts'

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const besides = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)) && name !== basename(path))

/** A project at rest with one annotated article, big enough to be cut anywhere. */
const atRest = async () => {
  const made = newProject()
  made.workbench.identify(anna)
  const { files } = await made.workbench.addArticles([
    { paste: 'Песков заявил это.\n'.repeat(2000), mediaType: 'text/plain' },
  ])
  const articleId = files[0]?.article ?? ''
  for (let start = 0; start < 50; start++) {
    made.workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start, end: start + 6 }] })
  }
  made.close()
  return { path: made.path, articleId }
}

test('every setting is in force after opening', async () => {
  const { path } = await atRest()
  const { project } = reopened(path)
  for (const [name, wanted] of new Map([...commonSettings, ...writingSettings])) {
    expect([name, project.db.pragma(name, { simple: true })]).toEqual([name, wanted])
  }
  expect(project.db.pragma('synchronous', { simple: true })).toBe(2)
  expect(project.db.pragma('journal_mode', { simple: true })).toBe('wal')
})

test('every table is strict', () => {
  const { project } = newProject()
  const tables = project.db
    .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
    .all()
  expect(tables).not.toHaveLength(0)
  expect(tables.filter((table) => Object(table).strict !== 1)).toEqual([])
})

test('a project at rest is one file', async () => {
  const { path } = await atRest()
  expect(besides(path)).toEqual([])
})

test('reading leaves the file as it is', async () => {
  const { path } = await atRest()
  const before = hashOf(path)
  const { workbench, close } = reopened(path, 'read')
  expect(workbench.project()).toMatchObject({ access: 'read', articles: 1, annotations: 50 })
  expect(() => workbench.renameProject('Другой')).toThrow('read-only')
  await workbench.check()
  await workbench.exportBundle(join(dirname(path), 'bundle.json'))
  close()
  expect(hashOf(path)).toBe(before)
})

test('a new project never replaces a file', () => {
  const path = join(temporaryFolder(), 'есть.actant')
  writeFileSync(path, 'важное')
  expect(() => createProject(path, circumstances)).toThrow('"exists"')
  expect(readFileSync(path, 'utf8')).toBe('важное')
  expect(readdirSync(dirname(path)).filter((name) => name !== 'state')).toEqual(['есть.actant'])
})

test('the title is the file’s name until somebody gives one', () => {
  expect(newProject().workbench.project()).toMatchObject({ title: 'проект', articles: 0, annotations: 0 })
})

test('an article file, garbage, a folder and an empty file are no projects, and stay as they are', () => {
  const folder = temporaryFolder()
  const foreign = join(folder, 'foreign.actant')
  const other = new Database(foreign)
  other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  other.close()
  writeFileSync(join(folder, 'empty.actant'), '')
  writeFileSync(join(folder, 'garbage.actant'), Buffer.alloc(5000, 7))
  writeFileSync(join(folder, 'text.actant'), 'SQLite — это не формат')
  mkdirSync(join(folder, 'folder.actant'))
  for (const name of ['foreign', 'empty', 'garbage', 'text', 'folder']) {
    const path = join(folder, `${name}.actant`)
    const before = name === 'folder' ? '' : hashOf(path)
    for (const mode of ['write', 'read', 'either'] as const) {
      expect(() => openProject(path, { ...circumstances, mode })).toThrow('not-a-project')
    }
    if (name !== 'folder') expect(hashOf(path)).toBe(before)
    expect(besides(path)).toEqual([])
  }
  expect(() => openProject(join(folder, 'missing.actant'), { ...circumstances, mode: 'write' })).toThrow('"missing"')
})

test.each([0.1, 10, 50, 90, 99.9])('a file cut to %d %% is refused and not touched', async (percent) => {
  const { path } = await atRest()
  truncateSync(path, Math.floor((statSync(path).size * percent) / 100))
  const before = hashOf(path)
  for (const mode of ['write', 'read'] as const) {
    expect(() => openProject(path, { ...circumstances, mode })).toThrow(/damaged-project|not-a-project/)
  }
  expect(hashOf(path)).toBe(before)
  expect(besides(path)).toEqual([])
})

test('a newer schema is refused and not touched', async () => {
  const { path } = await atRest()
  const db = new Database(path)
  db.pragma('user_version = 999')
  db.close()
  const before = hashOf(path)
  for (const mode of ['write', 'read', 'either'] as const) {
    expect(() => openProject(path, { ...circumstances, mode })).toThrow(/newer-project.*"found":999/)
  }
  expect(hashOf(path)).toBe(before)
  expect(besides(path)).toEqual([])
})

test('a newer schema that stands in the log alone is refused as well, and the log stays', async () => {
  const { path } = await atRest()
  const copy = `${path}-crashed.actant`
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  db.pragma('user_version = 999')
  // A crash leaves file and log as they are.
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  db.close()
  const before = [hashOf(copy), hashOf(`${copy}-wal`)]
  expect(() => openProject(copy, { ...circumstances, mode: 'write' })).toThrow('newer-project')
  expect([hashOf(copy), hashOf(`${copy}-wal`)]).toEqual(before)
})

test('a log that belonged to another file of this name is not replayed', async () => {
  const { path, articleId } = await atRest()
  const restored = readFileSync(path)
  const open = reopened(path)
  open.workbench.identify(anna)
  open.workbench.renameProject('Позже')
  const log = readFileSync(`${path}-wal`)
  open.close()
  writeFileSync(path, restored)
  writeFileSync(`${path}-wal`, log)

  const reading = reopened(path, 'read')
  expect(reading.workbench.project().title).toBe('проект')
  reading.close()
  const { workbench } = reopened(path)
  expect(workbench.project().title).toBe('проект')
  expect(workbench.annotations(articleId)).toHaveLength(50)
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  expect(besides(path).filter((name) => name.includes('-wal-stale-'))).toHaveLength(1)
})

test('what a killed process left in the log is there again', async () => {
  const { path, articleId } = await atRest()
  const copy = `${path}-killed.actant`
  const open = reopened(path)
  open.workbench.identify(anna)
  open.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 0, end: 18 }] })
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  const { workbench } = reopened(copy)
  expect(workbench.annotations(articleId)).toHaveLength(51)
  expect(workbench.history().undo).toMatchObject({ action: 'annotation.add', params: { type: 'claim' } })
})

test('a file without permission to write opens for reading and says why', async () => {
  if (process.getuid?.() === 0) return
  const { path } = await atRest()
  chmodSync(path, 0o444)
  expect(() => openProject(path, { ...circumstances, mode: 'write' })).toThrow('read-only')
  expect(reopened(path, 'either').workbench.project()).toMatchObject({ access: 'read', reason: 'medium' })
})

test('a project that is deleted, moved or replaced while open takes no more changes, but can be copied', async () => {
  for (const happen of [rmSync, (path: string) => renameSync(path, `${path}-moved`), replace]) {
    const { path, articleId } = await atRest()
    const { workbench, project } = reopened(path)
    workbench.identify(anna)
    happen(path)
    expect(() => workbench.renameProject('Новое')).toThrow('project-gone')
    expect(workbench.project().title).toBe('проект')
    const saved = join(dirname(path), 'спасено.actant')
    await workbench.saveCopy(saved)
    await workbench.exportBundle(join(dirname(path), 'спасено.json'))
    closeProject(project)
    const copy = reopened(saved)
    expect(copy.workbench.annotations(articleId)).toHaveLength(50)
    copy.close()
    if (happen === replace) expect(readFileSync(path, 'utf8')).toBe('другое')
  }
})

const replace = (path: string) => {
  writeFileSync(`${path}-other`, 'другое')
  renameSync(`${path}-other`, path)
}

test('one writes, others read meanwhile and see what is committed', async () => {
  const { path, articleId } = await atRest()
  const writer = reopened(path)
  writer.workbench.identify(anna)
  expect(() => openProject(path, { ...circumstances, mode: 'write' })).toThrow(/held.*"program":"test"/)
  const reader = reopened(path, 'either')
  expect(reader.workbench.project()).toMatchObject({ access: 'read', holder: { program: 'test', pid: process.pid } })
  writer.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 0, end: 18 }] })
  expect(reader.workbench.annotations(articleId)).toHaveLength(51)
  expect(() => reader.workbench.renameProject('Нет')).toThrow('held')
  reader.close()
  writer.close()
  expect(besides(path)).toEqual([])
  expect(existsSync(path)).toBe(true)
})

test('a reader that was there before the writer sees its work, and does not hold up its closing', async () => {
  const { path, articleId } = await atRest()
  const reader = reopened(path, 'read')
  expect(reader.workbench.annotations(articleId)).toHaveLength(50)
  const writer = reopened(path)
  writer.workbench.identify(anna)
  writer.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 0, end: 18 }] })
  expect(reader.workbench.annotations(articleId)).toHaveLength(51)
  const start = performance.now()
  writer.close()
  expect(performance.now() - start).toBeLessThan(2000)
  expect(reader.workbench.annotations(articleId)).toHaveLength(51)
  reader.close()
  const again = reopened(path)
  expect(again.workbench.annotations(articleId)).toHaveLength(51)
  again.close()
  expect(besides(path)).toEqual([])
})

test('closing twice is closing once', () => {
  const { project } = opened(newProject().project)
  closeProject(project)
  closeProject(project)
})
