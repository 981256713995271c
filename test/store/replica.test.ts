import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anna, newProject, reopened } from '../workbench/project.ts'

const text = 'Песков заявил это.'

/** Writes once and says as which replica. */
const write = (path: string): string => {
  const { workbench, close } = reopened(path)
  workbench.identify(anna)
  const [article] = workbench.articles()
  const articleId = article?.id ?? ''
  const { id } = workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: 0, end: 6 }] })
  const [replica] = Object.keys(workbench.annotations(articleId, { ids: [id] })[0]?.version ?? {})
  close()
  return replica ?? ''
}

const projectWithArticle = async (): Promise<string> => {
  const { workbench, close, path } = newProject()
  workbench.identify(anna)
  await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  close()
  return path
}

test('a file keeps its replica as long as it stays itself', async () => {
  const path = await projectWithArticle()
  const replica = write(path)
  expect(write(path)).toBe(replica)
  const moved = join(path, '..', 'переименован.actant')
  renameSync(path, moved)
  expect(write(moved)).toBe(replica)
})

test('a copy writes as another replica, the original as before', async () => {
  const path = await projectWithArticle()
  const replica = write(path)
  const copy = join(path, '..', 'копия.actant')
  copyFileSync(path, copy)
  const second = write(copy)
  expect(second).not.toBe(replica)
  expect(write(copy)).toBe(second)
  expect(write(path)).toBe(replica)
})

test('a copy that was only read takes no replica of its own', async () => {
  const path = await projectWithArticle()
  const copy = join(path, '..', 'копия.actant')
  copyFileSync(path, copy)
  const before = readFileSync(copy)
  reopened(copy, 'read').close()
  expect(readFileSync(copy)).toEqual(before)
})

test('a file restored over itself writes as another replica: its counters have been used', async () => {
  const path = await projectWithArticle()
  const replica = write(path)
  const backup = readFileSync(path)
  write(path)
  writeFileSync(path, backup)
  expect(write(path)).not.toBe(replica)
})

test('on another machine the file writes as another replica', async () => {
  const path = await projectWithArticle()
  const replica = write(path)
  rmSync(process.env['ACTANT_STATE_DIR'] ?? '', { recursive: true })
  expect(write(path)).not.toBe(replica)
})
