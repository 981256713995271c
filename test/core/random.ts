/** Numbers that look random and can be had again: mulberry32. */
export type Random = {
  /** A whole number below `n`. */
  below(n: number): number
  pick<T>(items: readonly T[]): T
  chance(p: number): boolean
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: (p) => next() < p,
  }
}

/** The seed of this run: ACTANT_SEED plays one again. */
export const seed = Number(process.env['ACTANT_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
