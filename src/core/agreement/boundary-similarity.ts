/**
 * Boundary similarity of two segmentations: how many boundaries need not be edited. Fournier, Evaluating text segmentation using
 * boundary edit distance, ACL 2013, 1702–1712: B = 1 − (|A| + w_t(T)) / (|A| + |T| + |M|) with additions A, transpositions T
 * that span fewer than n_t places, each weighing span / n_t, and matches M. One type of boundary, so nothing is substituted.
 */
import { type Figure, undefinedFigure } from './figure.ts'
import { sum } from './ratings.ts'

/** @param a lengths of the segments, as is `b` */
export const boundarySimilarity = (a: readonly number[], b: readonly number[], nT = 2): Figure => {
  if (sum(a) !== sum(b)) return undefinedFigure('different-lengths')
  const first = boundariesOf(a)
  const second = boundariesOf(b)
  const matches = [...first].filter((place) => second.has(place)).length
  // What stands on one side only, in the order of the text.
  const lone = [...first, ...second].filter((place) => first.has(place) !== second.has(place)).toSorted((x, y) => x - y)
  const spans = transposed(lone, first, nT)
  const additions = lone.length - 2 * spans.length
  const items = additions + spans.length + matches
  if (items === 0) return undefinedFigure('no-units')
  return { value: 1 - (additions + sum(spans) / nT) / items, items }
}

const boundariesOf = (masses: readonly number[]): Set<number> => {
  const places = new Set<number>()
  let place = 0
  for (const mass of masses.slice(0, -1)) {
    place += mass
    places.add(place)
  }
  return places
}

/** Spans of the near misses: the shortest first, and of these the leftmost; no boundary is moved twice. */
const transposed = (lone: readonly number[], first: ReadonlySet<number>, nT: number): number[] => {
  const free = new Set(lone)
  const spans: number[] = []
  for (let span = 1; span < nT; span++) {
    for (const place of lone) {
      const other = place + span
      if (!free.has(place) || !free.has(other) || first.has(place) === first.has(other)) continue
      free.delete(place)
      free.delete(other)
      spans.push(span)
    }
  }
  return spans
}
