/**
 * F1 of two annotators' spans: the harmonic mean of the shares of each that the other has too, 2 TP / (|A| + |B|), and the same
 * whichever of the two is asked first. As what is not tagged has no number, this is what κ tends to: Hripcsak & Rothschild,
 * Agreement, the F-measure, and reliability in information retrieval, JAMIA 12 (2005) 296–298.
 */
import { type Figure, undefinedFigure } from './figure.ts'
import { matched } from './matching.ts'

export type LabelledSpan = { start: number; end: number; label: string }

/** What became of the spans; `spurious` are the second's that the first has not, `missed` the first's. */
export type SpanCounts = { correct: number; partial: number; incorrect: number; missed: number; spurious: number }

/**
 * The four ways to count (Segura-Bedmar, Martínez & Herrero-Zazo, SemEval-2013 task 9): `strict` place and label, `exact` the place
 * alone, `partial` a half for an overlap, `type` the label of what overlaps. Spans are matched one-to-one, equal ones first.
 */
export const spanScores = (a: readonly LabelledSpan[], b: readonly LabelledSpan[]) => {
  const sides = [a, b].flatMap((own, side) =>
    own.map(({ start, end, label }) => ({ annotator: String(side), type: '', fragments: [{ start, end }], label })),
  )
  const groups = matched(sides, (one, other) => Number(one.label === other.label))
  const pairs = groups.flatMap(([one, other]) => (one && other ? [{ one, other }] : []))
  const lone = groups.filter((group) => group.length === 1).flat()
  const unmatched = {
    missed: lone.filter(({ annotator }) => annotator === '0').length,
    spurious: lone.filter(({ annotator }) => annotator === '1').length,
  }
  const samePlace = ({ one, other }: (typeof pairs)[number]) =>
    one.fragments[0]?.start === other.fragments[0]?.start && one.fragments[0]?.end === other.fragments[0]?.end
  const sameLabel = ({ one, other }: (typeof pairs)[number]) => one.label === other.label
  const counted = (isCorrect: (pair: (typeof pairs)[number]) => boolean, otherwise: 'partial' | 'incorrect') => {
    const correct = pairs.filter(isCorrect).length
    const counts: SpanCounts = { correct, partial: 0, incorrect: 0, ...unmatched }
    counts[otherwise] = pairs.length - correct
    return { ...counts, figure: f1(correct + counts.partial / 2, a.length, b.length) }
  }
  return {
    strict: counted((pair) => samePlace(pair) && sameLabel(pair), 'incorrect'),
    exact: counted(samePlace, 'incorrect'),
    partial: counted(samePlace, 'partial'),
    type: counted(sameLabel, 'incorrect'),
  }
}

/** @param correct what both have; `first` and `second` what each has */
export const f1 = (correct: number, first: number, second: number): Figure =>
  first + second === 0
    ? undefinedFigure('no-units')
    : { value: (2 * correct) / (first + second), items: first + second }

/** Of sets of keys, unweighted over all pairs of annotators; nothing where no pair has anything. */
export const meanPairwiseF1 = (annotators: readonly ReadonlySet<string>[]): Figure => {
  const figures = annotators.flatMap((own, place) =>
    annotators
      .slice(place + 1)
      .map((other) => f1([...own].filter((key) => other.has(key)).length, own.size, other.size)),
  )
  const values = figures.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (values.length === 0) return undefinedFigure(figures.length === 0 ? 'no-items' : 'no-units')
  return { value: values.reduce((total, value) => total + value, 0) / values.length, items: values.length }
}
