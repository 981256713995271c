/** How a measure is spread over what was measured: its ends, its middle, and how many fall into each of a few equal ranges. */

/** Half-open `[from, to)`; the last has no end where the few greatest values would stretch the others out of sight. */
export type Bin = { from: number; to: number | null; count: number }

export type Distribution = {
  count: number
  total: number
  least: number
  /** Of an even number of values the upper of the two in the middle. */
  median: number
  most: number
  bins: Bin[]
}

const mostBins = 16

/** @param values whole numbers from 0 on, in any order */
export const distributionOf = (values: readonly number[]): Distribution => {
  const sorted = Float64Array.from(values).sort()
  const most = sorted.at(-1) ?? 0
  return {
    count: sorted.length,
    total: sorted.reduce((sum, value) => sum + value, 0),
    least: sorted[0] ?? 0,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    most,
    bins: binsOf(sorted, most),
  }
}

const binsOf = (sorted: Float64Array, most: number): Bin[] => {
  if (sorted.length === 0) return []
  // Where a twentieth of the values is far beyond the rest, the rest is what is to be seen.
  const usual = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? most
  const open = most > 3 * Math.max(usual, 1)
  const top = open ? usual : most
  const least = sorted[0] ?? 0
  const width = roundWidth((top - least + 1) / mostBins)
  const first = Math.floor(least / width) * width
  const bins: Bin[] = []
  for (let from = first; from <= top; from += width) bins.push({ from, to: from + width, count: 0 })
  if (open) bins.push({ from: bins.at(-1)?.to ?? 0, to: null, count: 0 })
  for (const value of sorted) {
    const bin = bins[Math.min(bins.length - 1, Math.floor((value - first) / width))]
    if (bin) bin.count += 1
  }
  return bins
}

/** The least of 1, 2, 5, 10, 20, 50 … that is no less. */
const roundWidth = (width: number): number => {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= width) return step * power
  }
}
