/** Entries of registries and codebook: found, and followed to what they were merged into. */
import { Failure } from '../core/failure.ts'
import type { RecordKind, RecordOf } from '../core/records.ts'
import { findRecord, listRecords } from '../store/records.ts'
import type { Db } from '../store/sql.ts'

/** Kinds whose entries are merged by pointing one at another. */
export type MergedKind = 'actor' | 'issue' | 'code'

export const existingRecord = <K extends RecordKind>(db: Db, kind: K, id: string): RecordOf[K] => {
  const found = findRecord(db, kind, id)
  if (!found) throw new Failure('not-found', { kind, id })
  return found
}

/** The entry that an id stands for now: where entries were merged, the last that is there. */
export const followed = <K extends MergedKind>(db: Db, kind: K, id: string): RecordOf[K] => {
  let entry = existingRecord(db, kind, id)
  const seen = new Set([entry.id])
  while (entry.mergedInto !== undefined && !seen.has(entry.mergedInto)) {
    const next = findRecord(db, kind, entry.mergedInto)
    if (!next) break
    seen.add(next.id)
    entry = next
  }
  return entry
}

/** The entries themselves and all that were merged into them, directly or not. */
export const withMerged = (db: Db, kind: MergedKind, ids: readonly string[]): Set<string> => {
  const all = new Set(ids)
  const entries = listRecords(db, kind)
  for (let size = 0; size < all.size; ) {
    size = all.size
    for (const { id, mergedInto } of entries) if (mergedInto !== undefined && all.has(mergedInto)) all.add(id)
  }
  return all
}
