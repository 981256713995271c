/** What hangs on annotations and articles. */
import { type Db, sql } from './sql.ts'

type Id = { id: string }

/** Links from or to an annotation. */
export const linksOf = (db: Db, annotationId: string): string[] =>
  sql<Id>(db, 'SELECT id FROM links WHERE "from" = ? UNION SELECT id FROM links WHERE toAnnotation = ? ORDER BY id')
    .all(annotationId, annotationId)
    .map(({ id }) => id)

export const adjudicationsOf = (db: Db, articleId: string): string[] =>
  sql<Id>(db, 'SELECT id FROM adjudications WHERE articleId = ? ORDER BY id')
    .all(articleId)
    .map(({ id }) => id)

export const progressOf = (db: Db, articleId: string): string[] =>
  sql<Id>(db, 'SELECT id FROM progress WHERE articleId = ? ORDER BY id')
    .all(articleId)
    .map(({ id }) => id)
