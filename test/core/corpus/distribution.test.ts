/** Spreads and periods, counted by hand. */
import { describe, expect, test } from 'vitest'
import { distributionOf } from '../../../src/core/corpus/distribution.ts'
import { periodOf, periodsBetween, unitFor } from '../../../src/core/corpus/periods.ts'
import { countWords } from '../../../src/core/corpus/words.ts'

describe('a distribution', () => {
  test('of nothing has no bins', () => {
    expect(distributionOf([])).toEqual({ count: 0, total: 0, least: 0, median: 0, most: 0, bins: [] })
  })

  test('of few small numbers has a bin a number, those between that nobody has too', () => {
    expect(distributionOf([3, 0, 1, 1])).toEqual({
      count: 4,
      total: 5,
      least: 0,
      median: 1,
      most: 3,
      bins: [
        { from: 0, to: 1, count: 1 },
        { from: 1, to: 2, count: 2 },
        { from: 2, to: 3, count: 0 },
        { from: 3, to: 4, count: 1 },
      ],
    })
  })

  test('has round bins that hold every value once', () => {
    const values = Array.from({ length: 500 }, (_, i) => 812 + ((i * i * 31) % 4200))
    const { bins, count, least, most } = distributionOf(values)
    expect(bins.length).toBeLessThanOrEqual(17)
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(count)
    for (const { from, to, count: inside } of bins) {
      expect(from % 500).toBe(0)
      expect(inside).toBe(values.filter((value) => value >= from && (to === null || value < to)).length)
    }
    expect(bins[0]?.from).toBeLessThanOrEqual(least)
    expect(bins.at(-1)?.to).toBeGreaterThan(most)
  })

  test('keeps a few giants from stretching the rest out of sight', () => {
    const { bins } = distributionOf([...Array.from({ length: 99 }, (_, i) => i % 10), 1_000_000])
    expect(bins.at(-1)).toEqual({ from: 10, to: null, count: 1 })
    expect(bins).toHaveLength(11)
  })
})

describe('periods', () => {
  test.each([
    ['2025-03-01', '2025-03-31', 'day'],
    ['2025-03-01', '2025-04-01', 'week'],
    ['2025-01-01', '2025-12-31', 'month'],
    ['2015-01-01', '2025-12-31', 'year'],
  ] as const)('from %s to %s are a %s each', (first, last, unit) => {
    expect(unitFor(first, last)).toBe(unit)
  })

  test('weeks begin on Mondays, months and years on their first day, across leap days and ends of years', () => {
    expect(periodOf('2025-01-01', 'week')).toEqual({ from: '2024-12-30', to: '2025-01-06' })
    expect(periodOf('2024-02-29', 'month')).toEqual({ from: '2024-02-01', to: '2024-03-01' })
    expect(periodOf('2024-02-29', 'day')).toEqual({ from: '2024-02-29', to: '2024-03-01' })
    expect(periodOf('2025-12-31', 'year')).toEqual({ from: '2025-01-01', to: '2026-01-01' })
    expect(periodsBetween('2024-11-30', '2025-01-01', 'month').map(({ from }) => from)).toEqual([
      '2024-11-01',
      '2024-12-01',
      '2025-01-01',
    ])
  })
})

test.each([
  ['Это — северо-западный ветер, д’Артаньян сказал: «3,5 тысячи».', 8],
  ['', 0],
  ['🕊️ — …', 0],
  ['Мария́ 2025', 2],
])('words of %j: %i', (text, words) => {
  expect(countWords(text)).toBe(words)
})
