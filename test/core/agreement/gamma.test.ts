/** γ: the alignment against trying everything, and what must hold of the whole. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type GammaStudy, gamma, studyGamma, usualParams } from '../../../src/core/agreement/gamma.ts'
import { bestAlignment } from '../../../src/core/agreement/gamma-alignment.ts'
import { combined, type GammaUnit } from '../../../src/core/agreement/gamma-dissimilarity.ts'

const unit = (start: number, end: number, category = 'a'): GammaUnit => ({ start, end, category })

const finished = (work: Generator<void, GammaStudy>): GammaStudy => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const gammaOf = (continuum: GammaUnit[][], seed = 1) =>
  gamma([finished(studyGamma(continuum, { params: usualParams, seed }))])

type Indexed = GammaUnit & { annotator: number }

/** Every way to put all units into tuples: the first joins some of the others, or none. */
const cheapest = (units: readonly Indexed[], annotators: number): number => {
  const [first, ...rest] = units
  if (!first) return 0
  let best = Number.POSITIVE_INFINITY
  const pairs = (annotators * (annotators - 1)) / 2
  const costOf = (tuple: readonly Indexed[]) => {
    let cost = (pairs - (tuple.length * (tuple.length - 1)) / 2) * usualParams.deltaEmpty
    tuple.forEach((a, place) => {
      for (const b of tuple.slice(place + 1)) cost += combined(a, b, usualParams)
    })
    return cost / pairs
  }
  const join = (tuple: readonly Indexed[], left: readonly Indexed[], passed: readonly Indexed[]) => {
    const [next, ...others] = left
    if (!next) {
      best = Math.min(best, costOf(tuple) + cheapest(passed, annotators))
      return
    }
    if (tuple.every(({ annotator }) => annotator !== next.annotator)) join([...tuple, next], others, passed)
    join(tuple, others, [...passed, next])
  }
  join([first], rest, [])
  return best
}

const units = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 12 }),
    category: fc.constantFrom('a', 'b'),
  }),
  { maxLength: 3 },
)
const continuum = fc
  .array(units, { minLength: 2, maxLength: 3 })
  .map((all) => all.map((own) => own.map(({ start, length, category }) => unit(start, start + length, category))))

it('no alignment is cheaper than the best one', () => {
  fc.assert(
    fc.property(continuum, (all) => {
      const flat = all.flatMap((own, annotator) => own.map((one) => ({ ...one, annotator })))
      const best = bestAlignment(all, usualParams)
      expect((best.disorder * flat.length) / all.length).toBeCloseTo(cheapest(flat, all.length), 9)
      expect(best.tuples.flat()).toHaveLength(flat.length)
    }),
    { numRuns: 150 },
  )
})

it('the best alignment does not depend on the order of annotators or units', () => {
  fc.assert(
    fc.property(continuum, (all) => {
      const turned = all.map((own) => own.toReversed()).toReversed()
      expect(bestAlignment(turned, usualParams).disorder).toBeCloseTo(bestAlignment(all, usualParams).disorder, 9)
    }),
    { numRuns: 100 },
  )
})

// Titeux & Riad's example of three annotators: their program gives 0.96 and six tuples for α = 3.
it('of equally cheap alignments it takes the one with fewer tuples', () => {
  const three = [
    [unit(2, 9, '1'), unit(11, 17, '2'), unit(24, 30, '5'), unit(32, 36, '6'), unit(36, 44, '6'), unit(44, 60, '7')],
    [unit(2, 9, '1'), unit(11, 17, '3'), unit(19, 25, '5'), unit(32, 44, '6')],
    [unit(2, 9, '1'), unit(11, 17, '4'), unit(21, 27, '5'), unit(32, 36, '6'), unit(36, 40, '6'), unit(40, 44, '6')],
  ]
  const best = bestAlignment(three, { alpha: 3, beta: 1, deltaEmpty: 1 })
  expect(best.disorder).toBeCloseTo(0.960625, 9)
  expect(best.tuples).toHaveLength(6)
})

const first = [unit(0, 10), unit(20, 26, 'b'), unit(40, 55), unit(60, 61, 'b')]

it('is 1 for the same units, below where they differ, undefined without units or with one annotator', () => {
  expect(gammaOf([first, first]).value).toBe(1)
  const value = gammaOf([first, [unit(0, 10), unit(22, 26, 'b'), unit(44, 55, 'b')]]).value ?? Number.NaN
  expect(value).toBeGreaterThan(0.2)
  expect(value).toBeLessThan(0.95)
  expect(gammaOf([[], []]).reason).toBe('no-units')
  expect(gammaOf([first]).reason).toBe('no-units')
})

it('is the same for the same seed, and near it for another', () => {
  const second = first.map(({ start, end, category }) => unit(start + 2, end + 2, category))
  const [one, again, other] = [gammaOf([first, second]), gammaOf([first, second]), gammaOf([first, second], 7)]
  expect(again).toEqual(one)
  expect(other.value).not.toBe(one.value)
  expect(Math.abs((other.value ?? 0) - (one.value ?? 0))).toBeLessThan(0.1)
})

it('of two annotators is defined however much their units nest and cross', () => {
  const own = (shift: number) =>
    Array.from({ length: 120 }, (_, place) => unit(place * 3 + shift, place * 3 + 5 + (place % 7) * 60))
  const { value = Number.NaN } = gammaOf([own(0), own(1)])
  expect(value).toBeGreaterThan(0.5)
  expect(value).toBeLessThan(1)
})

it('of more is undefined where units cross so much that they cannot be aligned in a reasonable time', () => {
  const crowd = Array.from({ length: 9 }, () => Array.from({ length: 12 }, (_, place) => unit(place, 100 + place)))
  expect(gammaOf(crowd)).toMatchObject({ reason: 'too-large', items: 108 })
})
