/** The canonical order of every list in a bundle. */
import type { Bundle } from './bundle-schema.ts'
import { conflictingSidesOf, type PlacedSide, placeOfList, sidesOf } from './bundle-sides.ts'
import * as canonical from './canonical.ts'

/** The first list that is not in its order, as a JSON pointer. */
export const firstListOutOfOrder = (bundle: Bundle): string | undefined => {
  for (const [place, inOrder] of outerLists(bundle)) if (!inOrder) return place
  for (const sides of [sidesOf(bundle), conflictingSidesOf(bundle)]) {
    for (const side of sides) for (const [place, inOrder] of innerLists(side)) if (!inOrder) return side.where + place
  }
  return undefined
}

type Checked = readonly [place: string, inOrder: boolean]

const isInOrder = <T>(list: readonly T[] | undefined, order: canonical.Order<T>): boolean =>
  !list || canonical.firstOutOfOrder(list, order) < 0

function* outerLists(bundle: Bundle): Generator<Checked> {
  const { codebook } = bundle
  yield [placeOfList('annotator'), isInOrder(bundle.annotators, canonical.byId)]
  yield [placeOfList('code'), isInOrder(codebook.codes, canonical.byId)]
  yield [placeOfList('attribute'), isInOrder(codebook.attributes, canonical.byId)]
  yield [placeOfList('linkType'), isInOrder(codebook.linkTypes, canonical.byId)]
  yield [placeOfList('actor'), isInOrder(bundle.actors, canonical.byId)]
  yield [placeOfList('issue'), isInOrder(bundle.issues, canonical.byId)]
  yield [placeOfList('article'), isInOrder(bundle.articles, canonical.byId)]
  yield [placeOfList('annotation'), isInOrder(bundle.annotations, canonical.annotationOrder)]
  yield [placeOfList('link'), isInOrder(bundle.links, canonical.byId)]
  yield [placeOfList('adjudication'), isInOrder(bundle.adjudications, canonical.byId)]
  yield [placeOfList('progress'), isInOrder(bundle.progress, canonical.byId)]
  yield ['/tombstones', isInOrder(bundle.tombstones, canonical.tombstoneOrder)]
  yield ['/conflicts', isInOrder(bundle.conflicts, canonical.conflictOrder)]
}

/** The lists inside a record that have an order of their own; all others keep the order they were made in. */
function* innerLists(side: PlacedSide): Generator<Checked> {
  const ids = (place: string, list: readonly string[]): Checked => [place, isInOrder(list, canonical.byCodeUnit)]
  switch (side.kind) {
    case 'actor':
      yield ids('/memberOf', side.record.memberOf)
      break
    case 'linkType':
      yield ids('/from', side.record.from)
      yield ids('/to', side.record.to)
      break
    case 'article':
      yield ['/blocks', isInOrder(side.record.blocks, canonical.blockOrder)]
      yield ['/marks', isInOrder(side.record.marks, canonical.markOrder)]
      break
    case 'annotation':
      yield ids('/codes', side.record.codes)
      yield ids('/basedOn', side.record.basedOn)
      if (side.record.type !== 'claim') break
      yield ids('/body/issueIds', side.record.body.issueIds)
      yield ids('/body/evidenceFor', side.record.body.evidenceFor)
      break
    case 'adjudication':
      yield ids('/inputs', side.record.inputs)
      break
    default:
      break
  }
}
