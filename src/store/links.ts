/** What hangs on annotations and articles. */
import type { Annotation } from '../core/annotation.ts'
import type { Link, Progress } from '../core/records.ts'
import { articleKeyOf } from './article-keys.ts'
import { unpack } from './content.ts'
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

/** Links from or to annotations of an article, by id. */
export const linksOfArticle = (db: Db, articleId: string): Link[] => {
  const key = articleKeyOf(db, articleId) ?? -1
  return sql<{ content: string }>(
    db,
    `SELECT id, content FROM links WHERE "from" IN (SELECT id FROM annotations WHERE articleKey = ?)
     UNION SELECT id, content FROM links WHERE toAnnotation IN (SELECT id FROM annotations WHERE articleKey = ?)
     ORDER BY id`,
  )
    .all(key, key)
    .map(({ content }) => unpack<Link>(content))
}

/** Links from annotations of an article, by id. */
export const linksFromArticle = (db: Db, articleId: string): Link[] =>
  sql<{ content: string }>(
    db,
    'SELECT content FROM links WHERE "from" IN (SELECT id FROM annotations WHERE articleKey = ?) ORDER BY id',
  )
    .all(articleKeyOf(db, articleId) ?? -1)
    .map(({ content }) => unpack<Link>(content))

/** Annotations of other articles that links join to annotations of an article, by id. */
export const farEndsOfArticle = (db: Db, articleId: string): Annotation[] => {
  const key = articleKeyOf(db, articleId) ?? -1
  return sql<{ content: string }>(
    db,
    `SELECT content FROM annotations WHERE articleKey <> ? AND id IN (
       SELECT toAnnotation FROM links WHERE "from" IN (SELECT id FROM annotations WHERE articleKey = ?)
       UNION SELECT "from" FROM links WHERE toAnnotation IN (SELECT id FROM annotations WHERE articleKey = ?))
     ORDER BY id`,
  )
    .all(key, key, key)
    .map(({ content }) => unpack<Annotation>(content))
}

/** Links of one type from an annotation. */
export const linksFrom = (db: Db, from: string, type: string): Link[] =>
  sql<{ content: string }>(db, 'SELECT content FROM links WHERE "from" = ? AND type = ? ORDER BY id')
    .all(from, type)
    .map(({ content }) => unpack<Link>(content))

type Reached = Pick<Progress, 'articleId' | 'annotatorId' | 'state'>

/** How far people are, by article; in each by annotator's id. */
export const listProgress = (db: Db): Map<string, Reached[]> =>
  Map.groupBy(
    sql<Reached>(db, 'SELECT articleId, annotatorId, state FROM progress ORDER BY articleId, annotatorId').all(),
    ({ articleId }) => articleId,
  )

/** How far an annotator is, by article. */
export const progressBy = (db: Db, annotatorId: string | undefined): Map<string, Progress['state']> =>
  new Map(
    sql<Pick<Progress, 'articleId' | 'state'>>(db, 'SELECT articleId, state FROM progress WHERE annotatorId = ?')
      .all(annotatorId ?? null)
      .map(({ articleId, state }) => [articleId, state]),
  )
