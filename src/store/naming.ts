/** Records that name others: found by the ids and keys that stand in their content. */
import type { Entry } from '../core/convert.ts'
import { findArticle } from './articles.ts'
import { unpack } from './content.ts'
import { type PlainKind, plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'

type Row = { content: string }

/** With more names than this, reading every row is quicker than searching each for all of them. */
const manyNames = 16

/**
 * Records of these kinds in whose content a name stands, annotations in the order they are listed; those of the kinds that
 * refer otherwise come along, so that the caller looks at the references. An article is read whole.
 */
export const recordsNaming = (db: Db, kinds: readonly NamingKind[], names: readonly string[]): Entry[] => {
  const searched = names.length > manyNames ? null : JSON.stringify(names)
  return kinds.flatMap((kind): Entry[] => {
    if (kind === 'article') return articlesNaming(db, searched)
    const source =
      kind === 'annotation'
        ? `SELECT content FROM annotations WHERE ${isNaming} ORDER BY articleKey, start, "end" DESC, type, id`
        : `SELECT content FROM ${plainTables[kind]} WHERE ${isNaming} ORDER BY id`
    return sql<Row>(db, source)
      .all(searched, searched)
      .map(({ content }) => ({ kind, record: unpack(content) }) as Entry)
  })
}

export type NamingKind = PlainKind | 'article' | 'annotation'

const isNaming = '(? IS NULL OR EXISTS (SELECT 1 FROM json_each(?) WHERE instr(content, value) > 0))'

const articlesNaming = (db: Db, searched: string | null): Entry[] =>
  sql<{ id: string }>(db, `SELECT id FROM articles WHERE ${isNaming} ORDER BY key`)
    .all(searched, searched)
    .flatMap(({ id }) => {
      const record = findArticle(db, id)
      return record ? [{ kind: 'article' as const, record }] : []
    })
