import { expect, test } from 'vitest'
import { findDuplicates } from '../../../src/core/formats/out/near-duplicates.ts'
import { type SplitArticle, type SplitPlan, splitArticles } from '../../../src/core/formats/out/splits.ts'

const plan: SplitPlan = { shares: [80, 10, 10], seed: 1 }
const outlets = ['ТАСС', 'Медуза', 'BBC']

/** Articles in the order they were added. */
const articles = (count: number, from = 0): SplitArticle[] =>
  Array.from({ length: count }, (_, at) => {
    const i = from + at
    const id = `article-${i}`
    return { id, createdAt: `2026-01-01T00:00:00.${String(i).padStart(6, '0')}Z`, outlet: outlets[i % 3], group: id }
  })

const sharesOf = (sides: Map<string, string>) => {
  const counts = Map.groupBy(sides.values(), (side) => side)
  return ['train', 'validation', 'test'].map((side) => (counts.get(side)?.length ?? 0) / sides.size)
}

test.each([undefined, 'outlet'] as const)('what is added later moves nothing (within each: %s)', (stratify) => {
  const before = splitArticles(articles(500), { ...plan, stratify })
  const after = splitArticles([...articles(700, 500), ...articles(500).reverse()], { ...plan, stratify })
  expect(after.size).toBe(1200)
  for (const [id, side] of before) expect(after.get(id)).toBe(side)
})

test('the shares hold; within each outlet to an article or two, where that was asked', () => {
  const [train = 0, validation = 0, tested = 0] = sharesOf(splitArticles(articles(5000), plan))
  expect(train).toBeCloseTo(0.8, 1)
  expect(validation).toBeCloseTo(0.1, 1)
  expect(tested).toBeCloseTo(0.1, 1)
  const sides = splitArticles(articles(300), { ...plan, stratify: 'outlet' })
  for (const [i] of outlets.entries()) {
    const own = [...sides].filter(([id]) => Number(id.split('-')[1]) % 3 === i)
    const trained = own.filter(([, side]) => side === 'train').length
    expect(Math.abs(trained - 80)).toBeLessThanOrEqual(2)
  }
})

test('another seed, another split; a group stays together and goes where its eldest went', () => {
  const list = articles(200)
  const [eldest] = list
  expect(splitArticles(list, { ...plan, seed: 2 })).not.toEqual(splitArticles(list, plan))
  const grouped = list.map((article, i) => (i % 2 === 0 ? { ...article, group: 'article-0' } : article))
  const sides = splitArticles(grouped, plan)
  const alone = splitArticles(list, plan)
  expect(new Set(grouped.filter((_, i) => i % 2 === 0).map(({ id }) => sides.get(id)))).toEqual(
    new Set([alone.get(eldest?.id ?? '')]),
  )
})

const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => `слово${(i * i * seed + i * 31) % 1009}`)

test('reprints are found: with another head, another tail, some words changed; other texts are not', () => {
  const finder = findDuplicates()
  const text = words(300, 1)
  finder.add('b-original', text.join(' '))
  finder.add('a-with-a-head', `МОСКВА, 1 января. ТАСС. ${text.join(', ').toUpperCase()}`)
  finder.add('c-with-a-tail', `${text.join(' ')} Подписывайтесь на наш канал.`)
  finder.add('d-changed', text.map((word, i) => (i % 100 === 50 ? 'иначе' : word)).join(' '))
  finder.add('e-other', words(300, 7).join(' '))
  finder.add('f-half', [...text.slice(0, 100), ...words(200, 11)].join(' '))
  const groups = finder.groups()
  expect(['a-with-a-head', 'b-original', 'c-with-a-tail', 'd-changed'].map((id) => groups.get(id))).toEqual(
    Array(4).fill('a-with-a-head'),
  )
  expect([groups.get('e-other'), groups.get('f-half')]).toEqual(['e-other', 'f-half'])
})

test('groups that a later text joins become one', () => {
  const finder = findDuplicates()
  const text = words(400, 3)
  finder.add('x', text.slice(0, 320).join(' '))
  finder.add('y', text.slice(80).join(' '))
  expect(new Set(finder.groups().values()).size).toBe(2)
  finder.add('z', text.slice(40, 360).join(' '))
  expect(new Set(finder.groups().values()).size).toBe(1)
})

test('reprints find one another among thousands that end alike, and thousands of reprints are one group', () => {
  const footer = Array.from({ length: 60 }, (_, i) => `подвал${i}`).join(' ')
  const body = (i: number) => Array.from({ length: 60 }, (_, n) => `слово${i * 1009 + n}`).join(' ')
  const finder = findDuplicates()
  for (let i = 0; i < 1500; i++) finder.add(`a${i}`, `${body(i)} ${footer}`)
  for (let i = 1400; i < 1500; i++) finder.add(`b${i}`, `${body(i)} ${footer} Перепечатка.`)
  for (let i = 0; i < 1500; i++) finder.add(`c${i}`, `${body(-1)} ${i % 3}`)
  const groups = finder.groups()
  for (let i = 1400; i < 1500; i++) expect(groups.get(`b${i}`)).toBe(groups.get(`a${i}`))
  expect(new Set(Array.from({ length: 1500 }, (_, i) => groups.get(`a${i}`))).size).toBeGreaterThan(1490)
  expect(new Set(Array.from({ length: 1500 }, (_, i) => groups.get(`c${i}`))).size).toBe(1)
})
