/** How much of the project stands behind each entry. */
import { listRecords } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { referredBy } from '../store/usage.ts'
import type { Usage } from './contract-model.ts'
import { followed, type MergedKind } from './entries.ts'

/** An annotation counts once for an entry, however often it names it, or one merged into it. */
export const usageOf = (db: Db): Usage => {
  const goals = { actor: goalsOf(db, 'actor'), issue: goalsOf(db, 'issue'), code: goalsOf(db, 'code') }
  const counts: Record<MergedKind, Map<string, number>> = { actor: new Map(), issue: new Map(), code: new Map() }
  /** The last annotation that was counted for an entry: rows come annotation by annotation, codes in a second round. */
  const last = new Map<string, string>()
  for (const { id, kind, ref } of referredBy(db)) {
    const goal = goals[kind].get(ref)
    for (const entry of goal === undefined ? [ref] : [ref, goal]) {
      if (last.get(entry) === id) continue
      last.set(entry, id)
      counts[kind].set(entry, (counts[kind].get(entry) ?? 0) + 1)
    }
  }
  return {
    actors: Object.fromEntries(counts.actor),
    issues: Object.fromEntries(counts.issue),
    codes: Object.fromEntries(counts.code),
  }
}

const goalsOf = (db: Db, kind: MergedKind): Map<string, string> =>
  new Map(
    listRecords(db, kind)
      .filter(({ mergedInto }) => mergedInto !== undefined)
      .map(({ id }) => [id, followed(db, kind, id).id]),
  )
