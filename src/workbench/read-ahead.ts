/** Work that is begun before it is its turn, so that nobody waits for it. */

/** Work under way: how many bytes it keeps in memory, and what comes of it. */
export type Begun<R> = { bytes: number; result: Promise<R> }

const MOST_AHEAD = 64
const MOST_BYTES_AHEAD = 8 * 1024 * 1024

/** What comes of each item, in their order. Whoever stops early leaves work behind that nobody hears of. */
export const readAhead = async function* <T, R>(
  items: readonly T[],
  begin: (item: T) => Promise<Begun<R>>,
): AsyncGenerator<R> {
  const underWay: Begun<R>[] = []
  let next = 0
  const isFull = () =>
    underWay.length >= MOST_AHEAD || underWay.reduce((sum, { bytes }) => sum + bytes, 0) >= MOST_BYTES_AHEAD
  for (;;) {
    for (let item = items[next]; item !== undefined && !isFull(); item = items[next]) {
      next += 1
      const begun = await begin(item)
      begun.result.catch(() => {})
      underWay.push(begun)
    }
    const first = underWay.shift()
    if (!first) return
    yield await first.result
  }
}
