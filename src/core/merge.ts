/** What a merge makes of the versions of one record: pure, from the versions alone. */
import { byBytes, byCodeUnit, canonicalText } from './canonical.ts'
import type { Entry } from './convert.ts'
import type { RecordKind, Tombstone } from './records.ts'
import { betterPlaced, contentOf, join } from './twins.ts'
import { compareVersions, totalOf } from './version-vector.ts'

/** A record, or the tombstone that is left of one. */
export type Side = Entry | { kind: 'tombstone'; record: Tombstone }

export type Decision =
  /** Nothing here yet: take the incoming side. */
  | { outcome: 'new' }
  /** The incoming side has seen everything ours has: take it. */
  | { outcome: 'newer' }
  | { outcome: 'older' }
  | { outcome: 'equal' }
  /** Written on both sides with the same content: keep `side`, which has seen both. */
  | { outcome: 'joined'; side: Side }
  /** Written on both sides with different content. */
  | { outcome: 'concurrent' }

/** How an incoming record or tombstone stands to ours, both in exchange form (`toExchange`). */
export const decide = (local: Side | undefined, incoming: Side): Decision => {
  if (!local) return { outcome: 'new' }
  switch (compareVersions(incoming.record.version, local.record.version)) {
    case 'equal':
      return { outcome: 'equal' }
    case 'dominates':
      return { outcome: 'newer' }
    case 'dominated':
      return { outcome: 'older' }
    case 'concurrent':
      return contentOf(local) === contentOf(incoming)
        ? { outcome: 'joined', side: join(local, incoming) }
        : { outcome: 'concurrent' }
  }
}

/**
 * What stands of one record after its versions came together, all in exchange form: those that no other has seen, the ones
 * of equal content joined. The first is the one to show, the others wait for a decision. The order they are given in does
 * not matter, except that of equal vectors with different content (which no sound program writes) the first stays.
 */
export const standing = (versions: readonly Side[]): Side[] => {
  const latest = withoutSeen(distinct(versions))
  if (latest.length < 2) return latest
  const byContent = new Map<string, Side>()
  for (const side of latest.toSorted(winnerFirst)) {
    const content = contentOf(side)
    const twin = byContent.get(content)
    byContent.set(content, twin ? join(twin, side) : side)
  }
  // What was joined may have seen more than either.
  return withoutSeen([...byContent.values()]).sort(winnerFirst)
}

/** The kind of record a side is or was. */
export const kindOf = (side: Side): RecordKind => (side.kind === 'tombstone' ? side.record.kind : side.kind)

/** One of each version. */
const distinct = (versions: readonly Side[]): Side[] => {
  const kept: Side[] = []
  for (const side of versions) {
    const at = kept.findIndex(({ record }) => compareVersions(record.version, side.record.version) === 'equal')
    const same = kept[at]
    if (!same) kept.push(side)
    else kept[at] = asOne(same, side)
  }
  return kept
}

/**
 * One version that came on two ways: of an annotation placed differently in two texts the better place; where twins were
 * joined on one way and replaced on the other, what joining keeps of both.
 */
const asOne = (a: Side, b: Side): Side => {
  const placed = a.kind === 'annotation' && b.kind === 'annotation' ? betterPlaced(a, b) : a
  if (isStampedAlike(a, b) || contentOf(a) !== contentOf(b)) return placed
  const joined = join(placed, b)
  return isStampedAlike(joined, placed) ? placed : joined
}

const isStampedAlike = (a: Side, b: Side): boolean => stampOf(a) === stampOf(b)

const stampOf = ({ kind, record }: Side): string =>
  [...(kind === 'tombstone' ? [] : [record.createdAt, record.createdBy]), record.modifiedAt, record.modifiedBy].join()

const withoutSeen = (versions: Side[]): Side[] =>
  versions.length < 2
    ? versions
    : versions.filter((side) =>
        versions.every((other) => compareVersions(other.record.version, side.record.version) !== 'dominates'),
      )

/** Live before deleted, then the greatest total of counters, the latest change, the greatest canonical bytes. */
const winnerFirst = (a: Side, b: Side): number =>
  Number(a.kind === 'tombstone') - Number(b.kind === 'tombstone') ||
  totalOf(b.record.version) - totalOf(a.record.version) ||
  byCodeUnit(b.record.modifiedAt, a.record.modifiedAt) ||
  byBytes(canonicalText(b.record), canonicalText(a.record))
