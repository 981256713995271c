/**
 * The unitary alignments that a best alignment may consist of: at most one unit of each annotator. One that would be cheaper
 * without one of its units, aligned with nothing, is left out (Mathet et al. 2015, § 5.1.1, after their bound n · Δ∅).
 */
import { combined, type GammaParams, type GammaUnit } from './gamma-dissimilarity.ts'

/** All units in text order, each with its annotator's place. */
export type Placed = GammaUnit & { annotator: number }
/** Indices into the units, rising, and the mean dissimilarity over all pairs of annotators. */
export type Tuple = {
  units: number[]
  cost: number
  /** Which of the units is the first annotator's. */
  left: number | undefined
}

/** By start, then end, annotator and category, so that the order in which units come does not matter. */
export const placed = (continuum: readonly (readonly GammaUnit[])[]): Placed[] =>
  continuum
    .flatMap((own, annotator) => own.map((unit) => ({ ...unit, annotator })))
    .sort(
      (a, b) =>
        a.start - b.start ||
        a.end - b.end ||
        a.annotator - b.annotator ||
        (a.category < b.category ? -1 : a.category > b.category ? 1 : 0),
    )

/** With many annotators who tag much in the same place, tuples grow beyond what can be gone through. */
const mostTuples = 5_000

/** The tuples by their first unit; nothing in the place of those that are too many. */
export const tuplesOf = (
  units: readonly Placed[],
  annotators: number,
  params: GammaParams,
): (Tuple[] | undefined)[] => {
  const pairs = (annotators * (annotators - 1)) / 2
  const { deltaEmpty } = params
  const limit = (partners: number) => deltaEmpty * (pairs + partners)
  const costOf = (apart: number, size: number) => (apart + (pairs - (size * (size - 1)) / 2) * deltaEmpty) / pairs
  const near = neighbours(units, limit(annotators - 1), params)
  const apartOf = (a: number, b: number) => near[Math.min(a, b)]?.get(Math.max(a, b))

  return units.map((_, first) => {
    const found: Tuple[] = []
    const candidates = [...(near[first]?.keys() ?? [])]
    const extend = (chosen: number[], apart: number, from: number) => {
      if (chosen.every((unit) => sumOf(chosen, unit) <= limit(chosen.length - 1)))
        found.push({
          units: [...chosen],
          cost: costOf(apart, chosen.length),
          left: chosen.find((unit) => units[unit]?.annotator === 0),
        })
      for (let at = from; at < candidates.length && found.length <= mostTuples; at++) {
        const next = candidates[at] ?? -1
        const added = joining(chosen, next)
        if (added !== undefined) extend([...chosen, next], apart + added, at + 1)
      }
    }
    /** What a unit adds to those chosen; nothing where it cannot join them. */
    const joining = (chosen: readonly number[], next: number): number | undefined => {
      let added = 0
      for (const unit of chosen) {
        const apart = units[unit]?.annotator === units[next]?.annotator ? undefined : apartOf(unit, next)
        if (apart === undefined) return undefined
        added += apart
      }
      return added <= limit(annotators - 1) ? added : undefined
    }
    const sumOf = (chosen: readonly number[], unit: number) =>
      chosen.reduce((total, other) => total + (other === unit ? 0 : (apartOf(unit, other) ?? 0)), 0)
    extend([first], 0, 0)
    return found.length > mostTuples ? undefined : found
  })
}

/** For each unit those after it, of other annotators, that are not too unlike, with how unlike they are. */
const neighbours = (units: readonly Placed[], limit: number, params: GammaParams): Map<number, number>[] => {
  const longest = Math.max(0, ...units.map(({ start, end }) => end - start))
  // Beyond this many lengths the positions alone are too far apart.
  const reach = params.alpha > 0 ? Math.sqrt(limit / (params.alpha * params.deltaEmpty)) : Number.POSITIVE_INFINITY
  return units.map((unit, index) => {
    const near = new Map<number, number>()
    const furthest = unit.start + reach * (unit.end - unit.start + longest)
    for (let at = index + 1; at < units.length; at++) {
      const other = units[at]
      if (!other || other.start > furthest) break
      if (other.annotator === unit.annotator) continue
      const apart = combined(unit, other, params)
      if (apart <= limit) near.set(at, apart)
    }
    return near
  })
}
