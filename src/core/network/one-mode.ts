/** Networks of nodes that say something about the same issues: how much, and how far they agree. */
import { type Tallies, type Tally, totalOf, valuesIn } from './statements.ts'

/**
 * Of a pair that says something about issue i a and b times, with stances q₁ and q₂ in [−1, 1] (range 2), summed over issues and stances:
 * `count` = Σ a·b whatever the stance; `congruence` = Σ a·b·(1 − |q₁ − q₂| / 2); `conflict` = Σ a·b·|q₁ − q₂| / 2; `subtract` =
 * congruence − conflict. As in Discourse Network Analyzer ("ignore" for `count`), without normalization.
 */
export const oneModeMeasures = ['count', 'congruence', 'conflict', 'subtract'] as const
export type OneModeMeasure = (typeof oneModeMeasures)[number]

/** Undirected: each pair once, the smaller id first. */
export type OneModeEdge = {
  from: string
  to: string
  /** How many issues they have in common. */
  issues: number
  count: number
  congruence: number
  conflict: number
}

/** The range of stances. */
const RANGE = 2

/** @param tallies by node, then by what they meet in; the other way round it gives a network of issues */
export const oneModeEdges = (tallies: Tallies): OneModeEdge[] => {
  const edges = new Map<string, OneModeEdge>()
  for (const said of meetings(tallies).values()) {
    for (const [place, [one, a]] of said.entries()) {
      for (const [other, b] of said.slice(place + 1)) {
        const [from, to] = one < other ? [one, other] : [other, one]
        const key = `${from} ${to}`
        const edge = edges.get(key) ?? { from, to, issues: 0, count: 0, congruence: 0, conflict: 0 }
        edges.set(key, edge)
        const { congruence, conflict } = agreementOf(a, b)
        edge.issues += 1
        edge.count += totalOf(a) * totalOf(b)
        edge.congruence += congruence
        edge.conflict += conflict
      }
    }
  }
  return [...edges.values()]
}

export const oneModeWeight = (edge: OneModeEdge, measure: OneModeMeasure): number =>
  measure === 'subtract' ? edge.congruence - edge.conflict : edge[measure]

const meetings = (tallies: Tallies): Map<string, [node: string, tally: Tally][]> => {
  const all = new Map<string, [string, Tally][]>()
  for (const [node, issues] of tallies) {
    for (const [issue, tally] of issues) {
      const said = all.get(issue) ?? []
      said.push([node, tally])
      all.set(issue, said)
    }
  }
  return all
}

const agreementOf = (one: Tally, other: Tally) => {
  const sum = { congruence: 0, conflict: 0 }
  for (const a of valuesIn(one)) {
    for (const b of valuesIn(other)) {
      const distance = Math.abs(a.value - b.value) / RANGE
      sum.congruence += a.count * b.count * (1 - distance)
      sum.conflict += a.count * b.count * distance
    }
  }
  return sum
}
