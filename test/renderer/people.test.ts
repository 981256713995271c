import { expect, test } from 'vitest'
import { matchingArticles } from '../../src/renderer/src/panes/matching-articles.ts'
import { selectionOf } from '../../src/renderer/src/people/share.ts'
import type { ArticleSummary } from '../../src/workbench/contract.ts'

const summary = (id: string, more: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id,
  opening: `Начало ${id}`,
  createdAt: '2026-01-02T03:04:05.678Z',
  length: 10,
  annotations: { actor: 0, position: 0, claim: 0 },
  people: [],
  ...more,
})

const todo = (annotatorId: string) => ({ annotatorId, state: 'todo' as const })
const list = [
  summary('a', { title: 'Хлеб дорожает', people: [todo('anna')] }),
  summary('b', { outlet: 'Хлебные вести', people: [todo('boris')], progress: 'done' }),
  summary('c', { people: [todo('anna'), todo('boris')] }),
]
const found = (filter: Parameters<typeof matchingArticles>[1]) => matchingArticles(list, filter).map(({ id }) => id)

test('articles are listed by words, progress and to whom they are assigned', () => {
  expect(matchingArticles(list, { words: ' ' })).toBe(list)
  expect(found({ words: 'хлеб' })).toEqual(['a', 'b'])
  expect(found({ words: '', assignedTo: 'anna' })).toEqual(['a', 'c'])
  expect(found({ words: 'хлеб', assignedTo: 'anna' })).toEqual(['a'])
  expect(found({ words: '', hidden: ['todo'] })).toEqual(['b'])
})

test('nothing is asked for where no article is chosen, or nobody knows whose work is one’s own', () => {
  const share = { onlyMine: false, some: false, articleIds: ['b', 'a'] }
  expect(selectionOf(share, undefined)).toEqual({})
  expect(selectionOf({ ...share, some: true }, 'me')).toEqual({ articleIds: ['a', 'b'] })
  expect(selectionOf({ ...share, some: true, onlyMine: true }, 'me')).toEqual({
    articleIds: ['a', 'b'],
    annotatorIds: ['me'],
  })
  expect(selectionOf({ ...share, some: true, articleIds: [] }, 'me')).toBeUndefined()
  expect(selectionOf({ ...share, onlyMine: true }, undefined)).toBeUndefined()
})
