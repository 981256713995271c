/**
 * A project as a bundle: canonical, in pieces, one article at a time. What is stored is already canonical JSON, so that a
 * record goes out as it stands unless its offsets change on the way.
 */
import type { Annotation } from '../core/annotation.ts'
import { canonicalText } from '../core/canonical.ts'
import { annotationToExchange, articleToExchange } from '../core/convert.ts'
import { Failure } from '../core/failure.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import { faultsOf, inUtf16 } from '../core/settle.ts'
import { articleOf, articleRows, findText, sumsHold, textHolds } from './articles.ts'
import { pack, sumOf, unpack } from './content.ts'
import { isIn, type Part } from './part.ts'
import { readProjectRow } from './project-row.ts'
import { type PlainKind, plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'

/** Where the digest goes: the piece before which it stands is yielded as this. */
export const digestPlace = Symbol('digest')

export type Piece = string | typeof digestPlace

/**
 * The pieces of a bundle, in order. Run it inside one read transaction. Fails with 'damaged-project', naming the record,
 * where a checksum or a quote does not hold.
 */
export function* bundlePieces(
  db: Db,
  generator: { name: string; version: string },
  part?: BundlePart,
): Generator<Piece> {
  const { id, title, ext } = readProjectRow(db)
  const ids = part?.ids
  yield '{"actors":'
  yield* plain(db, 'actor', ids)
  yield ',"adjudications":'
  yield* plain(db, 'adjudication', ids)
  yield ',"annotations":'
  yield* list(annotations(db, ids))
  yield ',"annotators":'
  yield* plain(db, 'annotator', ids)
  yield ',"articles":'
  yield* list(articles(db, ids))
  yield ',"codebook":{"attributes":'
  yield* plain(db, 'attribute', ids)
  yield ',"codes":'
  yield* plain(db, 'code', ids)
  yield ',"linkTypes":'
  yield* plain(db, 'linkType', ids)
  yield '},"conflicts":'
  yield* list(conflicts(db, ids))
  yield digestPlace
  if (ext) yield `,"ext":${canonicalText(ext)}`
  yield `,"format":"actant-bundle","formatVersion":"1.0","generator":${canonicalText(generator)},"issues":`
  yield* plain(db, 'issue', ids)
  yield ',"links":'
  yield* plain(db, 'link', ids)
  yield ',"offsetUnit":"codepoint","progress":'
  yield* plain(db, 'progress', ids)
  const project = { id, title, ...(part && { part: { reason: part.reason } }) }
  yield `,"project":${canonicalText(project)},"textNormalization":"lf1","tombstones":`
  yield* list(part ? [] : tombstones(db))
  yield '}'
}

/** What of the project goes out, and which part that is, in words. */
export type BundlePart = Pick<Part, 'ids'> & { reason: string }

type Ids = Part['ids'] | undefined

type Row = { content: string; sum: number }

function* list(records: Iterable<string>): Generator<string> {
  let separator = '['
  for (const record of records) {
    yield separator + record
    separator = ','
  }
  yield separator === '[' ? '[]' : ']'
}

function* plain(db: Db, kind: PlainKind, ids: Ids): Generator<string> {
  const table = plainTables[kind]
  const rows = sql<Row & { id: string }>(db, `SELECT id, content, sum FROM ${table} ORDER BY id`).iterate()
  yield* list(sound(rows, kind, ids?.[kind]))
}

function* tombstones(db: Db): Generator<string> {
  yield* sound(
    sql<Row & { id: string }>(db, 'SELECT id, content, sum FROM tombstones ORDER BY kind, id').iterate(),
    'tombstone',
  )
}

function* conflicts(db: Db, ids: Ids): Generator<string> {
  const rows = sql<Row & { kind: string; recordId: string }>(
    db,
    'SELECT kind, content, sum, recordId FROM conflicts ORDER BY kind, recordId, content',
  ).iterate()
  for (const { kind, content, sum, recordId } of rows) {
    if (ids && !isIn(ids, kind, recordId)) continue
    if (sum !== sumOf(kind, content)) throw damaged('conflict', recordId)
    yield `{"kind":"${kind}","record":${content}}`
  }
}

function* articles(db: Db, ids: Ids): Generator<string> {
  for (const rows of articleRows(db)) {
    if (ids && !ids.article.has(rows.id)) continue
    if (!textHolds(rows) || !sumsHold(rows)) throw damaged('article', rows.id)
    yield pack(articleToExchange(articleOf(rows)))
  }
}

/** The order of the table is the order of the bundle: code points grow with code units. */
function* annotations(db: Db, ids: Ids): Generator<string> {
  const keys = sql<{ key: number; id: string }>(
    db,
    'SELECT key, id FROM articleKeys WHERE EXISTS (SELECT 1 FROM annotations WHERE articleKey = key) ORDER BY id',
  ).all()
  for (const { key, id } of keys) {
    const rows = sql<Row & { id: string }>(
      db,
      'SELECT id, content, sum FROM annotations WHERE articleKey = ? ORDER BY articleKey, start, "end" DESC, type, id',
    ).all(key)
    let read: { index: IndexedText | undefined } | undefined
    for (const content of sound(rows, 'annotation', ids?.annotation)) {
      read ??= { index: indexOf(db, id) }
      yield exchanged(content, read.index)
    }
  }
}

const indexOf = (db: Db, articleId: string): IndexedText | undefined => {
  const text = findText(db, articleId)
  return text === undefined ? undefined : indexText(text)
}

/** Quotes are checked in any case; where no offset changes the record goes out as it stands. */
const exchanged = (content: string, index: IndexedText | undefined): string => {
  if (!index) return content
  const annotation = unpack<Annotation>(content)
  if (index.length !== index.text.length) return canonicalText(annotationToExchange(annotation, index))
  if (faultsOf(annotation, inUtf16(index.text)).length > 0) throw damaged('annotation', annotation.id)
  return content
}

function* sound(
  rows: Iterable<Row & { id: string }>,
  kind: string,
  only?: ReadonlySet<string> | undefined,
): Generator<string> {
  for (const { id, content, sum } of rows) {
    if (only && !only.has(id)) continue
    if (sum !== sumOf(content)) throw damaged(kind, id)
    yield content
  }
}

const damaged = (kind: string, id: string): Failure =>
  new Failure('damaged-project', { reason: 'record', where: `/${kind}/${id}` })
