/** Short keys for article ids, so that what lies by article lies close together. A key is never given twice. */
import { type Db, sql } from './sql.ts'

export const articleKeyOf = (db: Db, articleId: string): number | undefined =>
  sql<{ key: number }>(db, 'SELECT key FROM articleKeys WHERE id = ?').get(articleId)?.key

export const articleIdOfKey = (db: Db, key: number): string => {
  const row = sql<{ id: string }>(db, 'SELECT id FROM articleKeys WHERE key = ?').get(key)
  if (!row) throw new Error(`no article key ${key}`)
  return row.id
}

export const ensureArticleKey = (db: Db, articleId: string): number =>
  articleKeyOf(db, articleId) ??
  Number(sql(db, 'INSERT INTO articleKeys (id) VALUES (?)').run(articleId).lastInsertRowid)
