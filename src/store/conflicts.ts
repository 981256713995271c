/**
 * Losing versions: records and tombstones in exchange form, placed over the text that stands here. Only `placing.ts` writes
 * them.
 */
import type { Entry } from '../core/convert.ts'
import type { Side } from '../core/merge.ts'
import type { RecordKind } from '../core/records.ts'
import { pack, sha256Of, sumOf, unpack } from './content.ts'
import { type Db, sql } from './sql.ts'

type Row = { id: string; kind: RecordKind | 'tombstone'; content: string }

/** Rows by record: nearly no record has any, and every write asks. Nobody else writes while this connection does. */
const known = new WeakMap<Db, Map<string, string[]>>()

/** The versions of a record that lost and wait for a decision. */
export const losersOf = (db: Db, recordId: string): Side[] =>
  (rowsByRecord(db).get(recordId) ?? []).flatMap((id) => {
    const row = sql<Row>(db, 'SELECT id, kind, content FROM conflicts WHERE id = ?').get(id)
    return row ? [sideOf(row)] : []
  })

/** All losing versions, by kind of the record and its id. */
export const listLosers = (db: Db): Side[] =>
  sql<Row>(db, 'SELECT id, kind, content FROM conflicts ORDER BY kind, recordId, content').all().map(sideOf)

/** Puts losing versions in the place of those a record had. */
export const placeLosers = (db: Db, recordId: string, losers: readonly Side[]): void => {
  const rows = rowsByRecord(db)
  for (const id of rows.get(recordId) ?? []) sql(db, 'DELETE FROM conflicts WHERE id = ?').run(id)
  rows.delete(recordId)
  for (const side of losers) {
    const content = pack(side.record)
    const id = versionId(side)
    sql(db, 'INSERT INTO conflicts (id, kind, content, sum) VALUES (?, ?, ?, ?)').run(
      id,
      side.kind,
      content,
      sumOf(side.kind, content),
    )
    rows.set(recordId, [...(rows.get(recordId) ?? []), id])
  }
}

/** Names one version of one record; of the exchange form. */
export const versionId = (side: Side): string => sha256Of(`${side.kind} ${pack(side.record)}`)

/** After a transaction was given up, or when another connection has written. */
export const forgetLosers = (db: Db): void => {
  known.delete(db)
}

/** The losing versions of annotations of an article, by record. */
export const losersIn = (db: Db, articleId: string): Map<string, Side[]> => {
  const ids = sql<{ recordId: string }>(
    db,
    "SELECT DISTINCT recordId FROM conflicts WHERE kind = 'annotation' AND content ->> 'articleId' = ?",
  ).all(articleId)
  return new Map(ids.map(({ recordId }) => [recordId, losersOf(db, recordId)]))
}

/** A side as `pack` wrote it. */
export const sideOf = ({ kind, content }: Pick<Row, 'kind' | 'content'>): Side =>
  ({ kind, record: unpack(content) }) as Entry

const rowsByRecord = (db: Db): Map<string, string[]> => {
  const found = known.get(db)
  if (found) return found
  const rows = new Map<string, string[]>()
  for (const { id, recordId } of sql<{ id: string; recordId: string }>(
    db,
    'SELECT id, recordId FROM conflicts',
  ).all()) {
    rows.set(recordId, [...(rows.get(recordId) ?? []), id])
  }
  known.set(db, rows)
  return rows
}

/** How losing versions stand in the history. */
export const packLosers = (kind: RecordKind, losers: readonly Side[]): string => pack({ kind, versions: losers })

export const unpackLosers = (content: string): { kind: RecordKind; versions: Side[] } => unpack(content)
