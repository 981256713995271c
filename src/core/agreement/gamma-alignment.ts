/**
 * The best alignment of a continuum: the way to put every unit into exactly one tuple that costs least (Mathet et al. 2015, § 4.3).
 * Of two annotators this is an assignment. Of more it is found by going through the units in text order: the first that stands in
 * no tuple yet must stand in one of those it begins, and all that matters for the rest is which units ahead are taken already.
 * Of equally good ways it is the one with fewer tuples.
 */
import { cheapestPairs } from './assignment.ts'
import type { GammaParams, GammaUnit } from './gamma-dissimilarity.ts'
import { type Placed, placed, type Tuple, tuplesOf } from './gamma-tuples.ts'
import { sum } from './ratings.ts'

export type Alignment = {
  /** Sum of the tuples' costs over the mean number of units of an annotator. */
  disorder: number
  tuples: Placed[][]
  /** False where the ways were too many to be followed all: then there is no alignment. */
  exact: boolean
}

/** `taken`: bit i is set where the i-th unit from here is in a tuple. */
type State = { cost: number; size: number; taken: bigint; previous: State | undefined; tuple: Tuple | undefined }
type Option = Tuple & { mask: bigint }

/** More ways at one place than this occur only where dozens of units cross each other. */
const widest = 5_000

export const bestAlignment = (continuum: readonly (readonly GammaUnit[])[], params: GammaParams): Alignment => {
  const units = placed(continuum)
  const possible = tuplesOf(units, continuum.length, params)
  const complete = possible.filter((tuples) => tuples !== undefined)
  if (complete.length < possible.length) return tooMany
  const best = continuum.length === 2 ? pairsOf(complete, units.length) : wayThrough(complete, continuum.length, params)
  if (!best) return tooMany
  return {
    disorder: units.length ? (sum(best.map(({ cost }) => cost)) * continuum.length) / units.length : 0,
    tuples: best.map((tuple) => tuple.units.flatMap((index) => units[index] ?? [])),
    exact: true,
  }
}

/** Of two annotators it is an assignment, however much their units cross. */
const pairsOf = (possible: readonly Tuple[][], units: number): Tuple[] => {
  const alone = possible.map((tuples) => tuples.find((tuple) => tuple.units.length === 1))
  const costAlone = (unit: number | undefined) => alone[unit ?? -1]?.cost ?? 0
  const pairs = possible.flat().filter((tuple) => tuple.units.length === 2)
  const lefts = new Map<number, Tuple[]>()
  for (const tuple of pairs) {
    const left = tuple.left ?? -1
    lefts.set(left, [...(lefts.get(left) ?? []), tuple])
  }
  const order = [...lefts.keys()]
  const other = ({ units: [a = -1, b = -1], left }: Tuple) => (a === left ? b : a)
  const edges = order.map((left) =>
    (lefts.get(left) ?? []).map((tuple) => ({
      right: other(tuple),
      cost: tuple.cost - costAlone(tuple.units[0]) - costAlone(tuple.units[1]) - tolerance,
    })),
  )
  const partners = cheapestPairs(edges, units)
  const made = order.flatMap((left, place) => {
    const partner = partners[place]
    return partner === undefined ? [] : (lefts.get(left) ?? []).filter((tuple) => other(tuple) === partner)
  })
  const paired = new Set(made.flatMap((tuple) => tuple.units))
  return [...made, ...alone.flatMap((tuple, unit) => (tuple && !paired.has(unit) ? [tuple] : []))]
}

/** Of more: nothing where the ways are too many to be followed all. */
const wayThrough = (possible: readonly Tuple[][], annotators: number, params: GammaParams): Tuple[] | undefined => {
  const bounds = boundsOf(annotators, params)
  let states: State[] = [{ cost: 0, size: 0, taken: 0n, previous: undefined, tuple: undefined }]
  for (const [first, tuples] of possible.entries()) {
    const options = tuples.map((tuple): Option => ({ ...tuple, mask: maskOf(tuple.units, first) }))
    states = pruned(step(states, options), bounds)
    if (states.length > widest) return undefined
  }
  return backFrom(states[0])
}

const tooMany: Alignment = { disorder: Number.NaN, tuples: [], exact: false }

const maskOf = (units: readonly number[], first: number): bigint =>
  units.reduce((mask, unit) => mask | (1n << BigInt(unit - first)), 0n)

const step = (states: readonly State[], options: readonly Option[]): State[] => {
  const best = new Map<bigint, State>()
  const keep = (cost: number, taken: bigint, previous: State, tuple: Tuple | undefined) => {
    const there = best.get(taken)
    const size = previous.size + (tuple ? 1 : 0)
    if (!there || cost < there.cost - tolerance || (cost < there.cost + tolerance && size < there.size))
      best.set(taken, { cost, size, taken, previous, tuple })
  }
  for (const state of states) {
    if (state.taken & 1n) keep(state.cost, state.taken >> 1n, state, undefined)
    else {
      for (const option of options) {
        if ((option.mask & state.taken) === 0n)
          keep(state.cost + option.cost, (state.taken | option.mask) >> 1n, state, option)
      }
    }
  }
  return [...best.values()]
}

type Bounds = { alone: number; left: number }

/** What a unit costs at most that has to be put alone; and what a tuple costs more at most when one of its units is taken away. */
const boundsOf = (annotators: number, { deltaEmpty }: GammaParams): Bounds => ({
  alone: deltaEmpty,
  left: (2 * deltaEmpty) / annotators,
})

/**
 * Leaves out the states that cannot win: whatever completes them completes a cheaper state as well, at the cost of putting alone
 * what they have taken and it has not, and of the holes where it is the other way round.
 */
const pruned = (states: State[], { alone, left }: Bounds): State[] => {
  if (states.length < 2) return states
  const cheapest = states.toSorted((a, b) => a.cost - b.cost).slice(0, rivals)
  const isBeaten = (state: State) =>
    cheapest.some(
      ({ cost, taken }) =>
        state.taken !== taken &&
        state.cost > cost + alone * ones(state.taken & ~taken) + left * ones(taken & ~state.taken) + tolerance,
    )
  return states.filter((state) => !isBeaten(state))
}

/** How many of the cheapest states the others are measured against. */
const rivals = 8

// Costs are sums in different orders.
const tolerance = 1e-9

const ones = (mask: bigint): number => {
  let count = 0
  for (let rest = mask; rest > 0n; rest &= rest - 1n) count++
  return count
}

const backFrom = (last: State | undefined): Tuple[] => {
  const tuples: Tuple[] = []
  for (let state = last; state; state = state.previous) if (state.tuple) tuples.push(state.tuple)
  return tuples.reverse()
}
