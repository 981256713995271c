/** What refers to records, and freeing it of records that go. */
import type { Entry } from '../core/convert.ts'
import { detach } from '../core/detach.ts'
import type { RecordKind } from '../core/records.ts'
import { nameOf, type Reference, referencesOf } from '../core/references.ts'
import { type NamingKind, recordsNaming } from '../store/naming.ts'
import { findRecord } from '../store/records.ts'
import { sees } from '../store/sight.ts'
import type { Db } from '../store/sql.ts'
import { type Content, put, remove, type Session, type Tx } from '../store/write.ts'
import { sightIn } from './blind.ts'
import { isEqual } from './changes.ts'
import type { DependedKind, Dependents, Mention, MentionedKind, Role } from './contract-model.ts'
import { existingRecord, withMerged } from './entries.ts'

const listed = 1000

export const dependents = (session: Session, kind: DependedKind, ids: string[]): Dependents => {
  const { db } = session.project
  const result: Dependents = { counts: {}, annotations: 0, others: 0, articleIds: [], list: [] }
  const articleIds = new Set<string>()
  for (const { entry, references } of referring(db, kind, namesOf(db, kind, ids))) {
    const articleId = articleOf(entry)
    if (articleId !== undefined) articleIds.add(articleId)
    if (entry.kind === 'annotation') {
      result.annotations += 1
      if (entry.record.annotatorId !== session.me?.id) result.others += 1
    }
    for (const [role, to] of references) {
      result.counts[role] = (result.counts[role] ?? 0) + 1
      const { id } = entry.record
      if (result.list.length < listed)
        result.list.push({ kind: entry.kind, id, to, role, ...(articleId !== undefined && { articleId }) })
    }
  }
  return { ...result, articleIds: [...articleIds] }
}

export const mentions = (session: Session, kind: MentionedKind, entryId: string): Mention[] => {
  const { db } = session.project
  existingRecord(db, kind, entryId)
  const sight = sightIn(session)
  const names = new Map([...withMerged(db, kind, [entryId])].map((id) => [id, id]))
  return [...referring(db, kind, names, ['annotation'])].flatMap(({ entry, references }) => {
    if (entry.kind !== 'annotation' || !sees(sight, entry.record)) return []
    const { id, articleId, type, target } = entry.record
    const quote = target.fragments.map((fragment) => fragment.quote).join(' … ')
    const start = target.fragments[0]?.start ?? 0
    return references.map(([role, to]) => ({ articleId, annotationId: id, type, role, to, quote, start }))
  })
}

/** Takes references to records that go away, except from what others have annotated. */
export const detachAll = (tx: Tx, kind: DependedKind, ids: string[]): void => {
  const names = namesOf(tx.db, kind, ids)
  const gone = { kind, names: new Set(names.keys()), parentOf: (id: string) => parentOf(tx.db, kind, id) }
  const going = new Set(ids)
  for (const { entry } of [...referring(tx.db, kind, names)]) {
    if (entry.kind === kind && going.has(entry.record.id)) continue
    if (entry.kind === 'annotation' && entry.record.annotatorId !== tx.session.me?.id) continue
    const left = detach(entry, gone)
    // Decisions and what an annotation is based on stay on record.
    if (left && isEqual(left.record, entry.record)) continue
    if (left) put(tx, left.kind, left.record as Content<RecordKind>)
    else remove(tx, entry.kind, entry.record.id)
  }
}

type Referring = { entry: Entry; references: [role: Role, to: string][] }

const referringKinds: Record<DependedKind, NamingKind[]> = {
  actor: ['annotation', 'link', 'actor', 'article'],
  issue: ['annotation', 'issue'],
  code: ['annotation', 'code'],
  attribute: ['annotation'],
  linkType: ['link'],
  annotation: ['annotation', 'link', 'adjudication'],
}

/** `names` are what references say, with the ids they mean. */
function* referring(
  db: Db,
  kind: DependedKind,
  names: ReadonlyMap<string, string>,
  kinds = referringKinds[kind],
): Generator<Referring> {
  const words = [...names.keys()].map((name) => (kind === 'attribute' ? name.slice(name.indexOf(':') + 1) : name))
  const searched = words.map((word) => JSON.stringify(word).slice(1, -1))
  for (const entry of recordsNaming(db, kinds, searched)) {
    const references = referencesOf(entry).flatMap((reference): [Role, string][] => {
      const to = reference.kind === kind ? names.get(reference.id) : undefined
      return to === undefined ? [] : [[roleOf(reference), to]]
    })
    if (references.length > 0) yield { entry, references }
  }
}

const namesOf = (db: Db, kind: DependedKind, ids: string[]): Map<string, string> =>
  new Map(
    ids.map((id) => {
      const record = existingRecord(db, kind, id)
      return [nameOf({ kind, record } as Entry), id]
    }),
  )

const roleOf = ({ kind, where }: Reference): Role => {
  const found = roleByPlace.find(([place]) => place.test(where))
  if (!found) throw new Error(`a reference to ${kind} at ${where} has no role`)
  return found[1]
}

const roleByPlace: readonly [RegExp, Role][] = [
  [/^\/body\/actorId/, 'mention'],
  [/^\/body\/holders/, 'holder'],
  [/\/sources\//, 'source'],
  [/\/addressees\//, 'addressee'],
  [/^\/body\/toward/, 'toward'],
  [/^\/body\/issueI/, 'issue'],
  [/^\/body\/evidenceFor/, 'evidence'],
  [/^\/basedOn/, 'basis'],
  [/^\/codes/, 'code'],
  [/^\/attributes/, 'attribute'],
  [/^\/(from|to|type)/, 'link'],
  [/^\/memberOf/, 'member'],
  [/outlet\/actorId$/, 'outlet'],
  [/^\/parent/, 'parent'],
  [/^\/mergedInto/, 'merged'],
  [/^\/(inputs|output)/, 'adjudication'],
]

const articleOf = (entry: Entry): string | undefined => {
  if (entry.kind === 'article') return entry.record.id
  return 'articleId' in entry.record ? entry.record.articleId : undefined
}

const parentOf = (db: Db, kind: DependedKind, id: string): string | undefined =>
  kind === 'issue' || kind === 'code' ? findRecord(db, kind, id)?.parent : undefined
