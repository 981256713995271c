/** The decision of a merge about one record: pure, from the two sides alone. */
import type { ArticleSource } from './article.ts'
import { byCodeUnit, canonicalText } from './canonical.ts'
import type { Entry } from './convert.ts'
import type { RecordKind, Tombstone } from './records.ts'
import { compareVersions, joinVersions } from './version-vector.ts'

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

/** What to do with an incoming record or tombstone, both sides in exchange form (`toExchange`). */
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

/** The kind of record a side is or was. */
export const kindOf = (side: Side): RecordKind => (side.kind === 'tombstone' ? side.record.kind : side.kind)

/** Everything that makes two sides differ: not who wrote them when, nor which file they were read from. */
const contentOf = ({ kind, record }: Side): string => {
  const { version: _version, modifiedAt: _modifiedAt, modifiedBy: _modifiedBy, ...rest } = record
  const {
    createdAt: _createdAt,
    createdBy: _createdBy,
    source: _source,
    ...content
  } = {
    createdAt: undefined,
    createdBy: undefined,
    source: undefined,
    ...rest,
  }
  return canonicalText({ kind, content })
}

/**
 * Two sides of equal content as one that has seen both. What survives of each is a minimum or maximum, so that the order
 * in which sides are joined does not matter: the earliest creation, the latest change, the least source.
 */
const join = (a: Side, b: Side): Side => {
  const version = joinVersions(a.record.version, b.record.version)
  const { modifiedAt, modifiedBy } = isBefore(modification(a), modification(b)) ? b.record : a.record
  const joined = withMembers(a, { version, modifiedAt, modifiedBy })
  if (joined.kind === 'tombstone' || b.kind === 'tombstone') return joined
  const { createdAt, createdBy } = isBefore(creation(joined), creation(b)) ? joined.record : b.record
  const created = withMembers(joined, { createdAt, createdBy })
  if (created.kind !== 'article' || b.kind !== 'article') return created
  const source = leastSource(created.record.source, b.record.source)
  return source ? withMembers(created, { source }) : created
}

const withMembers = <S extends Side>(side: S, members: Partial<S['record']>): S => ({
  ...side,
  record: { ...side.record, ...members },
})

const modification = ({ record }: Side) => [record.modifiedAt, record.modifiedBy] as const
const creation = ({ record }: Entry) => [record.createdAt, record.createdBy] as const

const isBefore = (a: readonly [string, string], b: readonly [string, string]): boolean =>
  (byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1])) < 0

const leastSource = (a: ArticleSource | undefined, b: ArticleSource | undefined): ArticleSource | undefined => {
  if (!a || !b) return a ?? b
  return byCodeUnit(canonicalText(a), canonicalText(b)) <= 0 ? a : b
}
