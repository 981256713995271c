/**
 * Undo and redo, kept in the file. A change holds what its record goes back to; undoing writes that anew (the version goes
 * up, past the tombstone's too) and puts what was replaced in its place, so that redoing is the same the other way round.
 */
import { Failure } from '../core/failure.ts'
import type { Finding } from '../core/finding.ts'
import { type RecordKind, recordSchemas } from '../core/records.ts'
import { packLosers, unpackLosers } from './conflicts.ts'
import { pack, sumOf, unpack } from './content.ts'
import { restoreLosers } from './placing.ts'
import { type ProjectRow, readProjectRow, writeProjectRow } from './project-row.ts'
import { findRecord } from './records.ts'
import { type Db, sql } from './sql.ts'
import {
  type Content,
  put,
  type Remember,
  remove,
  type Session,
  type Touched,
  type Tx,
  transact,
  transactSlowly,
} from './write.ts'

/** What a step will be called; `params` fill its name. */
export type StepDraft = { action: string; params: Record<string, string | number>; articleId?: string }

/** A step as it stands in the file. */
export type StoredStep = StepDraft & { id: number; at: string; annotationIds: string[] }

/** A step that several transactions add to, one batch each; while it is not finished nothing below it can be undone. */
export type OpenStep = { draft: StepDraft; id?: number; seq: number }

/** Annotations a step names at most. */
const namedAnnotations = 100

/** One user action: one transaction, one step. Where nothing was changed there is no step. */
export const act = <T>(session: Session, draft: StepDraft, work: (tx: Tx) => T): { result: T; touched: Touched } =>
  record(session, { draft, seq: 0 }, 'done', work)

/** As `act`, for work that takes long: others read what was before until it is done. */
export const actSlowly = async <T>(
  session: Session,
  draft: StepDraft,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; touched: Touched }> => {
  const { remember, settle } = noter(session, { draft, seq: 0 }, 'done')
  return settle(await transactSlowly(session, work, remember))
}

/** One batch of a longer action. */
export const actPartly = <T>(session: Session, step: OpenStep, work: (tx: Tx) => T): { result: T; touched: Touched } =>
  record(session, step, 'running', work)

/** Ends a longer action; its params are known by now. */
export const finishStep = (session: Session, { id, draft }: OpenStep): { result: undefined; touched: Touched } =>
  transact(session, ({ db, touched }) => {
    const row = sql<StepRow>(db, 'SELECT * FROM steps WHERE id = ?').get(id ?? null)
    if (!row) return undefined
    const params = pack(draft.params)
    const sum = stepSum({ ...row, params })
    sql(db, "UPDATE steps SET state = 'done', params = ?, sum = ? WHERE id = ?").run(params, sum, row.id)
    touched.project = true
    return undefined
  })

/** Whether there is a step to undo now, and which. */
export const nextUndo = (db: Db): StoredStep | undefined => {
  const row = sql<StepRow>(db, "SELECT * FROM steps WHERE state <> 'undone' ORDER BY id DESC LIMIT 1").get()
  return row?.state === 'done' ? stored(db, row) : undefined
}

export const nextRedo = (db: Db): StoredStep | undefined => {
  const row = sql<StepRow>(db, "SELECT * FROM steps WHERE state = 'undone' ORDER BY id LIMIT 1").get()
  return row && stored(db, row)
}

/** Takes a step back, or makes it again. */
export const swapStep = (session: Session, step: StoredStep, to: 'done' | 'undone'): Touched => {
  const { touched } = transact(session, (tx) => {
    // Annotations come back by their own changes, before or after the text they stand on.
    tx.corrected = new Map()
    const order = to === 'undone' ? 'DESC' : 'ASC'
    const rows = sql<ChangeRow>(tx.db, `SELECT * FROM changes WHERE stepId = ? ORDER BY seq ${order}`).all(step.id)
    for (const row of rows) {
      if (!isSound(row)) throw new Failure('damaged-project', { reason: 'history' })
      const replaced = goTo(tx, row)
      sql(tx.db, 'UPDATE changes SET content = ?, sum = ? WHERE stepId = ? AND seq = ?').run(
        replaced,
        sumOf(row.kind, row.recordId, replaced),
        step.id,
        row.seq,
      )
    }
    sql(tx.db, 'UPDATE steps SET state = ? WHERE id = ?').run(to, step.id)
    tx.touched.project = true
  })
  return touched
}

/** Whether the steps and what they go back to can be read. */
export function* checkHistory(db: Db): Generator<Finding[]> {
  for (const step of sql<StepRow>(db, 'SELECT * FROM steps ORDER BY id').iterate()) {
    yield step.sum === stepSum(step) ? [] : [{ code: 'history-damaged', where: `/step/${step.id}` }]
  }
  for (const row of sql<ChangeRow>(db, 'SELECT * FROM changes ORDER BY stepId, seq').iterate()) {
    yield isSound(row) ? [] : [{ code: 'history-damaged', where: `/step/${row.stepId}` }]
  }
}

type StepText = { action: string; params: string; articleId: string | null; at: string; by: string | null }

type StepRow = StepText & { id: number; state: 'running' | 'done' | 'undone'; sum: number }

type ChangeRow = { stepId: number; seq: number; kind: string; recordId: string; content: string | null; sum: number }

const record = <T>(session: Session, step: OpenStep, state: 'running' | 'done', work: (tx: Tx) => T) => {
  const { remember, settle } = noter(session, step, state)
  return settle(transact(session, work, remember))
}

/** Writes the step with its first change, and each change under it. */
const noter = (session: Session, step: OpenStep, state: 'running' | 'done') => {
  let { id, seq } = step
  const at = session.now().toISOString()
  const remember: Remember = (db) => (kind, recordId, content) => {
    id ??= insertStep(db, step.draft, state, at, session.me?.id)
    sql(db, 'INSERT INTO changes (stepId, seq, kind, recordId, content, sum) VALUES (?, ?, ?, ?, ?, ?)').run(
      id,
      seq++,
      kind,
      recordId,
      content,
      sumOf(kind, recordId, content),
    )
  }
  const settle = <D extends { touched: Touched }>(done: D): D => {
    if (id !== undefined) Object.assign(step, { id, seq })
    done.touched.project ||= id !== undefined
    return done
  }
  return { remember, settle }
}

/** A new step makes what was undone before unreachable. */
const insertStep = (db: Db, draft: StepDraft, state: string, at: string, by: string | undefined): number => {
  sql(db, "DELETE FROM steps WHERE state = 'undone'").run()
  const { action, articleId = null } = draft
  const row: StepText = { action, params: pack(draft.params), articleId, at, by: by ?? null }
  const { lastInsertRowid } = sql(
    db,
    'INSERT INTO steps (action, params, articleId, at, by, state, sum) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(row.action, row.params, row.articleId, row.at, row.by, state, stepSum(row))
  return Number(lastInsertRowid)
}

const stepSum = ({ action, params, articleId, at, by }: StepText): number => sumOf(action, params, articleId, at, by)

const stored = (db: Db, { id, action, params, articleId, at }: StepRow): StoredStep => ({
  id,
  action,
  params: unpack(params),
  at,
  ...(articleId === null ? {} : { articleId }),
  annotationIds: sql<{ recordId: string }>(
    db,
    "SELECT recordId FROM changes WHERE stepId = ? AND kind = 'annotation' LIMIT ?",
  )
    .all(id, namedAnnotations)
    .map((row) => row.recordId),
})

/** Writes what a change holds; returns what stood there before, in the same form. */
const goTo = (tx: Tx, { kind, recordId, content }: ChangeRow): string | null => {
  if (kind === 'project') {
    const replaced = pack(readProjectRow(tx.db))
    writeProjectRow(tx.db, unpack<ProjectRow>(content ?? ''))
    return replaced
  }
  if (kind === 'conflict') {
    const losers = unpackLosers(content ?? '')
    return packLosers(losers.kind, restoreLosers(tx, losers.kind, recordId, losers.versions))
  }
  const before = findRecord(tx.db, asKind(kind), recordId)
  if (content !== null) put(tx, asKind(kind), unpack<Content<RecordKind>>(content))
  else if (before) remove(tx, asKind(kind), recordId)
  return before ? pack(before) : null
}

const isSound = ({ kind, recordId, content, sum }: ChangeRow): boolean => sum === sumOf(kind, recordId, content)

const asKind = (kind: string): RecordKind => {
  if (kind in recordSchemas) return kind as RecordKind
  throw new Failure('damaged-project', { reason: 'history' })
}
