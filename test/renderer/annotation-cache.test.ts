/** The cache over a real project, asked through a real port. */
import { QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { createAnnotationCache } from '../../src/renderer/src/data/annotation-cache.ts'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import { argumentSchemas, type Desk, type Workbench } from '../../src/workbench/contract.ts'
import { connect, serve } from '../../src/workbench/rpc.ts'
import { anna, newProject } from '../workbench/project.ts'

const words = 'слово '.repeat(700)
const spanOf = (place: number) => ({ start: place * 6, end: place * 6 + 5 })

const withCache = async (tags: number) => {
  const { workbench, events } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: words, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (place: number) => workbench.addAnnotation({ articleId, type: 'actor', fragments: [spanOf(place)] })
  for (let place = 0; place < tags; place += 1) tag(place)

  const { port1, port2 } = new MessageChannel()
  const server = serve<Workbench>(port1, workbench, argumentSchemas)
  const connection = connect<Desk>(port2)
  onTestFinished(() => {
    server.close()
    connection.close()
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const cache = createAnnotationCache(connection.workbench, queries)
  const load = () => queries.fetchQuery(cache.query(articleId))
  return { workbench, events, articleId, tag, cache, load, queries }
}

test('a long list comes in pages and is whole and in order in the end', async () => {
  const { workbench, articleId, load } = await withCache(600)
  expect(await load()).toEqual(workbench.annotations(articleId))
})

test('what is written while the pages come is not lost', async () => {
  const { workbench, articleId, tag, cache, load, queries } = await withCache(600)
  // The first page is there; the next one moves by what is added in front of it.
  let refreshed: Promise<void> | undefined
  queries.getQueryCache().subscribe(() => {
    if (!refreshed && cache.rows(articleId).length === 500) refreshed = cache.refresh(articleId, [tag(0).id])
  })
  await load()
  expect(refreshed).toBeDefined()
  expect(cache.rows(articleId)).toHaveLength(601)
  expect(cache.rows(articleId)).toEqual(workbench.annotations(articleId))
})

test('a change that was told by name replaces that row alone', async () => {
  const { workbench, events, articleId, cache, load } = await withCache(3)
  const before = await load()
  workbench.updateAnnotation(before[1]?.id ?? '', { note: 'Кто?' })
  const changed = events.at(-1)
  expect(changed?.annotationIds).toEqual([before[1]?.id])
  await cache.refresh(articleId, changed?.annotationIds)
  const after = cache.rows(articleId)
  expect(after[1]).toMatchObject({ note: 'Кто?' })
  expect(after[0]).toBe(before[0])
  expect(after[2]).toBe(before[2])
})

test('a write is seen at once, stays through a refresh, and goes where it failed', async () => {
  const { articleId, cache, load } = await withCache(2)
  const before = await load()
  const id = '01990000-0000-7000-8000-000000000009'
  const draft = { id, articleId, type: 'claim' as const, fragments: [spanOf(5)] }
  const settle = cache.expect(articleId, [id], [draftRow(draft, words, anna.id)])
  expect(cache.rows(articleId)).toHaveLength(3)
  await cache.refresh(articleId, [id])
  expect(cache.rows(articleId)).toHaveLength(3)
  settle([])
  expect(cache.rows(articleId)).toEqual(before)
})
