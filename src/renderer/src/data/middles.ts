/** What is left of two lists without the items they begin and end with alike: of one change, just that one. */
export const middles = <T>(a: readonly T[], b: readonly T[]): [readonly T[], readonly T[]] => {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
}
