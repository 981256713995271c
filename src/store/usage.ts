/** How many annotations refer to what. */
import { type Db, sql } from './sql.ts'

type Row = { id: string; kind: 'actor' | 'issue' | 'code'; ref: string }

/** Every actor, issue and code that annotations refer to, annotation by annotation; one may be named more than once. */
export const referredBy = (db: Db): IterableIterator<Row> =>
  sql<Row>(
    db,
    `SELECT id, 'actor' AS kind, content ->> '$.body.actorId' AS ref FROM annotations
     WHERE type = 'actor' AND ref IS NOT NULL
     UNION ALL
     SELECT a.id, CASE WHEN t.key IN ('actor', 'toward') THEN 'actor' ELSE 'issue' END, t.value
     FROM annotations AS a, json_tree(a.content, '$.body') AS t
     WHERE a.type <> 'actor' AND t.type = 'text'
       AND (t.key IN ('actor', 'toward', 'issueId') OR t.path = '$.body.issueIds')
     UNION ALL
     SELECT a.id, 'code', c.value FROM annotations AS a, json_each(a.content, '$.codes') AS c
     WHERE instr(a.content, '"codes":[]') = 0`,
  ).iterate()
