/**
 * The cheapest way to pair what stands on two sides, each at most once, where pairs may also be left unmade: successive shortest paths
 * with potentials (Jonker & Volgenant, Computing 38 (1987) 325–340), over the pairs that exist only.
 */

export type Edge = { right: number; cost: number }

/**
 * @param edges of each on the left; only what costs less than 0 is worth pairing
 * @returns for each on the left its partner's number on the right, or nothing
 */
export const cheapestPairs = (edges: readonly (readonly Edge[])[], rights: number): (number | undefined)[] => {
  // Whoever stays alone is paired with nobody, who stands on the right once for each.
  const choices = edges.map((own, left): Edge[] => [...own, { right: rights + left, cost: 0 }])
  const leftPotential = choices.map((own) => Math.min(...own.map(({ cost }) => cost)))
  const rightPotential = new Float64Array(rights + edges.length)
  const partnerOf: (number | undefined)[] = []
  const takenBy: (number | undefined)[] = []

  for (const start of edges.keys()) {
    const distance = new Map<number, number>()
    const from = new Map<number, number>()
    const open = new Set<number>()
    const passed = new Set<number>()
    let left = start
    let reached = 0
    let end: number | undefined
    while (end === undefined) {
      for (const { right, cost } of choices[left] ?? []) {
        // Its distance is final, whatever rounding says.
        if (passed.has(right)) continue
        const next = reached + cost - (leftPotential[left] ?? 0) - (rightPotential[right] ?? 0)
        if (next >= (distance.get(right) ?? Number.POSITIVE_INFINITY)) continue
        distance.set(right, next)
        from.set(right, left)
        open.add(right)
      }
      const nearest = nearestOf(open, distance)
      open.delete(nearest)
      reached = distance.get(nearest) ?? 0
      const taker = takenBy[nearest]
      if (taker === undefined) end = nearest
      else {
        passed.add(nearest)
        left = taker
      }
    }
    leftPotential[start] = (leftPotential[start] ?? 0) + reached
    for (const right of passed) {
      const rise = reached - (distance.get(right) ?? 0)
      const taker = takenBy[right] ?? start
      leftPotential[taker] = (leftPotential[taker] ?? 0) + rise
      rightPotential[right] = (rightPotential[right] ?? 0) - rise
    }
    for (let right: number | undefined = end; right !== undefined; ) {
      const taker: number = from.get(right) ?? start
      const before: number | undefined = partnerOf[taker]
      partnerOf[taker] = right
      takenBy[right] = taker
      right = taker === start ? undefined : before
    }
  }
  return edges.map((_, left) => {
    const right = partnerOf[left]
    return right === undefined || right >= rights ? undefined : right
  })
}

const nearestOf = (open: ReadonlySet<number>, distance: ReadonlyMap<number, number>): number => {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (const right of open) {
    const here = distance.get(right) ?? Number.POSITIVE_INFINITY
    if (here < least) {
      least = here
      nearest = right
    }
  }
  return nearest
}
