/** Records that were changed in two places: listed with their versions, and decided. */
import { byCodeUnit, canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { pointerStep } from '../core/json-pointer.ts'
import { kindOf, type Side } from '../core/merge.ts'
import type { IndexedText } from '../core/offsets.ts'
import { findIndexedText } from '../store/articles.ts'
import { listLosers, versionId } from '../store/conflicts.ts'
import { act } from '../store/history.ts'
import { exchanged, internal } from '../store/placing.ts'
import { findSide } from '../store/records.ts'
import { sees } from '../store/sight.ts'
import type { Db } from '../store/sql.ts'
import { type Content, decideOn, put, remove, type Session, type Tx } from '../store/write.ts'
import { removeWithLinks } from './annotate.ts'
import type { Announce } from './announce.ts'
import { removeWhole } from './articles.ts'
import { sightIn } from './blind.ts'
import { freeKey } from './codebook.ts'
import type { Conflict, ConflictChoice, ConflictFilter, ConflictVersion } from './contract-conflicts.ts'
import { nameParams } from './merging.ts'

export const conflicts = (session: Session, filter: ConflictFilter = {}): Conflict[] => {
  const sight = sightIn(session)
  return allConflicts(session.project.db).filter(
    ({ kind, articleId, versions }) =>
      (filter.kind === undefined || kind === filter.kind) &&
      (filter.articleId === undefined || articleId === filter.articleId) &&
      versions.every(({ side }) => side.kind !== 'annotation' || sees(sight, side.record)),
  )
}

export const decideConflict = (session: Session, announce: Announce, id: string, choice: ConflictChoice): void => {
  const conflict = allConflicts(session.project.db).find((each) => each.id === id)
  if (!conflict) throw new Failure('not-found', { kind: 'conflict', id })
  const { kind, versions, articleId } = conflict
  const chosen = choice === 'both' ? versions : versions.filter((version) => version.id === choice)
  const [kept, ...others] = chosen
  if (!kept && choice !== 'neither') throw new Failure('not-found', { kind: 'conflict', id: choice })
  if (others.length > 0) checkBoth(versions)
  const removes = !kept || kept.deleted
  if (removes && kind === 'annotator') throw new Failure('bad-request', { reason: 'annotator' })
  const step = {
    action: 'conflict.decide',
    params: { kind, ...nameOf(versions) },
    ...(articleId !== undefined && { articleId }),
  }
  announce(
    act(session, step, (tx) => {
      if (removes) return removeAll(tx, conflict)
      decideOn(tx, kind, contentOf(kept))
      for (const other of others) putApart(tx, other)
    }),
  )
}

const allConflicts = (db: Db): Conflict[] => {
  const losers = new Map<string, Side[]>()
  for (const side of listLosers(db)) losers.set(side.record.id, [...(losers.get(side.record.id) ?? []), side])
  // Many may stand in one article, and its text is long.
  const indexes = new Map<string, IndexedText | undefined>()
  const indexOf = (articleId: string) => {
    if (!indexes.has(articleId)) indexes.set(articleId, findIndexedText(db, articleId))
    return indexes.get(articleId)
  }
  return [...losers.entries()].flatMap(([id, sides]) => {
    const [first] = sides
    const shown = first && findSide(db, kindOf(first), id)
    return shown ? [conflictOf(indexOf, shown, sides)] : []
  })
}

type IndexOf = (articleId: string) => IndexedText | undefined

const conflictOf = (indexOf: IndexOf, shown: Side, losers: Side[]): Conflict => {
  const { id } = shown.record
  const articleId = articleOf([shown, ...losers])
  const index = shown.kind === 'annotation' && articleId !== undefined ? indexOf(articleId) : undefined
  const versions = [
    versionOf(versionId(exchanged(shown, index)), shown, true),
    ...losers.map((side) => versionOf(versionId(side), internal(side, index), false)),
  ]
  return {
    id,
    kind: kindOf(shown),
    ...(articleId !== undefined && { articleId }),
    versions,
    differing: differing(versions.filter(({ deleted }) => !deleted).map(({ side }) => side)),
  }
}

const versionOf = (id: string, side: Side, shown: boolean): ConflictVersion => ({
  id,
  shown,
  deleted: side.kind === 'tombstone',
  at: side.record.modifiedAt,
  by: side.record.modifiedBy,
  side,
})

const articleOf = (sides: Side[]): string | undefined => {
  for (const { kind, record } of sides) {
    if (kind === 'article') return record.id
    if ('articleId' in record) return record.articleId
  }
  return undefined
}

/** What every version has of its own and nobody decides about. */
const ownMembers: ReadonlySet<string> = new Set(['version', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'])

const differing = (sides: Side[]): string[] => {
  const members = sides.map(({ record }) => {
    const { body, ...rest } = { body: undefined, ...record } as Record<string, unknown>
    const inBody = Object.entries(body ?? {}).map(([name, value]) => [`/body${pointerStep(name)}`, value] as const)
    const outside = Object.entries(rest).filter(([name]) => !ownMembers.has(name))
    return new Map([...outside.map(([name, value]) => [pointerStep(name), value] as const), ...inBody])
  })
  const names = new Set(members.flatMap((each) => [...each.keys()]))
  const isSame = (name: string) => new Set(members.map((each) => canonicalText({ value: each.get(name) }))).size < 2
  return [...names].filter((name) => !isSame(name)).sort(byCodeUnit)
}

const nameOf = (versions: ConflictVersion[]): { title: string } => {
  const live = versions.find(({ deleted }) => !deleted)?.side.record
  if (live && 'target' in live) return { title: live.target.fragments[0]?.quote.slice(0, 60).toWellFormed() ?? '' }
  if (live && 'text' in live) return { title: live.title ?? live.text.slice(0, 60).toWellFormed() }
  if (live && ('name' in live || 'label' in live)) return nameParams(live)
  return { title: '' }
}

/** Kinds of which there may be two that were made of one. */
const manifold: ReadonlySet<string> = new Set(['annotation', 'actor', 'issue', 'code', 'link'])

const checkBoth = (versions: ConflictVersion[]): void => {
  const isPossible = versions.every(({ side }) => manifold.has(side.kind))
  if (!isPossible) throw new Failure('bad-request', { reason: 'only-once' })
}

const contentOf = ({ side }: ConflictVersion): Content<Conflict['kind']> => side.record as Content<Conflict['kind']>

const putApart = (tx: Tx, { side }: ConflictVersion): void => {
  if (side.kind === 'tombstone') return
  const { version: _version, ...content } = side.record
  const apart = { ...content, id: tx.session.newId() }
  const key = side.kind === 'code' ? { key: freeKey(tx.db, side.record.type, side.record.label) } : {}
  put(tx, side.kind, { ...apart, ...key } as Content<Conflict['kind']>)
}

const removeAll = (tx: Tx, { kind, id }: Conflict): void => {
  if (kind === 'annotation') removeWithLinks(tx, id)
  else if (kind === 'article') removeWhole(tx, id)
  else remove(tx, kind, id)
}
