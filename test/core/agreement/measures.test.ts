/** Small cases worked out by hand or printed in papers, and what must hold of every measure. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphaU } from '../../../src/core/agreement/alpha-u.ts'
import { boundarySimilarity } from '../../../src/core/agreement/boundary-similarity.ts'
import { type Chain, chainDistance } from '../../../src/core/agreement/chain-distance.ts'
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa.ts'
import type { Figure } from '../../../src/core/agreement/figure.ts'
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa.ts'
import { alphaByDistance, krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha.ts'
import { marginsOf, type Ratings, ratingsOf, talliesOf } from '../../../src/core/agreement/ratings.ts'
import { scottPi } from '../../../src/core/agreement/scott-pi.ts'
import { spanScores } from '../../../src/core/agreement/span-f1.ts'
import { unitizedAlpha } from '../../../src/core/agreement/unitized-alpha.ts'

const coefficients: Record<string, (ratings: Ratings) => Figure> = {
  'Cohen’s κ': (ratings) => cohenKappa(marginsOf(ratings)),
  'Scott’s π': (ratings) => scottPi(marginsOf(ratings)),
  'Fleiss’ κ': (ratings) => fleissKappa(talliesOf(ratings)),
  'Krippendorff’s α': (ratings) => krippendorffAlpha(talliesOf(ratings)),
}

const ratings = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), {
  minLength: 2,
  maxLength: 30,
})
const names: Record<string, string> = { a: 'z', b: 'x', c: 'y' }

describe.each(Object.entries(coefficients))('%s', (_, coefficient) => {
  const near = (a: Figure, b: Figure) => {
    expect(a.reason).toBe(b.reason)
    if (a.value !== undefined) expect(a.value).toBeCloseTo(b.value ?? Number.NaN, 10)
  }

  it('is 1 where all agree, undefined where only one label was used or nothing was judged by two', () => {
    expect(
      coefficient([
        ['a', 'a'],
        ['b', 'b'],
        ['b', 'b'],
      ]).value,
    ).toBeCloseTo(1)
    expect(
      coefficient([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toMatchObject({ reason: 'one-category', items: 2 })
    expect(coefficient([])).toMatchObject({ reason: 'no-items', items: 0 })
  })

  it('knows nobody by name: neither annotators nor labels', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        near(coefficient(rows), coefficient(rows.map(([a, b]) => [b, a])))
        near(coefficient(rows), coefficient(rows.map((row) => row.map((label) => names[label] ?? ''))))
        near(coefficient(rows), coefficient(rows.toReversed()))
      }),
    )
  })

  it('is never above 1 and never not a number', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const { value } = coefficient(rows)
        if (value !== undefined) expect(value).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('the coefficients among one another', () => {
  it('of two annotators Fleiss’ κ is Scott’s π, and α is π on a smaller sample', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const pi = scottPi(marginsOf(rows))
        if (pi.value === undefined) return
        expect(fleissKappa(talliesOf(rows)).value).toBeCloseTo(pi.value, 10)
        // Artstein & Poesio 2008, eq. 28: α = 1 − (1 − π)(n − 1)/n, n values.
        const values = 2 * rows.length
        const alpha = krippendorffAlpha(talliesOf(rows)).value
        expect(alpha).toBeCloseTo(1 - (1 - pi.value) * ((values - 1) / values), 10)
      }),
    )
  })

  it('leave out what is missing: α the judgement, κ the item, Fleiss’ κ is then undefined', () => {
    const rows: Ratings = [
      ['a', 'a', null],
      ['b', 'b', 'b'],
      ['a', 'b', null],
      [null, 'a', null],
    ]
    // Coincidences by hand: aa 2, bb 3, ab 2 (1 each way); n = 7, n_a = 3, n_b = 4; Do = 2/7, De = 24/42.
    expect(krippendorffAlpha(talliesOf(rows)).value).toBeCloseTo(1 - 2 / 7 / (24 / 42), 12)
    expect(krippendorffAlpha(talliesOf(rows)).items).toBe(3)
    expect(cohenKappa(marginsOf(rows.map(([a = null, b = null]) => [a, b]))).items).toBe(3)
    expect(fleissKappa(talliesOf(rows)).reason).toBe('unequal-ratings')
  })

  it('a table is the same as the items it counts', () => {
    expect(
      ratingsOf([
        [2, 1],
        [0, 1],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ])
  })
})

describe('chains of attribution', () => {
  const chain = (...steps: string[]): Chain => steps.map((step) => step.split('+'))

  it.each<[Chain, Chain, number]>([
    [chain('putin', 'peskov', 'tass'), chain('putin', 'peskov', 'tass'), 0],
    [chain('putin', 'tass'), chain('putin', 'peskov', 'tass'), 1 / 3],
    [chain('putin'), chain('zelensky'), 1],
    [chain('putin+peskov', 'tass'), chain('putin', 'tass'), 1 / 4],
    [chain('putin+peskov'), chain('peskov+putin'), 0],
    [[], chain('putin'), 1],
    [[], [], 0],
  ])('%j and %j are %f apart', (a, b, distance) => {
    expect(chainDistance(a, b)).toBeCloseTo(distance, 12)
    expect(chainDistance(b, a)).toBeCloseTo(distance, 12)
  })

  const chains = fc.array(
    fc.array(fc.array(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
    { minLength: 2, maxLength: 3 },
  )

  it('α over them is the sum over all pairs, however it is reached', () => {
    fc.assert(
      fc.property(fc.array(chains, { minLength: 2, maxLength: 8 }), (items) => {
        const all = items.flat()
        const pairs = (values: Chain[]) =>
          values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [chainDistance(a, b)])))
        const mean = (values: number[], over: number) => values.reduce((sum, value) => sum + value, 0) / over
        const expected = mean(pairs(all), all.length * (all.length - 1))
        const observed = mean(
          items.map((values) => mean(pairs(values), values.length - 1)),
          all.length,
        )
        const figure = alphaByDistance<Chain>(items, {
          keyOf: (value) => JSON.stringify(value),
          featuresOf: (value) => (value.length ? value.flat() : ['none']),
          distance: chainDistance,
        })
        if (figure.value === undefined) expect(expected).toBeCloseTo(0, 10)
        else expect(figure.value).toBeCloseTo(1 - observed / expected, 8)
      }),
    )
  })
})

describe('units cut out of a continuum', () => {
  const continuum = { start: 0, end: 20 }

  it('αU is 1 for the same units, undefined without any, and has no room for overlaps', () => {
    const units = [
      { start: 2, end: 5 },
      { start: 9, end: 15 },
    ]
    expect(alphaU([units, units], continuum).value).toBe(1)
    expect(alphaU([[], []], continuum).reason).toBe('no-units')
    expect(alphaU([units, [...units, { start: 4, end: 6 }]], continuum).reason).toBe('overlapping-units')
    expect(alphaU([units, [{ start: 15, end: 21 }]], continuum).reason).toBe('misplaced-units')
    expect(alphaU([units], continuum).reason).toBe('no-items')
  })

  it('αU does not depend on who is first, nor on where the continuum begins', () => {
    const [a, b, c] = [
      [{ start: 1, end: 9 }],
      [
        { start: 2, end: 3 },
        { start: 6, end: 8 },
      ],
      [],
    ]
    const figure = alphaU([a, b, c], continuum).value
    expect(alphaU([c, a, b], continuum).value).toBeCloseTo(figure ?? Number.NaN, 12)
    const moved = (units: { start: number; end: number }[]) =>
      units.map(({ start, end }) => ({ start: start + 7, end: end + 7 }))
    expect(alphaU([a, b, c].map(moved), { start: 7, end: 27 }).value).toBeCloseTo(figure ?? Number.NaN, 12)
  })

  it('uα is 1 for the same stretches and undefined where nothing is tagged', () => {
    const same = [
      { start: 0, end: 4, category: null },
      { start: 4, end: 9, category: 'A' },
      { start: 9, end: 20, category: null },
    ]
    expect(unitizedAlpha([same, same]).value).toBeCloseTo(1, 12)
    expect(
      unitizedAlpha([[{ start: 0, end: 20, category: null }], [{ start: 0, end: 20, category: null }]]).reason,
    ).toBe('no-units')
  })

  // Printed in Fournier's own tests of boundary similarity.
  it.each<[number[], number[], number, number]>([
    [[2, 3, 6], [2, 3, 3, 3], 2, 2 / 3],
    [[2, 3, 6], [1, 1, 3, 1, 5], 2, 1 / 2],
    [[11], [5, 6], 2, 0],
    [[4, 7], [6, 5], 2, 0],
    [[4, 7], [6, 5], 3, 1 / 3],
  ])('boundaries of %j and %j, moved by less than %i, are alike to %f', (a, b, nT, expected) => {
    expect(boundarySimilarity(a, b, nT).value).toBeCloseTo(expected, 12)
    expect(boundarySimilarity(b, a, nT).value).toBeCloseTo(expected, 12)
  })

  it('boundaries of texts of different lengths cannot be compared', () => {
    expect(boundarySimilarity([2, 3], [2, 4]).reason).toBe('different-lengths')
  })
})

describe('span F1', () => {
  const spans = (...all: [string, number, number][]) => all.map(([label, start, end]) => ({ label, start, end }))

  it('counts the four ways', () => {
    const gold = spans(['PER', 0, 10], ['ORG', 20, 30], ['LOC', 40, 50], ['LOC', 60, 70])
    const other = spans(['PER', 0, 10], ['PER', 20, 30], ['LOC', 42, 50], ['LOC', 80, 90])
    const { strict, exact, partial, type } = spanScores(gold, other)
    expect(strict).toMatchObject({ correct: 1, incorrect: 2, missed: 1, spurious: 1, figure: { value: 0.25 } })
    expect(exact).toMatchObject({ correct: 2, incorrect: 1, figure: { value: 0.5 } })
    expect(partial).toMatchObject({ correct: 2, partial: 1, figure: { value: 0.625 } })
    expect(type).toMatchObject({ correct: 2, incorrect: 1, figure: { value: 0.5 } })
  })

  it('gives a long span to the one it has most in common with, and to one only', () => {
    const { partial } = spanScores(spans(['A', 0, 100]), spans(['A', 0, 10], ['A', 5, 95]))
    expect(partial).toMatchObject({ partial: 1, missed: 0, spurious: 1 })
  })

  it('is undefined where neither tagged anything', () => {
    expect(spanScores([], []).strict.figure).toMatchObject({ reason: 'no-units' })
  })
})
