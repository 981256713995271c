/**
 * Krippendorff's αU of one category: how well annotators cut the same units out of a continuum. Krippendorff, On the reliability of
 * unitizing continuous data, Sociological Methodology 25 (1995) 47–76; Content Analysis (2004) ch. 11. Offsets are whole numbers
 * of any unit. Units of one annotator must not overlap.
 */
import { type Figure, fromDisagreement, undefinedFigure } from './figure.ts'
import { sum } from './ratings.ts'

/** Half-open; `unit` is false for a gap between units. */
export type Section = { start: number; end: number; unit: boolean }
export type Stretch = { start: number; end: number }

/** Do and De can be told without each other: `figure` is 1 − Do / De. */
export const alphaU = (unitsByAnnotator: readonly (readonly Stretch[])[], continuum: Stretch): Figure => {
  const length = continuum.end - continuum.start
  const raters = unitsByAnnotator.length
  const units = sum(unitsByAnnotator.map((own) => own.length))
  if (raters < 2) return undefinedFigure('no-items', units)
  if (units === 0) return undefinedFigure('no-units')
  const sections = unitsByAnnotator.map((own) => sectionsOf(own, continuum))
  const wrong = sections.find((own) => typeof own === 'string')
  if (typeof wrong === 'string') return undefinedFigure(wrong, units)
  const whole = sections.filter((own) => typeof own !== 'string')
  const observed = observedDisagreement(whole, length)
  const expected = expectedDisagreement(whole.flat(), raters, length)
  return fromDisagreement(observed, expected, units)
}

/** δ²: squared differences of the ends of units that meet; the square of a unit that lies inside the other's gap; else 0. */
export const squaredDifference = (a: Section, b: Section): number => {
  if (a.end <= b.start || b.end <= a.start) return 0
  if (a.unit && b.unit) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2
  if (a.unit && contains(b, a)) return (a.end - a.start) ** 2
  if (b.unit && contains(a, b)) return (b.end - b.start) ** 2
  return 0
}

const contains = (outer: Stretch, inner: Stretch) => outer.start <= inner.start && inner.end <= outer.end

/** Do = Σ_{i≠j} Σ_g Σ_h δ²(i,g; j,h) / (m (m − 1) L²). */
const observedDisagreement = (sections: readonly Section[][], length: number): number => {
  let total = 0
  sections.forEach((own, place) => {
    for (const others of sections.slice(place + 1)) total += 2 * meetings(own, others)
  })
  return total / (sections.length * (sections.length - 1) * length ** 2)
}

/** Both cover the continuum from end to end: one walk along both meets every pair that overlaps. */
const meetings = (own: readonly Section[], others: readonly Section[]): number => {
  let total = 0
  let at = 0
  for (const section of own) {
    for (; ; at++) {
      const other = others[at]
      if (!other || other.start >= section.end) break
      total += squaredDifference(section, other)
      if (other.end > section.end) break
    }
  }
  return total
}

/** De = (2/L) Σ_units [(N − 1)/3 (2l³ − 3l² + l) + l² Σ_{gaps ≥ l} (gap − l + 1)] / (mL (mL − 1) − Σ l (l − 1)). */
const expectedDisagreement = (sections: readonly Section[], raters: number, length: number): number => {
  const lengths = (unit: boolean) => sections.filter((one) => one.unit === unit).map(({ start, end }) => end - start)
  const units = lengths(true)
  const gaps = lengths(false).toSorted((a, b) => b - a)
  const gapSums = [0]
  for (const gap of gaps) gapSums.push((gapSums.at(-1) ?? 0) + gap)
  const total = sum(
    units.map((l) => {
      const count = atLeast(gaps, l)
      return (
        ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * ((gapSums[count] ?? 0) - count * (l - 1))
      )
    }),
  )
  const places = raters * length
  return ((2 / length) * total) / (places * (places - 1) - sum(units.map((l) => l * (l - 1))))
}

/** How many of the numbers, greatest first, are not smaller than a limit. */
const atLeast = (falling: readonly number[], limit: number): number => {
  let low = 0
  let high = falling.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((falling[middle] ?? 0) >= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Units and the gaps between them, in order; why not, where units overlap or lie outside. */
const sectionsOf = (
  units: readonly Stretch[],
  continuum: Stretch,
): Section[] | 'overlapping-units' | 'misplaced-units' => {
  const sections: Section[] = []
  let end = continuum.start
  for (const unit of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (unit.start < continuum.start || unit.end > continuum.end || unit.end <= unit.start) return 'misplaced-units'
    if (unit.start < end) return 'overlapping-units'
    if (unit.start > end) sections.push({ start: end, end: unit.start, unit: false })
    sections.push({ start: unit.start, end: unit.end, unit: true })
    end = unit.end
  }
  if (end < continuum.end) sections.push({ start: end, end: continuum.end, unit: false })
  return sections
}
