import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { createAnnotationCache } from '../../src/renderer/src/data/annotation-cache.ts'
import { initialsOf, layerStyles, layersOf } from '../../src/renderer/src/data/layers.ts'
import type { Desk } from '../../src/workbench/contract.ts'
import type { Remote } from '../../src/workbench/rpc.ts'
import { anna, boris, newProject } from '../workbench/project.ts'

const person = (id: string, name: string) => ({ id, name })
const people = [person('a-0001', 'Вера'), person('b-0007', 'Борис Годунов'), person('c-0001', 'Анна')]

test('one’s own layer is the first and unmarked; the others are by name, each with a style of its own', () => {
  const layers = layersOf(people, 'a-0001', {})
  expect(layers.map(({ name, mine }) => [name, mine])).toEqual([
    ['Вера', true],
    ['Анна', false],
    ['Борис Годунов', false],
  ])
  expect(layers[0]?.style).toBeUndefined()
  expect(layers.map(({ initials }) => initials)).toEqual(['В', 'А', 'БГ'])
  expect(new Set(layers.slice(1).map(({ style }) => style)).size).toBe(2)
})

test('a style stays with its person, whoever else comes, and one that was chosen goes before', () => {
  const styleOf = (list: typeof people, chosen = {}) =>
    layersOf(list, undefined, chosen).find(({ id }) => id === 'a-0001')?.style
  expect(styleOf(people)).toBe(styleOf(people.slice(0, 1)))
  expect(styleOf(people, { 'a-0001': 4 })).toBe(4)
  const many = Array.from({ length: 20 }, (_, n) => person(`x-${String(n).padStart(4, '0')}`, `П${n}`))
  for (const { style } of layersOf(many, undefined, {})) expect(style).toBeLessThan(layerStyles)
})

test('initials are those of two words, of any script', () => {
  expect([initialsOf('Анна-Мария фон Штейн'), initialsOf('😀'), initialsOf('李 明')]).toEqual(['АМ', '', '李明'])
})

test('what is hidden is not among the rows, whoever looks is told, and everything is still there', async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: 'Песков и Путин.', mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (start: number, end: number) =>
    workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start, end }] })
  const hers = tag(0, 6)
  workbench.identify(boris)
  const his = tag(9, 14)
  const queries = new QueryClient()
  const desk = { annotations: async (...given: Parameters<Desk['annotations']>) => workbench.annotations(...given) }
  const cache = createAnnotationCache(desk as Remote<Desk>, queries)
  const seen: string[][] = []
  const stop = new QueryObserver(queries, cache.query(articleId)).subscribe(({ data }) => {
    if (data) seen.push(data.map(({ id }) => id))
  })
  expect(await cache.fetch(articleId)).toHaveLength(2)
  cache.hide([boris.id])
  expect(cache.rows(articleId)).toEqual([hers])
  expect(queries.getQueryData(cache.everything(articleId).queryKey)).toHaveLength(2)
  const settle = cache.expect(articleId, [hers.id], [{ ...hers, certainty: 'unsure' }])
  settle([{ ...hers, certainty: 'unsure' }])
  expect(cache.rows(articleId)).toEqual([{ ...hers, certainty: 'unsure' }])
  cache.hide([])
  expect(cache.rows(articleId).map(({ id }) => id)).toEqual([hers.id, his.id])
  await expect.poll(() => seen.at(-1)).toEqual([hers.id, his.id])
  expect(seen).toContainEqual([hers.id])
  stop()
})
