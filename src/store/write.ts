/**
 * The one way records change: every write is stamped, leaves a tombstone or takes one's place, keeps the counts and stands
 * in the history, all in one transaction.
 */
import { basename } from 'node:path'
import type { Entry } from '../core/convert.ts'
import { Failure } from '../core/failure.ts'
import type { Side } from '../core/merge.ts'
import { type RecordKind, type RecordOf, recordSchemas } from '../core/records.ts'
import type { Stamp } from '../core/schema.ts'
import { bump, bumpBeside, joinAll, joinVersions } from '../core/version-vector.ts'
import { forgetCounts, writeCounts } from './annotation-counts.ts'
import { forgetArticleKeys } from './article-keys.ts'
import { forgetLosers, losersOf } from './conflicts.ts'
import { pack } from './content.ts'
import { asFailure, guarded, isFatal } from './failures.ts'
import { connectToWrite, isInPlace, type Project } from './open.ts'
import { reanchorCorrected, replace, replaceLosers, showWinner } from './placing.ts'
import { type ProjectRow, readProjectRow, writeProjectRow } from './project-row.ts'
import { findRecord, findSide } from './records.ts'
import { countWrite, takeReplica } from './replica.ts'
import type { Db } from './sql.ts'
import { newTouched, type Session, type Touched, type Tx } from './tx.ts'

export type { Session, Touched, Tx } from './tx.ts'
export { manyAnnotations, newTouched } from './tx.ts'

/** What is written: a record without its stamp, or one whose creation is to stay. */
export type Content<K extends RecordKind> = K extends RecordKind
  ? Omit<RecordOf[K], keyof Stamp> & { id: string } & Partial<
        Pick<Stamp, 'createdAt' | 'createdBy' | 'ext' | 'version'>
      >
  : never

/** Keeps what a change goes back to, in the database that is written through. */
export type Remember = (db: Db) => NonNullable<Tx['remember']>

/** Runs a transaction: whole or not at all, refused where the file is no longer ours to write. */
export const transact = <T>(session: Session, work: (tx: Tx) => T, remember?: Remember): Done<T> => {
  assertWritable(session.project)
  const writing = begin(session, session.project.db, remember)
  try {
    return { result: work(writing.tx), touched: writing.commit() }
  } catch (error) {
    throw writing.giveUp(error)
  }
}

/**
 * A transaction that lets others have their turn in between. It writes through a connection of its own: until it is
 * committed everybody else reads what was there before, and whoever wants to write is told 'busy'.
 */
export const transactSlowly = async <T>(
  session: Session,
  work: (tx: Tx) => Promise<T>,
  remember?: Remember,
): Promise<Done<T>> => {
  const { project } = session
  assertWritable(project)
  const db = guarded(project.path, () => connectToWrite(project))
  project.busy = true
  let writing: Writing | undefined
  try {
    writing = begin(session, db, remember)
    const result = await work(writing.tx)
    return { result, touched: writing.commit() }
  } catch (error) {
    throw writing ? writing.giveUp(error) : asFailure(error, project.path)
  } finally {
    db.close()
    project.busy = false
    forgetLosers(project.db)
  }
}

/** Tries out what a transaction would do, and leaves no trace of it. */
export const rehearse = async <T>(session: Session, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transactSlowly(session, async (tx) => {
    throw new Rehearsed(await work(tx))
  }).then(
    () => Promise.reject(new Error('a rehearsal was committed')),
    (error) => (error instanceof Rehearsed ? (error.result as T) : Promise.reject(error)),
  )

type Done<T> = { result: T; touched: Touched }

type Writing = { tx: Tx; commit(): Touched; giveUp(error: unknown): unknown }

/** Carries the result of work that is taken back. */
class Rehearsed extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('rehearsed')
    this.result = result
  }
}

const begin = (session: Session, db: Db, remember: Remember | undefined): Writing => {
  const { project } = session
  const touched = newTouched()
  let replica = project.replica
  const giveUp = (error: unknown): unknown => {
    if (db.inTransaction) db.exec('ROLLBACK')
    forgetCounts(db)
    forgetArticleKeys(db)
    forgetLosers(db)
    if (!project.replica) replica?.note.close()
    // What of it is on the disk is unknown then: trying again could make it worse.
    if (isFatal(error)) project.failed = true
    return asFailure(error, project.path)
  }
  try {
    db.exec('BEGIN IMMEDIATE')
    const taken = project.replica ?? takeReplica(db, project.path, session.newId)
    replica = taken
    const at = session.now().toISOString()
    const noting = remember && { remember: remember(db) }
    const tx: Tx = { db, session, replicaId: taken.id, at, touched, signed: false, undecided: new Map(), ...noting }
    const commit = () => {
      reanchorCorrected(tx)
      for (const [id, kind] of tx.undecided) showWinner(tx, kind, id)
      writeCounts(db)
      countWrite(db, taken.writes + 1)
      if (!isInPlace(project)) throw new Failure('project-gone', { file: basename(project.path) })
      db.exec('COMMIT')
      taken.writes += 1
      taken.note.raise(taken.writes)
      project.replica = taken
      return touched
    }
    return { tx, commit, giveUp }
  } catch (error) {
    throw giveUp(error)
  }
}

/** Fails with 'busy', 'held', 'read-only', 'file' (the disk failed) or 'project-gone' where no transaction can be written. */
export const assertWritable = (project: Project): void => {
  const { path, access, holder, reason, failed, busy } = project
  const file = basename(path)
  if (busy) throw new Failure('busy')
  if (failed) throw new Failure('file', { file, reason: 'io' })
  if (access === 'read' && holder) throw new Failure('held', holder)
  if (access === 'read') throw new Failure('read-only', { file, reason: reason ?? 'asked' })
  if (!isInPlace(project)) throw new Failure('project-gone', { file })
}

/**
 * Writes a record as ours: over the version that stands, or over the tombstone that is left of it. Losing versions beside it
 * keep waiting for a decision.
 */
export const put = <K extends RecordKind>(tx: Tx, kind: K, content: Content<K>): RecordOf[K] => {
  // May write the very record.
  sign(tx)
  return putOver(tx, kind, content, findSide(tx.db, kind, content.id))
}

/** As `put`, where it is known already what stands under the id: of records other than annotators. */
export const putOver = <K extends RecordKind>(
  tx: Tx,
  kind: K,
  content: Content<K>,
  previous: Side | undefined,
): RecordOf[K] => write(tx, kind, content, previous, losersOf(tx.db, content.id))

/** Writes a record over all its versions: what stood in conflict is decided. */
export const decideOn = <K extends RecordKind>(tx: Tx, kind: K, content: Content<K>): RecordOf[K] => {
  sign(tx)
  const version = joinAll(
    [content, ...losersOf(tx.db, content.id).map(({ record }) => record)].map((v) => v.version ?? {}),
  )
  replaceLosers(tx, kind, content.id, [])
  return write(tx, kind, { ...content, version }, findSide(tx.db, kind, content.id), [])
}

const write = <K extends RecordKind>(
  tx: Tx,
  kind: K,
  content: Content<K>,
  previous: Side | undefined,
  others: readonly Side[],
): RecordOf[K] => {
  const author = sign(tx)
  const before = previous?.kind === kind ? previous.record : undefined
  const seen = joinVersions(previous?.record.version ?? {}, content.version ?? {})
  const standing = others.map(({ record }) => record.version)
  const record = recordSchemas[kind].parse({
    ...content,
    version: bumpBeside(seen, standing, tx.replicaId, tx.session.newId),
    createdAt: content.createdAt ?? before?.createdAt ?? tx.at,
    createdBy: content.createdBy ?? before?.createdBy ?? author,
    modifiedAt: tx.at,
    modifiedBy: author,
  }) as RecordOf[K]
  replace(tx, { kind, record } as Entry, previous)
  if (others.length > 0) tx.undecided.set(record.id, kind)
  return record
}

/** Deletes a record as ours, with all its versions; its tombstone stays. */
export const remove = (tx: Tx, kind: RecordKind, id: string): void => {
  const modifiedBy = sign(tx)
  const previous = findSide(tx.db, kind, id)
  const others = losersOf(tx.db, id)
  if (!previous || (previous.kind === 'tombstone' && others.length === 0)) return
  const version = bump(joinAll([previous, ...others].map(({ record }) => record.version)), tx.replicaId)
  replaceLosers(tx, kind, id, [])
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
