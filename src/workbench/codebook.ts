/** Codes, attributes and link types. */
import type { Attribute, Code, LinkType } from '../core/codebook.ts'
import { Failure } from '../core/failure.ts'
import { attributeId, linkTypeId } from '../core/ids.ts'
import { keyFrom } from '../core/labels.ts'
import type { AnnotationType, Label } from '../core/schema.ts'
import { act } from '../store/history.ts'
import { findRecord, listRecords } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { put, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual, withChange } from './changes.ts'
import type {
  AttributeChange,
  AttributeDraft,
  Codebook,
  CodeChange,
  CodeDraft,
  LinkTypeChange,
  LinkTypeDraft,
} from './contract-model.ts'
import { existingRecord, followed } from './entries.ts'
import { nameParams } from './merging.ts'

export const codebookOf = (db: Db): Codebook => ({
  codes: listRecords(db, 'code'),
  attributes: listRecords(db, 'attribute'),
  linkTypes: listRecords(db, 'linkType'),
})

export const addCode = (session: Session, announce: Announce, draft: CodeDraft): Code => {
  const { db } = session.project
  const { id = session.newId(), type, label } = draft
  const taken = findRecord(db, 'code', id)
  if (taken && taken.type === type && isEqual(taken.label, label)) return taken
  if (taken) throw new Failure('bad-request', { reason: 'id-taken' })
  const key = draft.key ?? freeKey(db, type, label)
  checkKey(db, type, key)
  const parent = draft.parent === undefined ? undefined : parentFor(db, type, draft.parent)
  return announce(
    act(session, { action: 'code.add', params: nameParams(draft) }, (tx) =>
      put(tx, 'code', compact({ ...draft, id, key, parent, examples: draft.examples ?? [] })),
    ),
  )
}

export const updateCode = (session: Session, announce: Announce, id: string, change: CodeChange): Code => {
  const { db } = session.project
  const found = existingRecord(db, 'code', id)
  const changed = withChange(found, change)
  if (changed.key !== found.key) checkKey(db, found.type, changed.key)
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'code.update', params: nameParams(changed) }, (tx) => put(tx, 'code', changed)),
  )
}

export const addAttribute = (session: Session, announce: Announce, draft: AttributeDraft): Attribute => {
  const { db } = session.project
  const { type, key, values = [], required = false } = draft
  const id = attributeId(type, key)
  const content = { ...draft, id, values: checkedValues(draft.valueType, values), required }
  const taken = findRecord(db, 'attribute', id)
  if (taken && isEqual(withChange(taken, content), taken)) return taken
  if (taken) throw new Failure('bad-request', { reason: 'key-taken' })
  return announce(
    act(session, { action: 'attribute.add', params: nameParams(draft) }, (tx) => put(tx, 'attribute', content)),
  )
}

export const updateAttribute = (
  session: Session,
  announce: Announce,
  id: string,
  change: AttributeChange,
): Attribute => {
  const found = existingRecord(session.project.db, 'attribute', id)
  const changed = withChange(found, change)
  changed.values = checkedValues(changed.valueType, changed.values)
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'attribute.update', params: nameParams(changed) }, (tx) => put(tx, 'attribute', changed)),
  )
}

export const addLinkType = (session: Session, announce: Announce, draft: LinkTypeDraft): LinkType => {
  const { db } = session.project
  const id = linkTypeId(draft.key)
  const content = { ...draft, id, from: sorted(draft.from), to: sorted(draft.to), symmetric: draft.symmetric ?? false }
  const taken = findRecord(db, 'linkType', id)
  if (taken && isEqual(withChange(taken, content), taken)) return taken
  if (taken) throw new Failure('bad-request', { reason: 'key-taken' })
  return announce(
    act(session, { action: 'linkType.add', params: nameParams(draft) }, (tx) => put(tx, 'linkType', content)),
  )
}

export const updateLinkType = (session: Session, announce: Announce, id: string, change: LinkTypeChange): LinkType => {
  const found = existingRecord(session.project.db, 'linkType', id)
  const changed = withChange(found, change)
  Object.assign(changed, { from: sorted(changed.from), to: sorted(changed.to) })
  if (isEqual(changed, found)) return found
  return announce(
    act(session, { action: 'linkType.update', params: nameParams(changed) }, (tx) => put(tx, 'linkType', changed)),
  )
}

const checkKey = (db: Db, type: AnnotationType, key: string): void => {
  if (hasKey(db, type, key)) throw new Failure('bad-request', { reason: 'key-taken' })
}

const hasKey = (db: Db, type: AnnotationType, key: string): boolean =>
  listRecords(db, 'code').some((code) => code.type === type && code.key === key)

/** From a label; numbered where it is taken. */
export const freeKey = (db: Db, type: AnnotationType, label: Label): string => {
  const base = keyFrom(label) || 'code'
  let key = base
  for (let n = 2; hasKey(db, type, key); n++) key = `${base}-${n}`
  return key
}

const parentFor = (db: Db, type: AnnotationType, id: string): string => {
  const parent = followed(db, 'code', id)
  if (parent.type !== type) throw new Failure('bad-request', { reason: 'wrong-type' })
  return parent.id
}

/** Choices are an enum's alone, each with a key of its own. */
const checkedValues = (valueType: Attribute['valueType'], values: Attribute['values']): Attribute['values'] => {
  if (new Set(values.map(({ key }) => key)).size < values.length)
    throw new Failure('bad-request', { reason: 'key-taken' })
  return valueType === 'enum' ? values : []
}

const sorted = <T extends string>(list: readonly T[]): T[] => [...list].sort()
