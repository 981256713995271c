/** Integrity of a project file, row by row, so that the caller can pause in between. */
import Database from 'better-sqlite3'
import type { Annotation } from '../core/annotation.ts'
import { annotationTypeList } from '../core/annotation-types/index.ts'
import type { Article } from '../core/article.ts'
import { type Finding, type FindingCode, projectFindings } from '../core/finding.ts'
import type { Side } from '../core/merge.ts'
import { codePointLength } from '../core/offsets.ts'
import { type RecordKind, recordSchemas, tombstone } from '../core/records.ts'
import { faultsOf, inUtf16 } from '../core/settle.ts'
import { type ArticleRows, articleOf, articleRows, sumsHold, textHolds } from './articles.ts'
import { schemaText } from './backup.ts'
import { sha256Of, sumOf, unpack } from './content.ts'
import { checkHistory } from './history.ts'
import { currentSchemaText } from './migrate.ts'
import { projectSumHolds } from './project-row.ts'
import { findSide, type PlainKind, plainKinds, plainTables } from './records.ts'
import { danglingReferences } from './references.ts'
import { type Db, sql } from './sql.ts'

/** What was found in one row, or nothing. */
export type Checked = Finding[]

/** Findings after which nothing may be written to the project any more. */
export const isDamage = ({ code }: Finding): boolean => damage.has(code)

/** Every row of the project, one step a row. What SQLite cannot read is a finding too. */
export function* checkRows(db: Db): Generator<Checked> {
  const parts = [
    sqliteItself,
    projectRow,
    ...plainKinds.map((kind) => (db: Db) => plainRows(db, kind)),
    tombstoneRows,
    conflictRows,
    articles,
    originalRows,
    annotationRows,
    annotationCounts,
    checkHistory,
  ]
  for (const part of parts) {
    try {
      yield* part(db)
    } catch (error) {
      // In a damaged file any statement can fail in any way.
      if (!(error instanceof Database.SqliteError)) throw error
      yield [finding('sqlite-damaged', '', error.message)]
    }
  }
}

/** Rows that `checkRows` goes through, for progress. */
export const countRows = (db: Db): number =>
  ['articles', 'annotations', 'links', 'changes', 'originals', ...Object.values(plainTables)]
    .map((table) => sql<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0)
    .reduce((a, b) => a + b, 0)

const damage: ReadonlySet<string> = new Set(projectFindings)

type Row = { id: string; content: string; sum: number }

const finding = (code: FindingCode, where: string, reason?: string): Finding =>
  reason === undefined ? { code, where } : { code, where, params: { reason } }

function* sqliteItself(db: Db): Generator<Checked> {
  const lines = sql<{ integrity_check: string }>(db, 'PRAGMA integrity_check(20)').all()
  yield lines
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => finding('sqlite-damaged', '', row.integrity_check))
  yield schemaText(db) === currentSchemaText() ? [] : [finding('sqlite-damaged', '', 'schema')]
  const keys = sql<{ table: string }>(db, 'PRAGMA foreign_key_check').all()
  yield keys.map((row) => finding('sqlite-damaged', '', `foreign key in ${row.table}`))
}

function* projectRow(db: Db): Generator<Checked> {
  yield projectSumHolds(db) ? [] : [finding('record-damaged', '/project', 'checksum')]
}

function* plainRows(db: Db, kind: PlainKind): Generator<Checked> {
  for (const row of sql<Row>(db, `SELECT id, content, sum FROM ${plainTables[kind]} ORDER BY id`).iterate()) {
    yield checkRecord(db, kind, row.id, parse(row.content), sumOf(row.content) === row.sum)
  }
}

function* tombstoneRows(db: Db): Generator<Checked> {
  for (const row of sql<Row & { kind: string }>(db, 'SELECT * FROM tombstones ORDER BY kind, id').iterate()) {
    const where = `/tombstone/${row.id}`
    const parsed = tombstone.safeParse(parse(row.content))
    if (sumOf(row.content) !== row.sum || !parsed.success) yield [finding('record-damaged', where, 'checksum')]
    else if (parsed.data.id !== row.id || parsed.data.kind !== row.kind)
      yield [finding('record-damaged', where, 'place')]
    else if (findSide(db, parsed.data.kind, row.id)?.kind !== 'tombstone')
      yield [finding('record-damaged', where, 'twice')]
    else yield danglingReferences(db, { kind: 'tombstone', record: parsed.data }, where)
  }
}

function* conflictRows(db: Db): Generator<Checked> {
  for (const row of sql<Row & { kind: string }>(db, 'SELECT * FROM conflicts ORDER BY id').iterate()) {
    const schema = row.kind === 'tombstone' ? tombstone : recordSchemas[row.kind as RecordKind]
    const sound = sumOf(row.kind, row.content) === row.sum && schema?.safeParse(parse(row.content)).success
    yield sound ? [] : [finding('record-damaged', `/conflict/${row.id}`, 'checksum')]
  }
}

function* articles(db: Db): Generator<Checked> {
  for (const rows of articleRows(db)) {
    const where = `/article/${rows.id}`
    if (!textHolds(rows)) yield [finding('text-damaged', where)]
    else if (!sumsHold(rows)) yield [finding('record-damaged', where, 'checksum')]
    else yield checkArticle(db, articleOf(rows), rows, where)
  }
}

const checkArticle = (db: Db, article: Article, { id, textHash, length }: ArticleRows, where: string): Checked => {
  const findings = checkRecord(db, 'article', id, article, length === codePointLength(article.text))
  return article.textRevision === 0 && textHash !== id ? [...findings, finding('text-damaged', where)] : findings
}

function* originalRows(db: Db): Generator<Checked> {
  for (const { digest, bytes } of sql<{ digest: string; bytes: Buffer }>(db, 'SELECT * FROM originals').iterate()) {
    yield sha256Of(bytes) === digest ? [] : [finding('record-damaged', `/original/${digest}`, 'checksum')]
  }
}

type AnnotationRow = Row & { articleKey: number; start: number; end: number; type: string }

function* annotationRows(db: Db): Generator<Checked> {
  yield schemaText(db) === currentSchemaText() ? [] : [finding('sqlite-damaged', '', 'schema')]
  const keys = sql<{ key: number; id: string; text: string | null }>(
    db,
    `SELECT key, id, text FROM articleKeys LEFT JOIN texts ON articleKey = key
     WHERE EXISTS (SELECT 1 FROM annotations AS a WHERE a.articleKey = key) ORDER BY id`,
  )
  for (const { key, id: articleId, text } of keys.iterate()) {
    const rows = sql<AnnotationRow>(
      db,
      'SELECT id, content, sum, start, "end", type FROM annotations WHERE articleKey = ? ORDER BY start',
    )
    for (const row of rows.iterate(key)) {
      const findings = checkRecord(db, 'annotation', row.id, parse(row.content), sumOf(row.content) === row.sum)
      if (findings.some(isDamage)) yield findings
      else yield [...findings, ...checkPlace(unpack<Annotation>(row.content), row, articleId, text)]
    }
  }
}

/** The columns an annotation lies by, and its quotes. */
const checkPlace = (annotation: Annotation, row: AnnotationRow, articleId: string, text: string | null): Checked => {
  const where = `/annotation/${row.id}`
  const { fragments } = annotation.target
  const inPlace =
    annotation.articleId === articleId &&
    annotation.type === row.type &&
    fragments[0]?.start === row.start &&
    fragments.at(-1)?.end === row.end
  if (!inPlace) return [finding('record-damaged', where, 'place')]
  if (text === null) return []
  return faultsOf(annotation, inUtf16(text)).map((fault) => finding(fault.code, where + fault.where))
}

function* annotationCounts(db: Db): Generator<Checked> {
  const columns = annotationTypeList.map((type) => `sum(type = '${type}') AS ${type}`).join(', ')
  const wrong = sql<{ id: string }>(
    db,
    `WITH counted AS (SELECT articleKey, ${columns} FROM annotations GROUP BY articleKey)
     SELECT id FROM articleKeys AS k
     LEFT JOIN counted AS c ON c.articleKey = k.key LEFT JOIN annotationCounts AS n ON n.articleKey = k.key
     WHERE ${annotationTypeList.map((type) => `coalesce(c.${type}, 0) <> coalesce(n.${type}, 0)`).join(' OR ')}`,
  ).all()
  yield wrong.map(({ id }) => finding('record-damaged', `/article/${id}`, 'counts'))
}

const checkRecord = (db: Db, kind: RecordKind, id: string, content: unknown, sums: boolean): Checked => {
  const where = `/${kind}/${id}`
  if (!sums) return [finding('record-damaged', where, 'checksum')]
  const parsed = recordSchemas[kind].safeParse(content)
  if (!parsed.success) return [finding('record-damaged', where, 'schema')]
  if (parsed.data.id !== id) return [finding('record-damaged', where, 'place')]
  return danglingReferences(db, { kind, record: parsed.data } as Side, where)
}

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
