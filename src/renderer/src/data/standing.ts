/** Entries that were merged into others. */

type Entry = { id: string; mergedInto?: string | undefined }

/** The entry that an id stands for now; one that is not here stands for itself, a circle ends somewhere. */
export const standing = <T extends Entry>(entries: ReadonlyMap<string, T>, id: string): T | undefined => {
  let entry = entries.get(id)
  for (let hops = 0; entry?.mergedInto && hops < 8; hops += 1) entry = entries.get(entry.mergedInto) ?? entry
  return entry
}

export const byId = <T extends { id: string }>(list: readonly T[] = []): Map<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]))
