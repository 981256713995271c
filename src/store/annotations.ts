/** The annotations table: clustered by article, in the order they are listed. */
import type { Annotation } from '../core/annotation.ts'
import { annotationToExchange } from '../core/convert.ts'
import { countAnnotation } from './annotation-counts.ts'
import { articleKeyOf, ensureArticleKey } from './article-keys.ts'
import { pack, sumOf, unpack } from './content.ts'
import { type Db, sql } from './sql.ts'

type Row = { content: string }

export const findAnnotation = (db: Db, id: string): Annotation | undefined => {
  const row = sql<Row>(db, 'SELECT content FROM annotations WHERE id = ?').get(id)
  return row && unpack<Annotation>(row.content)
}

/** By (start of the first fragment, −end of the last, type, id); all, or a page; everybody's, or one person's. */
export const listAnnotations = (
  db: Db,
  articleId: string,
  page = { skip: 0, limit: -1 },
  annotatorId?: string,
): Annotation[] =>
  sql<Row>(
    db,
    `SELECT content FROM annotations WHERE articleKey = ? ${annotatorId === undefined ? '' : 'AND annotatorId = ?'}
     ORDER BY articleKey, start, "end" DESC, type, id LIMIT ? OFFSET ?`,
  )
    .all(
      ...[articleKeyOf(db, articleId) ?? -1, ...(annotatorId === undefined ? [] : [annotatorId])],
      ...[page.limit, page.skip],
    )
    .map((row) => unpack<Annotation>(row.content))

/** Annotations that no longer anchor: an article's, or all; by article, then in the order they are listed. */
export const listOrphans = (db: Db, articleId?: string): Annotation[] => {
  const columns = `SELECT content FROM annotations JOIN articleKeys ON key = articleKey
    WHERE content ->> '$.anchor' = 'orphan'`
  const order = 'ORDER BY articleKeys.id, start, "end" DESC, type, annotations.id'
  const rows =
    articleId === undefined
      ? sql<Row>(db, `${columns} ${order}`).all()
      : sql<Row>(db, `${columns} AND articleKey = ? ${order}`).all(articleKeyOf(db, articleId) ?? -1)
  return rows.map((row) => unpack<Annotation>(row.content))
}

/** Puts an annotation in the place of what stood there, and keeps the counts. Only `records.ts` calls this. */
export const placeAnnotation = (db: Db, next: Annotation | undefined, previous: Annotation | undefined): void => {
  if (previous) {
    sql(db, 'DELETE FROM annotations WHERE id = ?').run(previous.id)
    countAnnotation(db, ensureArticleKey(db, previous.articleId), previous.type, -1)
  }
  if (!next) return
  const key = ensureArticleKey(db, next.articleId)
  // In canonical order, offsets as they are: so it goes out as it stands.
  const content = pack(annotationToExchange(next))
  const { fragments } = next.target
  sql(
    db,
    'INSERT INTO annotations (articleKey, start, "end", type, id, content, sum) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(key, fragments[0]?.start ?? 0, fragments.at(-1)?.end ?? 0, next.type, next.id, content, sumOf(content))
  countAnnotation(db, key, next.type, 1)
}
