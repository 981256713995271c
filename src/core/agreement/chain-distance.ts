/**
 * How far two chains of attribution are apart: Levenshtein's distance over their steps (Soviet Physics Doklady 10 (1966) 707–710), one
 * for a step that one of them lacks, for two steps the share of sources that they do not have in common (Jaccard), over the
 * length of the longer chain: 0 for equal chains, 1 where nothing is alike.
 */

/** Innermost speaker first; each step the sources that pass it on, in any order. */
export type Chain = readonly (readonly string[])[]

export const chainDistance = (a: Chain, b: Chain): number => {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 0
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, step] of a.entries()) {
    const line = [row + 1]
    for (const [column, other] of b.entries()) {
      const changed = (above[column] ?? 0) + stepDistance(step, other)
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return (above[b.length] ?? 0) / longer
}

const stepDistance = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 1 && b.length === 1) return a[0] === b[0] ? 0 : 1
  const all = new Set([...a, ...b]).size
  return all === 0 ? 0 : 1 - new Set(a.filter((source) => b.includes(source))).size / all
}
