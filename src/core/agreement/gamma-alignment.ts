/**
 * The best alignment of a continuum: the way to put every unit into exactly one tuple that costs least (Mathet et al. 2015, § 4.3).
 * Found exactly by going through the units in text order: the first that stands in no tuple yet must stand in one of those it
 * begins, and all that matters for the rest is which units ahead are taken already. Of equally good ways the one with fewer tuples.
 */
import type { GammaParams, GammaUnit } from './gamma-dissimilarity.ts'
import { type Placed, placed, type Tuple, tuplesOf } from './gamma-tuples.ts'

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
  const bounds = boundsOf(continuum.length, params)
  let states: State[] = [{ cost: 0, size: 0, taken: 0n, previous: undefined, tuple: undefined }]
  for (const [first, tuples] of tuplesOf(units, continuum.length, params).entries()) {
    if (!tuples) return tooMany
    const options = tuples.map((tuple): Option => ({ ...tuple, mask: maskOf(tuple.units, first) }))
    states = pruned(step(states, options), bounds)
    if (states.length > widest) return tooMany
  }
  const total = states[0]?.cost ?? 0
  const tuples = backFrom(states[0]).map((tuple) => tuple.units.flatMap((index) => units[index] ?? []))
  return { disorder: units.length ? (total * continuum.length) / units.length : 0, tuples, exact: true }
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
 * Leaves out the states that cannot win: whatever completes them completes the cheapest state as well, at the cost of putting
 * alone what they have taken and it has not, and of the holes where it is the other way round.
 */
const pruned = (states: State[], { alone, left }: Bounds): State[] => {
  let best = states[0]
  for (const state of states) if (best && state.cost < best.cost) best = state
  if (!best) return states
  const { cost, taken } = best
  return states.filter(
    (state) => state.cost <= cost + alone * ones(state.taken & ~taken) + left * ones(taken & ~state.taken) + tolerance,
  )
}

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
