/** Versions of one record that say the same: made apart, joined without asking. */
import type { Annotation } from './annotation.ts'
import type { ArticleSource } from './article.ts'
import { byBytes, byCodeUnit, canonicalText } from './canonical.ts'
import type { Entry } from './convert.ts'
import { mapLooseGroups } from './fragments.ts'
import type { Side } from './merge.ts'
import { joinVersions } from './version-vector.ts'

type AnnotationSide = Side & { kind: 'annotation' }

/**
 * Everything that makes two versions differ: not who wrote them when, nor which file an article was read from, nor where an
 * annotation stands (it is found anew in the text that wins; the words of its cues and condition do count).
 */
export const contentOf = (side: Side): string =>
  canonicalText({
    kind: side.kind,
    content: { ...(side.kind === 'annotation' ? withoutPlaces(side.record) : side.record), ...ignored },
  })

/** Members that are undefined are left out of canonical text. */
const ignored = {
  version: undefined,
  createdAt: undefined,
  createdBy: undefined,
  modifiedAt: undefined,
  modifiedBy: undefined,
  source: undefined,
}

const withoutPlaces = (annotation: Annotation): object => ({
  ...mapLooseGroups(annotation, ({ fragments }) => fragments.map(({ quote }) => ({ start: 0, end: 0, quote }))),
  target: undefined,
  anchor: undefined,
})

/**
 * Two versions of equal content as one that has seen both. What survives of each is a minimum or maximum, so that the order
 * in which versions are joined does not matter: the earliest creation, the latest change, the least source, the better place.
 */
export const join = (a: Side, b: Side): Side => {
  const placed = a.kind === 'annotation' && b.kind === 'annotation' ? betterPlaced(a, b) : a
  const version = joinVersions(a.record.version, b.record.version)
  const { modifiedAt, modifiedBy } = isBefore(modification(a), modification(b)) ? b.record : a.record
  const joined = withMembers(placed, { version, modifiedAt, modifiedBy })
  if (a.kind === 'tombstone' || joined.kind === 'tombstone' || b.kind === 'tombstone') return joined
  const { createdAt, createdBy } = isBefore(creation(a), creation(b)) ? a.record : b.record
  const created = withMembers(joined, { createdAt, createdBy })
  if (created.kind !== 'article' || b.kind !== 'article') return created
  const source = leastSource(created.record.source, b.record.source)
  return source ? withMembers(created, { source }) : created
}

/** Of one annotation placed in two texts the one that is surer of its place; of two that are equally sure the greater bytes. */
export const betterPlaced = (a: AnnotationSide, b: AnnotationSide): AnnotationSide => {
  const order = sureness[b.record.anchor] - sureness[a.record.anchor] || byBytes(placeOf(b), placeOf(a))
  if (order <= 0) return a
  const { target, anchor, body } = b.record
  return { kind: 'annotation', record: { ...a.record, target, anchor, body } as Annotation }
}

const sureness = { exact: 2, reanchored: 1, orphan: 0 } as const

const placeOf = ({ record: { target, body } }: AnnotationSide): string => canonicalText({ target, body })

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
