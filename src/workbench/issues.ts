/** The issue registry: a tree. */
import { Failure } from '../core/failure.ts'
import type { Issue } from '../core/registries.ts'
import { act } from '../store/history.ts'
import { findRecord } from '../store/records.ts'
import { put, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual, withChange } from './changes.ts'
import type { IssueChange, IssueDraft } from './contract-model.ts'
import { existingRecord, followed } from './entries.ts'
import { nameParams } from './merging.ts'

export const addIssue = (session: Session, announce: Announce, draft: IssueDraft): Issue => {
  const { db } = session.project
  const { id = session.newId() } = draft
  const taken = findRecord(db, 'issue', id)
  if (taken?.name === draft.name) return taken
  if (taken) throw new Failure('bad-request', { reason: 'id-taken' })
  const parent = draft.parent === undefined ? undefined : followed(db, 'issue', draft.parent).id
  return announce(
    act(session, { action: 'issue.add', params: nameParams(draft) }, (tx) =>
      put(tx, 'issue', compact({ ...draft, id, parent })),
    ),
  )
}

export const updateIssue = (session: Session, announce: Announce, id: string, change: IssueChange): Issue => {
  const found = existingRecord(session.project.db, 'issue', id)
  const changed = withChange(found, change)
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'issue.update', params: nameParams(changed) }, (tx) => put(tx, 'issue', changed)),
  )
}
