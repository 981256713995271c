/**
 * Which spans of several annotators are tries at the same thing: one-to-one, the largest share in common first (Jaccard's index
 * over characters), so that the order of annotators does not matter.
 */
import type { Span } from '../span.ts'
import { sum } from './ratings.ts'

export type Matchable = { annotator: string; type: string; fragments: readonly Span[] }

/**
 * Groups of at most one span of each annotator, of one type, in text order; a span that nobody else has stands alone.
 * @param likeness decides between equally good matches: greater first
 */
export const matched = <T extends Matchable>(spans: readonly T[], likeness: (a: T, b: T) => number): T[][] => {
  const sorted = spans.toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b))
  const groups = new Map(sorted.map((span) => [span, [span]]))
  for (const { a, b } of meetings(sorted, likeness)) {
    const first = groups.get(a) ?? []
    const second = groups.get(b) ?? []
    const annotators = new Set(first.map(({ annotator }) => annotator))
    if (first === second || second.some(({ annotator }) => annotators.has(annotator))) continue
    first.push(...second)
    for (const span of second) groups.set(span, first)
  }
  return [...new Set(groups.values())]
}

/** Characters that two spans have in common. */
export const overlapOf = (a: Pick<Matchable, 'fragments'>, b: Pick<Matchable, 'fragments'>): number =>
  sum(
    a.fragments.flatMap((own) =>
      b.fragments.map((other) => Math.max(0, Math.min(own.end, other.end) - Math.max(own.start, other.start))),
    ),
  )

/** What makes two spans the same one. */
export const placeKey = ({ type, fragments }: Pick<Matchable, 'type' | 'fragments'>): string =>
  `${type} ${fragments.map(({ start, end }) => `${start}-${end}`).join(' ')}`

type Meeting<T> = { a: T; b: T; share: number; likeness: number }

const meetings = <T extends Matchable>(sorted: readonly T[], likeness: (a: T, b: T) => number): Meeting<T>[] => {
  const found: Meeting<T>[] = []
  sorted.forEach((a, index) => {
    for (let at = index + 1; at < sorted.length; at++) {
      const b = sorted[at]
      if (!b || startOf(b) >= endOf(a)) break
      if (a.annotator === b.annotator || a.type !== b.type) continue
      const common = overlapOf(a, b)
      if (common === 0) continue
      found.push({ a, b, share: common / (lengthOf(a) + lengthOf(b) - common), likeness: likeness(a, b) })
    }
  })
  // Stable: of meetings that are alike in both the first in the text goes first.
  return found.sort((x, y) => y.share - x.share || y.likeness - x.likeness)
}

const startOf = ({ fragments }: Matchable): number => fragments[0]?.start ?? 0
const endOf = ({ fragments }: Matchable): number => fragments.at(-1)?.end ?? 0
const lengthOf = ({ fragments }: Matchable): number => sum(fragments.map(({ start, end }) => end - start))
