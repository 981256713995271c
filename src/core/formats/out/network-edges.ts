/** A network in the order in which it is written: nodes by name, edges by their ends. */
import { byCodeUnit } from '../../canonical.ts'
import { oneModeEdges, oneModeWeight } from '../../network/one-mode.ts'
import { type Tallies, type Tally, tallied, turned } from '../../network/statements.ts'
import { twoModeEdges } from '../../network/two-mode.ts'
import type { Collected, NetworkChoice } from './network.ts'
import type { NetworkNode } from './network-nodes.ts'

/** What an edge of either kind of network says beside its weight. */
export const twoModeFigures = ['support', 'oppose', 'neutral', 'ambiguous', 'undecided', 'conditional'] as const
export const oneModeFigures = ['issues', 'count', 'congruence', 'conflict'] as const
type Figure = keyof Tally | (typeof oneModeFigures)[number]

export type NetworkEdge = {
  from: NetworkNode
  to: NetworkNode
  weight: number
  figures: Partial<Record<Figure, number>>
}

/** In a two-mode network `rows` and `columns` are nodes and issues, else the same; each pair of them has one edge at most. */
export type Network = { rows: NetworkNode[]; columns: NetworkNode[]; edges: NetworkEdge[] }

export const networkOf = ({ statements, nodes }: Collected, choice: NetworkChoice): Network => {
  const all = [...nodes.values()].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id))
  const actors = all.filter(({ kind }) => kind === 'actor')
  const issues = all.filter(({ kind }) => kind === 'issue')
  const tallies = tallied(statements)
  const places = new Map(all.map((node, place) => [node.id, { node, place }]))
  const placed = weighted(tallies, choice).flatMap(({ from, to, ...rest }) => {
    const [one, other] = [places.get(from), places.get(to)]
    if (!one || !other) return []
    const isTurned = choice.network !== 'two-mode' && other.place < one.place
    return [{ ...rest, from: isTurned ? other : one, to: isTurned ? one : other }]
  })
  placed.sort((a, b) => a.from.place - b.from.place || a.to.place - b.to.place)
  const own = choice.network === 'nodes' ? actors : issues
  return {
    rows: choice.network === 'two-mode' ? actors : own,
    columns: choice.network === 'two-mode' ? issues : own,
    edges: placed.map(({ from, to, ...rest }) => ({ ...rest, from: from.node, to: to.node })),
  }
}

type Weighted = { from: string; to: string; weight: number; figures: NetworkEdge['figures'] }

const weighted = (tallies: Tallies, choice: NetworkChoice): Weighted[] => {
  if (choice.network === 'two-mode')
    return twoModeEdges(tallies, choice.measure).map(({ node, issue, weight, tally }) => ({
      from: node,
      to: issue,
      weight,
      figures: tally,
    }))
  return (
    oneModeEdges(choice.network === 'nodes' ? tallies : turned(tallies))
      .map(({ from, to, ...figures }) => ({
        from,
        to,
        weight: oneModeWeight({ from, to, ...figures }, choice.measure),
        figures,
      }))
      // Who never agrees has no tie of congruence; that agreement and conflict come to nothing is one.
      .filter(({ weight }) => weight !== 0 || choice.measure === 'subtract')
  )
}
