/**
 * The one way records change: every write is stamped, leaves a tombstone or takes one's place, keeps the counts and stands
 * in the history, all in one transaction.
 */
import { basename } from 'node:path'
import { newEffort } from '../core/anchor.ts'
import type { Article } from '../core/article.ts'
import { annotationToExchange, annotationToInternal, type Entry } from '../core/convert.ts'
import { Failure } from '../core/failure.ts'
import { kindOf, type Side } from '../core/merge.ts'
import { indexText } from '../core/offsets.ts'
import { type Conflict, type RecordKind, type RecordOf, recordSchemas } from '../core/records.ts'
import type { Stamp } from '../core/schema.ts'
import { faultsOf, inUtf16, settle } from '../core/settle.ts'
import { bump, joinVersions } from '../core/version-vector.ts'
import { forgetCounts, writeCounts } from './annotation-counts.ts'
import { listAnnotations } from './annotations.ts'
import { forgetArticleKeys } from './article-keys.ts'
import { pack, sumOf } from './content.ts'
import { asFailure, isFatal } from './failures.ts'
import { isInPlace, type Project } from './open.ts'
import { type ProjectRow, readProjectRow, writeProjectRow } from './project-row.ts'
import { findRecord, findSide, placeSide } from './records.ts'
import { countWrite, takeReplica } from './replica.ts'
import { type Db, sql } from './sql.ts'

/** Who works in an open project, and with which clock. */
export type Session = {
  readonly project: Project
  now(): Date
  newId(): string
  me?: { id: string; name: string }
}

/** Ids of annotations are gathered up to this many. */
export const manyAnnotations = 201

/** What a transaction touched. */
export type Touched = {
  kinds: Set<RecordKind>
  articleIds: Set<string>
  /** No longer all of them when there are `manyAnnotations`. */
  annotationIds: Set<string>
  project: boolean
}

export const newTouched = (): Touched => ({
  kinds: new Set(),
  articleIds: new Set(),
  annotationIds: new Set(),
  project: false,
})

/** A transaction that writes. */
export type Tx = {
  readonly db: Db
  readonly session: Session
  readonly replicaId: string
  /** The time of everything it writes. */
  readonly at: string
  readonly touched: Touched
  /** Keeps what a change goes back to; absent where nothing can be undone (in undoing itself). */
  readonly remember?: (kind: string, recordId: string, content: string | null) => void
  signed: boolean
  /** Set by a transaction that places annotations itself: what it left is found again on changed texts at its end. */
  corrected?: Map<string, Article>
}

/** What is written: a record without its stamp, or one whose creation is to stay. */
export type Content<K extends RecordKind> = K extends RecordKind
  ? Omit<RecordOf[K], keyof Stamp> & { id: string } & Partial<
        Pick<Stamp, 'createdAt' | 'createdBy' | 'ext' | 'version'>
      >
  : never

/** Runs a transaction: whole or not at all, refused where the file is no longer ours to write. */
export const transact = <T>(
  session: Session,
  work: (tx: Tx) => T,
  remember?: Tx['remember'],
): { result: T; touched: Touched } => {
  const { project } = session
  assertWritable(project)
  const file = basename(project.path)
  const { db } = project
  const touched = newTouched()
  let replica = project.replica
  try {
    db.exec('BEGIN IMMEDIATE')
    replica ??= takeReplica(db, project.path, session.newId)
    const at = session.now().toISOString()
    const tx: Tx = { db, session, replicaId: replica.id, at, touched, signed: false, ...(remember && { remember }) }
    const result = work(tx)
    for (const previous of tx.corrected?.values() ?? []) {
      const next = findRecord(db, 'article', previous.id)
      if (next) reanchorOn(tx, next, previous)
    }
    writeCounts(db)
    countWrite(db, replica.writes + 1)
    if (!isInPlace(project)) throw new Failure('project-gone', { file })
    db.exec('COMMIT')
    replica.writes += 1
    replica.note.raise(replica.writes)
    project.replica = replica
    return { result, touched }
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    forgetCounts(db)
    forgetArticleKeys(db)
    if (!project.replica) replica?.note.close()
    // What of it is on the disk is unknown then: trying again could make it worse.
    if (isFatal(error)) project.failed = true
    throw asFailure(error, project.path)
  }
}

/** Fails with 'held', 'read-only', 'file' (the disk failed) or 'project-gone' where no transaction can be written. */
export const assertWritable = (project: Project): void => {
  const { path, access, holder, reason, failed } = project
  const file = basename(path)
  if (failed) throw new Failure('file', { file, reason: 'io' })
  if (access === 'read' && holder) throw new Failure('held', holder)
  if (access === 'read') throw new Failure('read-only', { file, reason: reason ?? 'asked' })
  if (!isInPlace(project)) throw new Failure('project-gone', { file })
}

/** Writes a record as ours: over the version that stands, or over the tombstone that is left of it. */
export const put = <K extends RecordKind>(tx: Tx, kind: K, content: Content<K>): RecordOf[K] => {
  const author = sign(tx)
  const previous = findSide(tx.db, kind, content.id)
  const before = previous?.kind === kind ? previous.record : undefined
  const seen = previous && content.version ? joinVersions(previous.record.version, content.version) : undefined
  const record = recordSchemas[kind].parse({
    ...content,
    version: bump(seen ?? previous?.record.version ?? content.version, tx.replicaId),
    createdAt: content.createdAt ?? before?.createdAt ?? tx.at,
    createdBy: content.createdBy ?? before?.createdBy ?? author,
    modifiedAt: tx.at,
    modifiedBy: author,
  }) as RecordOf[K]
  replace(tx, { kind, record } as Entry, previous)
  return record
}

/** Deletes a record as ours; its tombstone stays. */
export const remove = (tx: Tx, kind: RecordKind, id: string): void => {
  const modifiedBy = sign(tx)
  const previous = findSide(tx.db, kind, id)
  if (!previous || previous.kind === 'tombstone') return
  const version = bump(previous.record.version, tx.replicaId)
  replace(tx, { kind: 'tombstone', record: { kind, id, version, modifiedAt: tx.at, modifiedBy } }, previous)
}

/** Takes a side as it came from elsewhere, with its own version and times, in place of what stood there. */
export const accept = (tx: Tx, side: Side, previous: Side | undefined): void => {
  replace(tx, side, previous)
}

/** Changes what the project says of itself. */
export const putProject = (tx: Tx, row: ProjectRow): void => {
  tx.remember?.('project', 'project', pack(readProjectRow(tx.db)))
  writeProjectRow(tx.db, row)
  tx.touched.project = true
}

/** Adds a losing version to `conflicts`, or takes one away; says whether that changed anything. */
export const putConflict = (tx: Tx, conflict: StoredConflict, present: boolean): boolean => {
  const { id, kind, content } = conflict
  const found = sql(tx.db, 'SELECT 1 FROM conflicts WHERE id = ?').get(id) !== undefined
  if (found === present) return false
  tx.remember?.('conflict', id, pack({ kind, content, present: found }))
  if (present) {
    const sum = sumOf(kind, content)
    sql(tx.db, 'INSERT INTO conflicts (id, kind, content, sum) VALUES (?, ?, ?, ?)').run(id, kind, content, sum)
  } else sql(tx.db, 'DELETE FROM conflicts WHERE id = ?').run(id)
  tx.touched.project = true
  return true
}

/** `content` is canonical JSON in exchange form; `id` is its digest and the kind's. */
export type StoredConflict = { id: string; kind: Conflict['kind']; content: string }

/** Whose work this is; writes the person's own record with their first change. */
export const sign = (tx: Tx): string => {
  const { me } = tx.session
  if (!me) throw new Failure('who-are-you')
  if (tx.signed) return me.id
  tx.signed = true
  const found = findRecord(tx.db, 'annotator', me.id)
  if (found?.name !== me.name) put(tx, 'annotator', { kind: 'person', ...found, ...me })
  return me.id
}

const replace = (tx: Tx, next: Side, previous: Side | undefined): void => {
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

/** A corrected text: what stood on the old one is found again on the new. Versions stay, since all who merge find the same. */
const reanchorOn = (tx: Tx, next: Article, previous: Article): void => {
  if (next.text === previous.text) return
  const [before, after] = [indexText(previous.text), indexText(next.text)]
  const effort = newEffort()
  for (const record of listAnnotations(tx.db, next.id)) {
    // Undoing and corrections place them beforehand.
    if (faultsOf(record, inUtf16(next.text)).length === 0) continue
    const { annotation } = settle(annotationToExchange(record, before), after, effort)
    replace(tx, { kind: 'annotation', record: annotationToInternal(annotation, after) }, { kind: 'annotation', record })
  }
}

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
