/**
 * Random continua that look like a given one: as many units, as long, as far apart, of the same categories. This is the statistical
 * sampler of pygamma-agreement (Titeux & Riad, Journal of Open Source Software 6 (2021) 2989): numbers, lengths and gaps
 * are drawn from normal distributions, categories by their shares.
 */
import type { GammaUnit } from './gamma-dissimilarity.ts'
import type { Random } from './random.ts'
import { sum } from './ratings.ts'

type Spread = { mean: number; deviation: number }

/** Never without any unit. */
export const samplerOf = (continuum: readonly (readonly GammaUnit[])[], random: Random): (() => GammaUnit[][]) => {
  const sorted = continuum.map((own) => own.toSorted((a, b) => a.start - b.start || a.end - b.end))
  const units = sorted.flat()
  const counts = spreadOf(sorted.map((own) => own.length))
  const lengths = spreadOf(units.map(({ start, end }) => end - start))
  const gaps = spreadOf(gapsOf(sorted))
  const categories = units.map(({ category }) => category).sort()
  const draw = ({ mean, deviation }: Spread) => random.normal(mean, deviation)

  const annotation = (least: number): GammaUnit[] => {
    const own: GammaUnit[] = []
    let end = 0
    for (let count = Math.max(least, Math.abs(Math.trunc(draw(counts)))); count > 0; count--) {
      const start = end + draw(gaps)
      end = start + Math.max(shortest * lengths.mean, Math.abs(draw(lengths)))
      own.push({ start, end, category: categories[Math.floor(random.uniform() * categories.length)] ?? '' })
    }
    return own
  }
  return () => {
    const sample: GammaUnit[][] = []
    for (const _ of sorted) sample.push(annotation(sum(sample.map((own) => own.length)) === 0 ? 1 : 0))
    return sample
  }
}

// A drawn length may be as good as nothing; dissimilarities divide by it.
const shortest = 1e-6

/** A gap of 0 stands for continua of one unit; negative ones are overlaps; in front of the first unit is a gap too. */
const gapsOf = (sorted: readonly (readonly GammaUnit[])[]): number[] => [
  0,
  ...sorted.flatMap((own) =>
    own.flatMap(({ start }, place) => {
      const before = own[place - 1]
      return before ? [start - before.end] : start > 0 ? [start] : []
    }),
  ),
]

const spreadOf = (values: readonly number[]): Spread => {
  const mean = sum(values) / values.length
  return { mean, deviation: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length) }
}
