/** Annotations by id, for those who name what others refer to. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Rows } from './annotation-rows.ts'
import { middles } from './middles.ts'
import { byId } from './standing.ts'

/** `find` answers from the latest rows it was given, and notes what it was asked for. */
export type RowLookUp = { rows: Rows; asked: Set<string>; find(id: string): Annotation | undefined }

export const rowLookUp = (rows: Rows): RowLookUp => {
  // Made when the first row is asked for: bare tags refer to none.
  let known: { rows: Rows; byId: Map<string, Annotation> } | undefined
  const lookUp: RowLookUp = {
    rows,
    asked: new Set(),
    find: (id) => {
      lookUp.asked.add(id)
      if (known?.rows !== lookUp.rows) known = { rows: lookUp.rows, byId: byId(lookUp.rows) }
      return known.byId.get(id)
    },
  }
  return lookUp
}

/** The same one as long as nothing that it was asked for comes, goes or changes, so that what was drawn by it may stay. */
export const followed = (lookUp: RowLookUp, rows: Rows): RowLookUp => {
  if (lookUp.rows === rows) return lookUp
  const [gone, come] = middles(lookUp.rows, rows)
  const isAffected = ({ id }: Annotation) => lookUp.asked.has(id)
  if (gone.some(isAffected) || come.some(isAffected)) return rowLookUp(rows)
  lookUp.rows = rows
  return lookUp
}
