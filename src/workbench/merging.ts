/** What actors, issues and codes have in common: merged by pointing, parted again, removed, moved in their tree. */
import { Failure } from '../core/failure.ts'
import { labelIn } from '../core/labels.ts'
import type { RecordKind, RecordOf } from '../core/records.ts'
import type { Label } from '../core/schema.ts'
import { treeOrder } from '../core/tree-order.ts'
import { act } from '../store/history.ts'
import { findRecord, listRecords } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { type Content, put, remove, type Session, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { Removal, TreePlace } from './contract-model.ts'
import { detachAll } from './dependents.ts'
import { existingRecord, followed, type MergedKind, withMerged } from './entries.ts'

type Named = { name: string } | { label: Label } | { type: string }

/** How a step names an entry. */
export const nameParams = (entry: Named): { title: string } => {
  if ('name' in entry) return { title: entry.name }
  if ('label' in entry) return { title: labelIn(entry.label, 'ru') }
  return { title: '' }
}

/** Chains stay one step long. An entry that is merged into one of its own is freed and takes the others. */
export const mergeEntries = (
  session: Session,
  announce: Announce,
  kind: MergedKind,
  ids: string[],
  into: string,
): void => {
  const { db } = session.project
  const given = [...new Set(ids)].filter((id) => id !== into).map((id) => existingRecord(db, kind, id))
  const group = withMerged(
    db,
    kind,
    given.map(({ id }) => id),
  )
  const final = followed(db, kind, into)
  const goal = group.has(final.id) ? existingRecord(db, kind, into) : final
  group.delete(goal.id)
  checkMerging(db, kind, group, goal)
  const params = { ...nameParams(goal), count: given.length }
  announce(
    act(session, { action: `${kind}.merge`, params }, (tx) => {
      for (const id of group) {
        const record = existingRecord(db, kind, id)
        if (record.mergedInto !== goal.id) rewrite(tx, kind, { ...record, mergedInto: goal.id })
      }
      if (goal.mergedInto !== undefined && goal !== final) rewrite(tx, kind, parted(goal))
    }),
  )
}

export const unmergeEntry = <K extends MergedKind>(
  session: Session,
  announce: Announce,
  kind: K,
  id: string,
): RecordOf[K] => {
  const found = existingRecord(session.project.db, kind, id)
  if (found.mergedInto === undefined) return found
  return announce(
    act(session, { action: `${kind}.unmerge`, params: nameParams(found) }, (tx) => rewrite(tx, kind, parted(found))),
  )
}

export const removeEntries = (
  session: Session,
  announce: Announce,
  kind: MergedKind | 'attribute' | 'linkType',
  ids: string[],
  { detach = false }: Removal = {},
): void => {
  const { db } = session.project
  const found = [...new Set(ids)].map((id) => existingRecord(db, kind, id))
  const [first] = found
  if (!first) return
  const params = { ...nameParams(first), count: found.length }
  announce(
    act(session, { action: `${kind}.remove`, params }, (tx) => {
      const all = found.map(({ id }) => id)
      if (detach) detachAll(tx, kind, all)
      for (const id of all) remove(tx, kind, id)
    }),
  )
}

type TreeKind = 'issue' | 'code'

/** New ranks are given only where there is no room between the neighbours. */
export const moveEntry = (
  session: Session,
  announce: Announce,
  kind: TreeKind,
  id: string,
  { parent, before }: TreePlace,
): void => {
  const { db } = session.project
  const { parent: _old, ...moved } = existingRecord(db, kind, id)
  const type = 'type' in moved ? moved.type : undefined
  if (parent !== null) {
    checkParent(db, kind, id, parent)
    const above = existingRecord(db, kind, parent)
    if ('type' in above && above.type !== type) throw new Failure('bad-request', { reason: 'wrong-type' })
  }
  const siblings = siblingsOf(db, kind, parent ?? undefined, type).filter((sibling) => sibling.id !== id)
  const at = before ? siblings.findIndex((sibling) => sibling.id === before) : siblings.length
  if (at < 0) throw new Failure('not-found', { kind, id: before ?? '' })
  const place = { ...moved, ...(parent !== null && { parent }) }
  const rank = rankBetween(siblings[at - 1], siblings[at], siblings.slice(0, at))
  announce(
    act(session, { action: `${kind}.move`, params: nameParams(moved) }, (tx) => {
      if (rank !== undefined) return rewrite(tx, kind, { ...place, rank })
      for (const [i, sibling] of siblings.toSpliced(at, 0, place).entries()) {
        if (sibling.rank !== (i + 1) * gap || sibling.id === id) rewrite(tx, kind, { ...sibling, rank: (i + 1) * gap })
      }
      return undefined
    }),
  )
}

/** Fails with 'bad-request' where an entry would stand under itself. */
export const checkParent = (db: Db, kind: TreeKind, id: string, parent: string): void => {
  existingRecord(db, kind, parent)
  const seen = new Set<string>()
  for (let up: string | undefined = parent; up !== undefined && !seen.has(up); ) {
    if (up === id) throw new Failure('bad-request', { reason: 'cycle' })
    seen.add(up)
    const entry: RecordOf[TreeKind] | undefined = findRecord(db, kind, up)
    up = entry?.mergedInto ?? entry?.parent
  }
}

/** Room between ranks, so that a move seldom writes more than one record. */
const gap = 1024

const rankBetween = (
  before: RecordOf[TreeKind] | undefined,
  after: RecordOf[TreeKind] | undefined,
  earlier: RecordOf[TreeKind][],
): number | undefined => {
  if (earlier.some(({ rank }) => rank === undefined)) return undefined
  const low = before?.rank ?? 0
  const high = after?.rank ?? low + 2 * gap
  const rank = Math.floor((low + high) / 2)
  return rank > low && rank < high ? rank : undefined
}

const siblingsOf = (
  db: Db,
  kind: TreeKind,
  parent: string | undefined,
  type: string | undefined,
): RecordOf[TreeKind][] =>
  (listRecords(db, kind) as RecordOf[TreeKind][])
    .filter((entry) => entry.parent === parent && (!('type' in entry) || entry.type === type))
    .sort(treeOrder)

const checkMerging = (db: Db, kind: MergedKind, group: ReadonlySet<string>, goal: RecordOf[MergedKind]): void => {
  if (kind === 'actor') return
  for (const id of group) {
    const entry = existingRecord(db, kind, id)
    if ('type' in entry && 'type' in goal && entry.type !== goal.type)
      throw new Failure('bad-request', { reason: 'wrong-type' })
    if ('parent' in goal && goal.parent !== undefined) checkParent(db, kind, id, goal.parent)
  }
}

const rewrite = <K extends RecordKind>(tx: Tx, kind: K, record: RecordOf[K]): RecordOf[K] =>
  put(tx, kind, record as unknown as Content<K>)

const parted = <T extends { mergedInto?: string | undefined }>({ mergedInto: _merged, ...entry }: T): T => entry as T
