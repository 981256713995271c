/** Where an entry stands: what it was merged into, and what that is a part of. */

type Entry = { id: string; parent?: string | undefined; mergedInto?: string | undefined }

/** The entry that an id stands for and those above it, nearest first; one that is not here stands for itself, a circle is gone through once. */
export type LineOf = (id: string) => readonly string[]

export const linesIn = (entries: readonly Entry[]): LineOf => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const known = new Map<string, readonly string[]>()
  return (id) => {
    const line = known.get(id) ?? lineOf(byId, id)
    known.set(id, line)
    return line
  }
}

const lineOf = (entries: ReadonlyMap<string, Entry>, id: string): string[] => {
  const line: string[] = []
  for (let at: string | undefined = id; at !== undefined; ) {
    const goal: string = goalOf(entries, at)
    if (line.includes(goal)) break
    line.push(goal)
    at = entries.get(goal)?.parent
  }
  return line
}

const goalOf = (entries: ReadonlyMap<string, Entry>, id: string): string => {
  const seen = new Set<string>()
  let at = id
  for (
    let next = entries.get(at)?.mergedInto;
    next !== undefined && !seen.has(at);
    next = entries.get(at)?.mergedInto
  ) {
    seen.add(at)
    if (!entries.has(next)) break
    at = next
  }
  return at
}
