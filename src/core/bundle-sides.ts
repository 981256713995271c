/** The records and tombstones of a bundle, one after the other. */
import { type Bundle, listPaths } from './bundle-schema.ts'
import { pointerStep } from './json-pointer.ts'
import type { Side } from './merge.ts'
import type { RecordKind, RecordOf } from './records.ts'

/** A record or tombstone and its place in the file, as a JSON pointer. */
export type PlacedSide = Side & { where: string }

/** All records and tombstones, each kind after those it usually refers to; conflicts are not among them. */
export function* sidesOf(bundle: Bundle): Generator<PlacedSide> {
  yield* placed('annotator', bundle.annotators)
  yield* placed('code', bundle.codebook.codes)
  yield* placed('attribute', bundle.codebook.attributes)
  yield* placed('linkType', bundle.codebook.linkTypes)
  yield* placed('actor', bundle.actors)
  yield* placed('issue', bundle.issues)
  yield* placed('article', bundle.articles)
  yield* placed('annotation', bundle.annotations)
  yield* placed('link', bundle.links)
  yield* placed('adjudication', bundle.adjudications)
  yield* placed('progress', bundle.progress)
  for (const [i, record] of bundle.tombstones.entries()) yield { kind: 'tombstone', record, where: `/tombstones/${i}` }
}

/** The losing sides that stand in `conflicts`. */
export function* conflictingSidesOf(bundle: Bundle): Generator<PlacedSide> {
  for (const [i, conflict] of bundle.conflicts.entries()) yield { ...conflict, where: `/conflicts/${i}/record` }
}

/** Where the list of a kind stands in a bundle. */
export const placeOfList = (kind: RecordKind): string => listPaths[kind].map(pointerStep).join('')

function* placed<K extends RecordKind>(kind: K, records: RecordOf[K][]) {
  const list = placeOfList(kind)
  for (const [i, record] of records.entries()) yield { kind, record, where: `${list}/${i}` }
}
