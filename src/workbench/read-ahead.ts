/** Work that is begun before it is its turn, so that nobody waits for it. */

/** Work under way: how many bytes it keeps in memory, and what comes of it. */
export type Begun<R> = { bytes: number; result: Promise<R> }

const MOST_AHEAD = 64
const MOST_BYTES_AHEAD = 8 * 1024 * 1024

/** What comes of each item, in their order. Whoever stops early leaves work behind that nobody hears of. */
export const readAhead = async function* <T, R>(
  items: AsyncIterable<T>,
  begin: (item: T) => Promise<Begun<R>>,
): AsyncGenerator<R> {
  const underWay: Begun<R>[] = []
  let bytes = 0
  const next = async () => {
    const first = underWay.shift()
    bytes -= first?.bytes ?? 0
    return first?.result
  }
  for await (const item of items) {
    const begun = await begin(item)
    begun.result.catch(() => {})
    underWay.push(begun)
    bytes += begun.bytes
    while (underWay.length >= MOST_AHEAD || bytes >= MOST_BYTES_AHEAD) {
      const result = await next()
      if (result !== undefined) yield result
    }
  }
  for (let result = await next(); result !== undefined; result = await next()) yield result
}
