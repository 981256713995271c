/** Networks of nodes and issues: how often each says something about each, and for or against it. */
import { type Tallies, type Tally, totalOf, valuesIn } from './statements.ts'

/**
 * `count`: statements, whatever their stance. `subtract`: those in favour less those against. `stance`: the mean of the stances, in
 * [−1, 1]. The first two as in Discourse Network Analyzer ("ignore", "subtract").
 */
export const twoModeMeasures = ['count', 'subtract', 'stance'] as const
export type TwoModeMeasure = (typeof twoModeMeasures)[number]

export type TwoModeEdge = { node: string; issue: string; weight: number; tally: Tally }

/** One edge for each pair of which something is said; without a stance at all there is none in measures of stances. */
export const twoModeEdges = (tallies: Tallies, measure: TwoModeMeasure): TwoModeEdge[] =>
  [...tallies].flatMap(([node, issues]) =>
    [...issues].flatMap(([issue, tally]): TwoModeEdge[] => {
      const weight = weightOf(tally, measure)
      return weight === undefined ? [] : [{ node, issue, weight, tally }]
    }),
  )

const weightOf = (tally: Tally, measure: TwoModeMeasure): number | undefined => {
  if (measure === 'count') return totalOf(tally)
  const values = valuesIn(tally)
  const counted = values.reduce((sum, { count }) => sum + count, 0)
  if (counted === 0) return undefined
  const sum = values.reduce((sum, { value, count }) => sum + value * count, 0)
  return measure === 'subtract' ? sum : sum / counted
}
