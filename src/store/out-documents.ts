/** A project as other formats are given it: one article after the other, with what stands on it. */
import type { Annotation } from '../core/annotation.ts'
import type { Article } from '../core/article.ts'
import { annotationToExchange } from '../core/convert.ts'
import { Failure } from '../core/failure.ts'
import type { AccountedKind } from '../core/formats/out/ledger.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import type { Link } from '../core/records.ts'
import { listAnnotations } from './annotations.ts'
import { articleOf, articleRows, sumsHold, textHolds } from './articles.ts'
import { linksFromArticle } from './links.ts'
import { plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'

export type StoredDocument = { article: Article; index: IndexedText; annotations: Annotation[]; links: Link[] }

/**
 * By article id. Annotations with offsets in code points, in canonical order, every quote checked; links from them. Run it inside
 * one read transaction. Fails with 'damaged-project', naming the record, where a checksum or a quote does not hold.
 */
export function* storedDocuments(db: Db): Generator<StoredDocument> {
  for (const rows of articleRows(db)) {
    if (!textHolds(rows) || !sumsHold(rows)) {
      throw new Failure('damaged-project', { reason: 'record', where: `/article/${rows.id}` })
    }
    const article = articleOf(rows)
    const index = indexText(article.text)
    const annotations = listAnnotations(db, rows.id).map((annotation) => annotationToExchange(annotation, index))
    yield { article, index, annotations, links: linksFromArticle(db, rows.id) }
  }
}

/** How many records of every kind the project has. */
export const countRecords = (db: Db): Record<AccountedKind, number> => {
  const count = (table: string) => sql<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
  const plain = Object.fromEntries(Object.entries(plainTables).map(([kind, table]) => [kind, count(table)]))
  return {
    ...(plain as Record<keyof typeof plainTables, number>),
    article: count('articles'),
    annotation: count('annotations'),
    tombstone: count('tombstones'),
    conflict: count('conflicts'),
  }
}
