/** The issue registry: a tree. */
import type { Issue } from '../core/registries.ts'
import { act } from '../store/history.ts'
import { put, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { isEqual, withChange } from './changes.ts'
import type { IssueChange, IssueDraft } from './contract-model.ts'
import { issueFrom, standing } from './drafted.ts'
import { existingRecord } from './entries.ts'
import { nameParams } from './merging.ts'

export const addIssue = (session: Session, announce: Announce, draft: IssueDraft): Issue => {
  const { db } = session.project
  const { id = session.newId() } = draft
  const taken = standing(db, 'issue', { ...draft, id })
  if (taken) return taken
  const content = issueFrom(db, { ...draft, id })
  return announce(act(session, { action: 'issue.add', params: nameParams(draft) }, (tx) => put(tx, 'issue', content)))
}

export const updateIssue = (session: Session, announce: Announce, id: string, change: IssueChange): Issue => {
  const found = existingRecord(session.project.db, 'issue', id)
  const changed = withChange(found, change)
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'issue.update', params: nameParams(changed) }, (tx) => put(tx, 'issue', changed)),
  )
}
