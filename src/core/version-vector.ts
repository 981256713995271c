/** Version vectors: how many writes of each replica a record has seen. */
import type { VersionVector } from './schema.ts'

export type VersionOrder = 'equal' | 'dominates' | 'dominated' | 'concurrent'

/** The vector after one more write by a replica; without a vector, after its first. */
export const bump = (version: VersionVector | undefined, replicaId: string): VersionVector => ({
  ...version,
  [replicaId]: (version?.[replicaId] ?? 0) + 1,
})

/** How `a` stands to `b`: it dominates where it has seen everything `b` has and more. */
export const compareVersions = (a: VersionVector, b: VersionVector): VersionOrder => {
  const more = exceeds(a, b)
  const less = exceeds(b, a)
  if (more) return less ? 'concurrent' : 'dominates'
  return less ? 'dominated' : 'equal'
}

/** The least vector that has seen everything both have. */
export const joinVersions = (a: VersionVector, b: VersionVector): VersionVector => {
  const joined = { ...a }
  for (const [replica, counter] of Object.entries(b)) joined[replica] = Math.max(joined[replica] ?? 0, counter)
  return joined
}

/** The least vector that has seen everything all have. */
export const joinAll = (versions: readonly VersionVector[]): VersionVector =>
  versions.reduce((joined, version) => joinVersions(joined, version), {})

/**
 * The vector after a write over `base` that leaves other versions standing. A replica's writes to a record follow one on the
 * other; where its last one is among the others, the new one is counted under an id of its own instead.
 */
export const bumpBeside = (
  base: VersionVector,
  others: readonly VersionVector[],
  replicaId: string,
  newId: () => string,
): VersionVector => {
  const own = base[replicaId] ?? 0
  return bump(base, others.some((other) => (other[replicaId] ?? 0) > own) ? newId() : replicaId)
}

/** The number of writes seen from all replicas. */
export const totalOf = (version: VersionVector): number =>
  Object.values(version).reduce((total, counter) => total + counter, 0)

const exceeds = (a: VersionVector, b: VersionVector): boolean =>
  Object.entries(a).some(([replica, counter]) => counter > (b[replica] ?? 0))
