/** Short keys for article ids, so that what lies by article lies close together. A key is never given twice. */
import { type Db, sql } from './sql.ts'

/** Annotations come article by article: the last key asked for is mostly the next one. */
const lastKey = new WeakMap<Db, { id: string; key: number }>()

export const articleKeyOf = (db: Db, articleId: string): number | undefined => {
  const last = lastKey.get(db)
  if (last?.id === articleId) return last.key
  const row = sql<{ key: number }>(db, 'SELECT key FROM articleKeys WHERE id = ?').get(articleId)
  if (row) lastKey.set(db, { id: articleId, key: row.key })
  return row?.key
}

export const ensureArticleKey = (db: Db, articleId: string): number =>
  articleKeyOf(db, articleId) ??
  Number(sql(db, 'INSERT INTO articleKeys (id) VALUES (?)').run(articleId).lastInsertRowid)

/** After a transaction was given up: a key made in it is no key. */
export const forgetArticleKeys = (db: Db): void => {
  lastKey.delete(db)
}
