/**
 * Krippendorff's α: any number of annotators, judgements may be missing; an item judged once counts for nothing. Krippendorff,
 * Computing Krippendorff's alpha-reliability (2011), sections C and D: α = 1 − Do / De over pairs of values within items, each
 * weighted by 1 / (m_u − 1), against pairs of all values.
 */
import { type Figure, fromDisagreement, undefinedFigure } from './figure.ts'
import { sizeOf, squares, sum, type Tally, totalsOf } from './ratings.ts'

/** Nominal: two values are the same or not. */
export const krippendorffAlpha = (tallies: readonly Tally[]): Figure => {
  const items = tallies.filter((tally) => sizeOf(tally) >= 2)
  if (items.length === 0) return undefinedFigure('no-items')
  const values = sum(items.map(sizeOf))
  const observed = sum(items.map((tally) => (sizeOf(tally) ** 2 - squares(tally)) / (sizeOf(tally) - 1))) / values
  const expected = (values ** 2 - squares(totalsOf(items))) / (values * (values - 1))
  return fromDisagreement(observed, expected, items.length)
}

/** How values are compared: values of one key are alike, values without any common feature are at distance 1. */
export type Metric<Value> = {
  keyOf(value: Value): string
  featuresOf(value: Value): readonly string[]
  /** From 0 to 1, symmetric. */
  distance(a: Value, b: Value): number
}

/**
 * The same with a distance between values.
 * @param items the values each item was given
 */
export const alphaByDistance = <Value>(items: readonly (readonly Value[])[], metric: Metric<Value>): Figure => {
  const paired = items.filter((values) => values.length >= 2)
  if (paired.length === 0) return undefinedFigure('no-items')
  const kinds = new Map<string, { value: Value; count: number }>()
  for (const value of paired.flat()) {
    const key = metric.keyOf(value)
    const kind = kinds.get(key)
    if (kind) kind.count++
    else kinds.set(key, { value, count: 1 })
  }
  const total = sum(paired.map((values) => values.length))
  const observed = sum(paired.map((values) => (2 * distances(values, metric)) / (values.length - 1))) / total
  const expected = distancesOfKinds([...kinds.values()], metric) / (total * (total - 1))
  return fromDisagreement(observed, expected, paired.length)
}

const distances = <Value>(values: readonly Value[], { distance }: Metric<Value>): number =>
  sum(values.map((a, place) => sum(values.slice(place + 1).map((b) => distance(a, b)))))

/** Over ordered pairs of all values; only those that have a feature in common are compared one by one. */
const distancesOfKinds = <Value>(
  kinds: readonly { value: Value; count: number }[],
  { featuresOf, distance }: Metric<Value>,
): number => {
  const total = sum(kinds.map(({ count }) => count))
  let apart = total ** 2 - sum(kinds.map(({ count }) => count ** 2))
  const known = new Map<string, number[]>()
  const lastMet = new Int32Array(kinds.length).fill(-1)
  for (const [index, a] of kinds.entries()) {
    for (const feature of featuresOf(a.value)) {
      const earlier = known.get(feature) ?? []
      for (const place of earlier) {
        const b = kinds[place]
        if (!b || place === index || lastMet[place] === index) continue
        lastMet[place] = index
        apart -= 2 * a.count * b.count * (1 - distance(a.value, b.value))
      }
      if (earlier.length === 0) known.set(feature, [index])
      else earlier.push(index)
    }
  }
  return apart
}
