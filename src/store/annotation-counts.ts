/**
 * How many annotations of each type an article has. Changes are gathered while a transaction runs and written before it
 * ends: merging thousands writes one row an article.
 */
import { annotationTypeList } from '../core/annotation-types/index.ts'
import type { AnnotationType } from '../core/schema.ts'
import { type Db, sql } from './sql.ts'

type Counts = Record<AnnotationType, number>

const gathered = new WeakMap<Db, Map<number, Counts>>()

export const countAnnotation = (db: Db, articleKey: number, type: AnnotationType, change: 1 | -1): void => {
  let articles = gathered.get(db)
  if (!articles) {
    articles = new Map()
    gathered.set(db, articles)
  }
  let counts = articles.get(articleKey)
  if (!counts) {
    counts = { actor: 0, position: 0, claim: 0 }
    articles.set(articleKey, counts)
  }
  counts[type] += change
}

/** At the end of every transaction that writes. */
export const writeCounts = (db: Db): void => {
  for (const [articleKey, counts] of gathered.get(db) ?? []) {
    sql(db, upsert).run(articleKey, ...annotationTypeList.map((type) => counts[type]))
  }
  forgetCounts(db)
}

/** After a transaction was given up. */
export const forgetCounts = (db: Db): void => {
  gathered.delete(db)
}

export const countAllAnnotations = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT coalesce(sum(actor + position + claim), 0) AS n FROM annotationCounts').get()?.n ?? 0

/** How many annotations each article has that is here. */
export const countByArticle = (db: Db): { id: string; annotations: number }[] =>
  sql<{ id: string; annotations: number }>(
    db,
    `SELECT k.id, coalesce(actor + position + claim, 0) AS annotations
     FROM articles AS a JOIN articleKeys AS k USING (key) LEFT JOIN annotationCounts ON articleKey = a.key`,
  ).all()

const upsert = `INSERT INTO annotationCounts (articleKey, ${annotationTypeList.join(', ')}) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ${annotationTypeList.map((type) => `${type} = ${type} + excluded.${type}`).join(', ')}`
