/** What one person sees while others' work is hidden: their own, and everything on the articles they have done. */
import { annotationTypeList } from '../core/annotation-types/index.ts'
import type { AnnotationType } from '../core/schema.ts'
import { progressBy } from './links.ts'
import { type Db, sql } from './sql.ts'

export type Sight = { annotatorId: string; done: ReadonlySet<string> }

/** @param annotatorId nobody, where nobody said who works: then nothing of anybody's is seen */
export const sightOf = (db: Db, annotatorId = ''): Sight => ({
  annotatorId,
  done: new Set([...progressBy(db, annotatorId)].flatMap(([id, state]) => (state === 'done' ? [id] : []))),
})

export const sees = (sight: Sight | undefined, row: { articleId: string; annotatorId: string }): boolean =>
  !sight || row.annotatorId === sight.annotatorId || sight.done.has(row.articleId)

export type OwnCounts = { annotations: Record<AnnotationType, number>; hiddenPeople: number }

/** Of each article that is not done what is one's own, and how many others have worked on it; of some articles, or all. */
export const countOwn = (db: Db, { annotatorId, done }: Sight, ids?: string[]): Map<string, OwnCounts> => {
  const columns = annotationTypeList.map((type) => `sum(type = '${type}' AND annotatorId = ?) AS ${type}`).join(', ')
  const rows = sql<{ id: string; others: number } & Record<AnnotationType, number>>(
    db,
    `SELECT k.id, ${columns}, count(DISTINCT nullif(annotatorId, ?)) AS others
     FROM annotations JOIN articleKeys AS k ON k.key = articleKey
     ${ids ? 'WHERE k.id IN (SELECT value FROM json_each(?))' : ''} GROUP BY articleKey`,
  ).all(...annotationTypeList.map(() => annotatorId), annotatorId, ...(ids ? [JSON.stringify(ids)] : []))
  return new Map(
    rows
      .filter(({ id }) => !done.has(id))
      .map(({ id, others, ...annotations }) => [id, { annotations, hiddenPeople: others }]),
  )
}
