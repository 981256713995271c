/** Lists of numbered items that are alike, in plain numbers: a hash table with open addressing, of which each list is a chain. */

export type Buckets = {
  /** The items kept so far that are as this one, in the order they were kept. */
  like(item: number): Generator<number>
  keep(item: number): void
}

/** @param hashOf the same for items that are alike; 32 bits */
export const newBuckets = (
  hashOf: (item: number) => number,
  isAlike: (one: number, other: number) => boolean,
): Buckets => {
  // Links are counted from 1: nothing is 0. A link's first one in its list knows the last.
  let items = new Uint32Array(16)
  let nexts = new Uint32Array(16)
  let lasts = new Uint32Array(16)
  let firsts = new Uint32Array(32)
  let links = 0
  let lists = 0
  /** Where the list of an item begins, or would. */
  const slotOf = (item: number): number => {
    let slot = hashOf(item) & (firsts.length - 1)
    for (let first = firsts[slot]; first; first = firsts[slot]) {
      if (isAlike(items[first] ?? 0, item)) break
      slot = (slot + 1) & (firsts.length - 1)
    }
    return slot
  }
  const widen = () => {
    const before = firsts
    firsts = new Uint32Array(2 * before.length)
    for (const first of before) if (first) firsts[slotOf(items[first] ?? 0)] = first
  }
  return {
    *like(item) {
      for (let link = firsts[slotOf(item)] ?? 0; link; link = nexts[link] ?? 0) yield items[link] ?? 0
    },
    keep: (item) => {
      const link = ++links
      items = withRoom(items, link + 1)
      nexts = withRoom(nexts, link + 1)
      lasts = withRoom(lasts, link + 1)
      items[link] = item
      if (2 * lists >= firsts.length) widen()
      const slot = slotOf(item)
      const first = firsts[slot]
      if (first) nexts[lasts[first] ?? 0] = link
      else {
        firsts[slot] = link
        lists += 1
      }
      lasts[first || link] = link
    },
  }
}

/** The numbers, with room for as many as are asked for. */
export const withRoom = (numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> => {
  if (numbers.length >= length) return numbers
  const wider = new Uint32Array(Math.max(length, 2 * numbers.length))
  wider.set(numbers)
  return wider
}
