/** Putting versions in the place of others: rows, losing versions, history and what stands on a changed text move together. */
import { newEffort } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import type { Article } from '../core/article.ts'
import { annotationToExchange, annotationToInternal, toExchange, toInternal } from '../core/convert.ts'
import { kindOf, type Side, standing } from '../core/merge.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import type { RecordKind } from '../core/records.ts'
import { faultsOf, inUtf16, regained, settle } from '../core/settle.ts'
import { bump, joinAll } from '../core/version-vector.ts'
import { listAnnotations } from './annotations.ts'
import { findIndexedText } from './articles.ts'
import { losersIn, losersOf, packLosers, placeLosers } from './conflicts.ts'
import { pack } from './content.ts'
import { findRecord, findSide, placeSide } from './records.ts'
import { manyAnnotations, type Touched, type Tx } from './tx.ts'

/** Puts a side in the place of what stood there. Offsets in UTF-16 code units. */
export const replace = (tx: Tx, next: Side, previous: Side | undefined): void => {
  const kind = kindOf(next)
  // Who made a record stays known: annotators are no part of what is undone.
  if (kind !== 'annotator') {
    tx.remember?.(kind, next.record.id, previous && previous.kind !== 'tombstone' ? pack(previous.record) : null)
  }
  placeSide(tx.db, next, previous)
  if (next.kind === 'article' && previous?.kind === 'article') {
    if (!tx.corrected) reanchorOn(tx, next.record, previous.record)
    else if (!tx.corrected.has(next.record.id)) tx.corrected.set(next.record.id, previous.record)
  }
  for (const side of [previous, next]) if (side) touch(tx.touched, side)
}

/** Puts losing versions, in exchange form, in the place of those a record had. */
export const replaceLosers = (tx: Tx, kind: RecordKind, id: string, losers: readonly Side[]): void => {
  const before = losersOf(tx.db, id)
  if (packLosers(kind, before) === packLosers(kind, losers)) return
  if (kind !== 'annotator') tx.remember?.('conflict', id, packLosers(kind, before))
  placeLosers(tx.db, id, losers)
  tx.touched.project = true
  tx.touched.kinds.add(kind)
}

/** Places the versions of a record as `standing` gives them; `before` is what stands here, the shown one first. */
export const placeVersions = (
  tx: Tx,
  versions: readonly Side[],
  before: readonly Side[],
  shown: Side | undefined,
  index?: IndexedText,
): void => {
  const [winner, ...losers] = versions
  if (!winner) return
  if (winner !== before[0]) replace(tx, internal(winner, index), shown)
  if (before.length > 1 || losers.length > 0) replaceLosers(tx, kindOf(winner), winner.record.id, losers)
}

/** After a write beside losing versions: shows the one of them all that every replica shows. */
export const showWinner = (tx: Tx, kind: RecordKind, id: string): void => {
  const shown = findSide(tx.db, kind, id)
  if (!shown) return
  const index = shown.kind === 'annotation' ? findIndexedText(tx.db, shown.record.articleId) : undefined
  const before = [exchanged(shown, index), ...losersOf(tx.db, id)]
  const winner = standing(before)
  const article = winner[0]?.kind === 'annotation' ? winner[0].record.articleId : undefined
  placeVersions(tx, winner, before, shown, index ?? (article ? findIndexedText(tx.db, article) : undefined))
}

/**
 * Gives a record the losing versions it once had, as new writes: shown and losing ones have seen all that stood, but not
 * each other. Returns those it had.
 */
export const restoreLosers = (tx: Tx, kind: RecordKind, id: string, losers: readonly Side[]): Side[] => {
  const before = losersOf(tx.db, id)
  const shown = findSide(tx.db, kind, id)
  if (!shown || (before.length === 0 && losers.length === 0)) return before
  const seen = joinAll([shown, ...before, ...losers].map(({ record }) => record.version))
  // Twice, so that what is shown stays the greatest.
  const over = bump(bump(seen, tx.replicaId), tx.replicaId)
  replace(tx, withVersion(shown, over), shown)
  const beside = losers.map((side) => withVersion(side, bump(seen, tx.session.newId())))
  replaceLosers(tx, kind, id, beside)
  tx.undecided.set(id, kind)
  return before
}

/** A side as a bundle carries it; `index` is the text of an annotation's article. */
export const exchanged = (side: Side, index: IndexedText | undefined): Side =>
  side.kind === 'tombstone' ? side : toExchange(side, index)

/** The opposite of `exchanged`. */
export const internal = (side: Side, index: IndexedText | undefined): Side => {
  if (side.kind === 'tombstone') return side
  if (side.kind !== 'annotation') return toInternal(side)
  // Without characters of two units every offset stays as it is; the quotes were settled.
  if (!index || index.length === index.text.length) return side
  return { kind: 'annotation', record: annotationToInternal(side.record, index) }
}

/** At the end of a transaction that places annotations itself: what it left is found again on the changed texts. */
export const reanchorCorrected = (tx: Tx): void => {
  for (const previous of tx.corrected?.values() ?? []) {
    const next = findRecord(tx.db, 'article', previous.id)
    if (next) reanchorOn(tx, next, previous)
  }
}

/** A corrected text: what stood on the old one is found again on the new. Versions stay, since all who merge find the same. */
const reanchorOn = (tx: Tx, next: Article, previous: Article): void => {
  if (next.text === previous.text) return
  const [before, after] = [indexText(previous.text), indexText(next.text)]
  const effort = newEffort()
  const placed = (annotation: Annotation): Annotation => {
    const found = regained(settle(annotation, after, effort).annotation, after)
    if (found.anchor !== annotation.anchor) tx.onPlaced?.(found.anchor)
    return found
  }
  for (const record of listAnnotations(tx.db, next.id)) {
    // Undoing and corrections place them beforehand.
    if (record.anchor !== 'orphan' && faultsOf(record, inUtf16(next.text)).length === 0) continue
    const found = annotationToInternal(placed(annotationToExchange(record, before)), after)
    if (pack(found) === pack(record)) continue
    replace(tx, { kind: 'annotation', record: found }, { kind: 'annotation', record })
  }
  for (const [id, losers] of losersIn(tx.db, next.id)) {
    const again = losers.map(
      (side): Side => (side.kind === 'annotation' ? { kind: 'annotation', record: placed(side.record) } : side),
    )
    replaceLosers(tx, 'annotation', id, again)
  }
}

const withVersion = (side: Side, version: Side['record']['version']): Side =>
  ({ ...side, record: { ...side.record, version } }) as Side

const touch = ({ kinds, articleIds, annotationIds }: Touched, side: Side): void => {
  kinds.add(kindOf(side))
  switch (side.kind) {
    case 'article':
      articleIds.add(side.record.id)
      break
    case 'annotation':
      articleIds.add(side.record.articleId)
      if (annotationIds.size < manyAnnotations) annotationIds.add(side.record.id)
      break
    case 'adjudication':
    case 'progress':
      articleIds.add(side.record.articleId)
      break
    default:
  }
}
