/** References whose other end is not in the project: kept, and told. */
import type { Finding } from '../core/finding.ts'
import type { Side } from '../core/merge.ts'
import { type Reference, referencesOf } from '../core/references.ts'
import { hasArticle } from './articles.ts'
import { plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'

/** `where` is the record's own pointer. */
export const danglingReferences = (db: Db, side: Side, where: string): Finding[] =>
  referencesOf(side)
    .filter((reference) => !exists(db, reference))
    .map(({ kind, id, where: inside }) => ({
      code: 'dangling-reference',
      where: `${where}${inside}`,
      params: { kind, id },
    }))

/** Whether a reference has its other end here. */
export const exists = (db: Db, { kind, id }: Pick<Reference, 'kind' | 'id'>): boolean => {
  switch (kind) {
    case 'article':
      return hasArticle(db, id)
    case 'annotation':
      return sql(db, 'SELECT 1 FROM annotations WHERE id = ?').get(id) !== undefined
    case 'attribute':
      return sql(db, "SELECT 1 FROM attributes WHERE type || ':' || key = ?").get(id) !== undefined
    case 'linkType':
      return sql(db, 'SELECT 1 FROM linkTypes WHERE key = ?').get(id) !== undefined
    default:
      return sql(db, `SELECT 1 FROM ${plainTables[kind]} WHERE id = ?`).get(id) !== undefined
  }
}
