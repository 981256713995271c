/** Reproducible chance: the same seed gives the same numbers on every machine. */

export type Random = {
  /** Uniform in [0, 1). */
  uniform(): number
  normal(mean: number, deviation: number): number
}

/** mulberry32 (T. Ettinger, public domain); normal by Box & Muller, Annals of Mathematical Statistics 29 (1958) 610–611. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    uniform,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}
