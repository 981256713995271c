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

/** The number of writes seen from all replicas. */
export const totalOf = (version: VersionVector): number =>
  Object.values(version).reduce((total, counter) => total + counter, 0)

const exceeds = (a: VersionVector, b: VersionVector): boolean =>
  Object.entries(a).some(([replica, counter]) => counter > (b[replica] ?? 0))
