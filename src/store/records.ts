/** Reading and placing records of every kind; a record that is gone has left a tombstone. */
import { newEffort } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationToExchange, annotationToInternal, type Entry, toExchange } from '../core/convert.ts'
import { kindOf, type Side } from '../core/merge.ts'
import { indexText } from '../core/offsets.ts'
import type { RecordKind, RecordOf, Tombstone } from '../core/records.ts'
import { settle } from '../core/settle.ts'
import { findAnnotation, listAnnotations, placeAnnotation } from './annotations.ts'
import { findArticle, placeArticle } from './articles.ts'
import { pack, sumOf, unpack } from './content.ts'
import { type Db, sql } from './sql.ts'

/** The tables of kinds that need nothing but their id and content. */
export const plainTables = {
  annotator: 'annotators',
  code: 'codes',
  attribute: 'attributes',
  linkType: 'linkTypes',
  actor: 'actors',
  issue: 'issues',
  link: 'links',
  adjudication: 'adjudications',
  progress: 'progress',
} as const satisfies Partial<Record<RecordKind, string>>

export type PlainKind = keyof typeof plainTables

export const plainKinds = Object.keys(plainTables) as PlainKind[]

type Content = { content: string }

/** The record of a kind that stands under an id. */
export const findRecord = <K extends RecordKind>(db: Db, kind: K, id: string): RecordOf[K] | undefined => {
  const entry = findEntry(db, kind, id)
  return entry?.record as RecordOf[K] | undefined
}

/** The record that stands, or its tombstone. */
export const findSide = (db: Db, kind: RecordKind, id: string): Side | undefined => {
  const entry = findEntry(db, kind, id)
  if (entry) return entry
  const record = findTombstone(db, kind, id)
  return record && { kind: 'tombstone', record }
}

/** All records of a plain kind by id. */
export const listRecords = <K extends PlainKind>(db: Db, kind: K): RecordOf[K][] =>
  sql<Content>(db, `SELECT content FROM ${plainTables[kind]} ORDER BY id`)
    .all()
    .map(({ content }) => unpack<RecordOf[K]>(content))

/**
 * Puts a side in the place of what stood there. Where an article comes or goes, the annotations that name it change their
 * unit with it. Only `write.ts` calls this.
 */
export const placeSide = (db: Db, next: Side, previous: Side | undefined): void => {
  if (previous?.kind === 'tombstone' && next.kind !== 'tombstone') {
    sql(db, 'DELETE FROM tombstones WHERE kind = ? AND id = ?').run(previous.record.kind, previous.record.id)
  }
  if (next.kind === 'tombstone') placeTombstone(db, next.record)
  const kind = kindOf(next)
  switch (kind) {
    case 'article': {
      const article = next.kind === 'article' ? next.record : undefined
      const before = previous?.kind === 'article' ? previous.record : undefined
      if (before && !article) {
        const index = indexText(before.text)
        changeUnit(db, before.id, (annotation) => annotationToExchange(annotation, index))
      }
      placeArticle(db, article, before)
      if (article && !before) {
        const index = indexText(article.text)
        const effort = newEffort()
        changeUnit(db, article.id, (waiting) => annotationToInternal(settle(waiting, index, effort).annotation, index))
      }
      break
    }
    case 'annotation': {
      const annotation = next.kind === 'annotation' ? next.record : undefined
      placeAnnotation(db, annotation, previous?.kind === 'annotation' ? previous.record : undefined)
      break
    }
    default:
      placePlain(db, kind, next)
  }
}

const findEntry = (db: Db, kind: RecordKind, id: string): Entry | undefined => {
  switch (kind) {
    case 'article': {
      const record = findArticle(db, id)
      return record && { kind, record }
    }
    case 'annotation': {
      const record = findAnnotation(db, id)
      return record && { kind, record }
    }
    default: {
      const row = sql<Content>(db, `SELECT content FROM ${plainTables[kind]} WHERE id = ?`).get(id)
      return row && ({ kind, record: unpack(row.content) } as Entry)
    }
  }
}

const findTombstone = (db: Db, kind: RecordKind, id: string): Tombstone | undefined => {
  const row = sql<Content>(db, 'SELECT content FROM tombstones WHERE kind = ? AND id = ?').get(kind, id)
  return row && unpack<Tombstone>(row.content)
}

const placePlain = (db: Db, kind: PlainKind, next: Side): void => {
  const table = plainTables[kind]
  if (next.kind === 'tombstone') {
    sql(db, `DELETE FROM ${table} WHERE id = ?`).run(next.record.id)
    return
  }
  const content = pack(toExchange(next).record)
  sql(
    db,
    `INSERT INTO ${table} (id, content, sum) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, sum = excluded.sum`,
  ).run(next.record.id, content, sumOf(content))
}

const placeTombstone = (db: Db, tombstone: Tombstone): void => {
  const content = pack(tombstone)
  sql(
    db,
    `INSERT INTO tombstones (kind, id, content, sum) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET content = excluded.content, sum = excluded.sum`,
  ).run(tombstone.kind, tombstone.id, content, sumOf(content))
}

const changeUnit = (db: Db, articleId: string, convert: (annotation: Annotation) => Annotation): void => {
  for (const annotation of listAnnotations(db, articleId)) placeAnnotation(db, convert(annotation), annotation)
}
