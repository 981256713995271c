/** Entries of the registries as drafts make them. */
import { Failure } from '../core/failure.ts'
import type { RecordOf } from '../core/records.ts'
import type { Actor } from '../core/registries.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { put, type Tx } from '../store/write.ts'
import { compact } from './changes.ts'
import type { ActorDraft, IssueDraft, NewEntries } from './contract-model.ts'
import { followed } from './entries.ts'

/** The entry that the same draft has made before. Fails with 'bad-request' where its id is another's. */
export const standing = <K extends 'actor' | 'issue'>(
  db: Db,
  kind: K,
  { id, name }: { id: string; name: string },
): RecordOf[K] | undefined => {
  const found = findRecord(db, kind, id)
  if (found && found.name !== name) throw new Failure('bad-request', { reason: 'id-taken' })
  return found
}

/** What a draft amounts to as an entry of the registry. */
export const actorFrom = (db: Db, { id, aliases = [], memberOf = [], ...members }: ActorDraft & { id: string }) =>
  compact({ ...members, id, aliases, memberOf: groupsOf(db, id, memberOf) })

/** What a draft amounts to as an entry of the registry. */
export const issueFrom = (db: Db, draft: IssueDraft & { id: string }) =>
  compact({ ...draft, parent: draft.parent === undefined ? undefined : followed(db, 'issue', draft.parent).id })

/** Adds those entries that are not there yet. */
export const putEntries = (tx: Tx, { actors = [], issues = [] }: NewEntries): void => {
  for (const draft of actors) if (!standing(tx.db, 'actor', draft)) put(tx, 'actor', actorFrom(tx.db, draft))
  for (const draft of issues) if (!standing(tx.db, 'issue', draft)) put(tx, 'issue', issueFrom(tx.db, draft))
}

/** New groups are checked and followed; nobody is a member of themselves. */
export const groupsOf = (db: Db, id: string, groups: readonly string[], before?: Actor): string[] => {
  const followedGroups = groups.map((group) =>
    before?.memberOf.includes(group) ? group : followed(db, 'actor', group).id,
  )
  if (followedGroups.includes(id)) throw new Failure('bad-request', { reason: 'cycle' })
  return [...new Set(followedGroups)].sort()
}
