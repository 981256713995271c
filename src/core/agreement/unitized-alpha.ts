/**
 * Krippendorff's uα of 2016: how far the categories of all stretches of a continuum agree, gaps being one of them. Krippendorff,
 * Mathet, Bouvry & Widlöcher, On the reliability of unitizing textual continua: further developments, Quality & Quantity 50
 * (2016) 2347–2364: uα = 1 − (l.. − Σ_c o_cc) / (l.. − Σ_c e_cc).
 */
import { type Figure, fromDisagreement, undefinedFigure } from './figure.ts'
import { sum } from './ratings.ts'

/** Half-open; a category of null is a gap. */
export type Segment = { start: number; end: number; category: string | null }

export const unitizedAlpha = (segmentsByAnnotator: readonly (readonly Segment[])[]): Figure => {
  const raters = segmentsByAnnotator.length
  const all = segmentsByAnnotator.flat()
  const units = all.filter(({ category }) => category !== null)
  if (raters < 2) return undefinedFigure('no-items', units.length)
  if (units.length === 0) return undefinedFigure('no-units')
  const coincidences = coincidencesOf(segmentsByAnnotator)
  const total = sum([...coincidences.values()].map(({ length }) => length))
  const marginals = new Map<string | null, number>()
  let agreed = 0
  for (const { a, b, length } of coincidences.values()) {
    marginals.set(a, (marginals.get(a) ?? 0) + length)
    if (a === b) agreed += length
  }
  const squaredUnits = sum(units.map((segment) => lengthOf(segment) ** 2))
  const gaps = sum(all.filter(({ category }) => category === null).map(lengthOf))
  const chance = sum(
    [...marginals].map(([category, marginal]) => {
      const own = all.filter((segment) => segment.category === category)
      const same = sum(own.map((segment) => (category === null ? lengthOf(segment) : lengthOf(segment) ** 2)))
      return (total * (marginal ** 2 - same)) / (total ** 2 - gaps - squaredUnits)
    }),
  )
  const { value, ...figure } = fromDisagreement((total - agreed) / total, (total - chance) / total, units.length)
  return value === undefined ? undefinedFigure('one-category', units.length) : { value, ...figure, reason: undefined }
}

const lengthOf = ({ start, end }: Segment): number => end - start

/** o_ck = Σ_{i≠j} (length that i gives c and j gives k) / (m − 1). */
const coincidencesOf = (segmentsByAnnotator: readonly (readonly Segment[])[]) => {
  const found = new Map<string, { a: string | null; b: string | null; length: number }>()
  const raters = segmentsByAnnotator.length
  segmentsByAnnotator.forEach((own, i) => {
    segmentsByAnnotator.forEach((others, j) => {
      if (i === j) return
      for (const { category: a, start, end } of own) {
        for (const { category: b, ...other } of others) {
          const length = Math.min(end, other.end) - Math.max(start, other.start)
          if (length <= 0) continue
          const key = JSON.stringify([a, b])
          const cell = found.get(key) ?? { a, b, length: 0 }
          found.set(key, { a, b, length: cell.length + length / (raters - 1) })
        }
      }
    })
  })
  return found
}
