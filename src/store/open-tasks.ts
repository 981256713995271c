/** What is left to do in each article, as `core/open-tasks.ts` says it. */
import type { Sight } from './sight.ts'
import { type Db, sql } from './sql.ts'

type Row = { articleId: string; unlinked: number; unsourced: number; unsure: number; orphan: number }

/** Articles without an annotation, and annotations without their article, are left out, and what is not seen. */
export const countOpenTasks = (db: Db, sight?: Sight): Row[] =>
  sql<Row>(
    db,
    `SELECT articles.id AS articleId,
       sum(type = 'actor' AND annotations.content ->> '$.body.actorId' IS NULL) AS unlinked,
       sum(CASE type
         WHEN 'claim' THEN annotations.content -> '$.body.attribution[0]' IS NULL
         WHEN 'position' THEN annotations.content -> '$.body.attribution[0]' IS NULL
           AND annotations.content -> '$.body.holders[0]' IS NULL
         ELSE 0 END) AS unsourced,
       sum(certainty = 'unsure') AS unsure,
       sum(anchor = 'orphan') AS orphan
     FROM annotations JOIN articles ON articles.key = annotations.articleKey
     ${sight ? 'WHERE annotatorId = ? OR articles.id IN (SELECT value FROM json_each(?))' : ''}
     GROUP BY annotations.articleKey`,
  ).all(...(sight ? [sight.annotatorId, JSON.stringify([...sight.done])] : []))
