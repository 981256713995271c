import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { newBuckets } from '../../../src/core/formats/out/buckets.ts'
import { findDuplicates } from '../../../src/core/formats/out/near-duplicates.ts'

test('lists of what is alike keep their order, also where hashes meet and the table grows', () => {
  const lists = newBuckets(
    (item) => item % 3,
    (one, other) => one % 100 === other % 100,
  )
  for (let item = 0; item < 1000; item++) lists.keep(item)
  expect([...lists.like(1007)]).toEqual([7, 107, 207, 307, 407, 507, 607, 707, 807, 907])
  expect([...newBuckets(Number, Object.is).like(5)]).toEqual([])
})

const heapAfterSweeping = (): number => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

test('of a text only numbers are kept, outside the heap: a corpus can be larger than memory', () => {
  const texts = 2000
  const finder = findDuplicates()
  const textOf = (i: number) =>
    Array.from({ length: 100 }, (_, at) => `слово${(at * at * i + at * 31) % 1009}`).join(' ')
  finder.add('first', textOf(texts))
  const before = heapAfterSweeping()
  for (let i = 0; i < texts; i++) finder.add(String(i), textOf(i))
  expect((heapAfterSweeping() - before) / texts).toBeLessThan(200)
  expect(finder.groups().size).toBe(texts + 1)
})
