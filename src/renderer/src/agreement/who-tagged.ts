/** Who tagged what in the place of a disagreement. */
import { overlapOf } from '../../../core/agreement/matching.ts'
import type { Annotation } from '../../../core/annotation.ts'
import type { Rows } from '../data/annotation-rows.ts'

export type Side = { annotatorId: string; annotations: Annotation[] }

/**
 * The annotations that differ, by annotator. Of one that stands alone, the others' of its type that overlap it are told too:
 * nearly the same is another thing than nothing.
 */
export const sidesOf = (rows: Rows, ids: readonly string[], annotatorIds: readonly string[]): Side[] => {
  const named = rows.filter(({ id }) => ids.includes(id))
  const [first] = named
  const alone = ids.length === 1 ? first : undefined
  const near = alone
    ? rows.filter(
        (row) =>
          row.annotatorId !== alone.annotatorId &&
          row.type === alone.type &&
          row.anchor !== 'orphan' &&
          row.origin !== 'adjudication' &&
          overlapOf(row.target, alone.target) > 0,
      )
    : []
  const all = [...named, ...near]
  const shown = alone && annotatorIds.length > 2 ? annotatorIds.filter((one) => has(all, one)) : annotatorIds
  return shown
    .map((annotatorId) => ({ annotatorId, annotations: all.filter((row) => row.annotatorId === annotatorId) }))
    .filter(({ annotations }) => alone || annotations.length > 0)
}

const has = (rows: Rows, annotatorId: string): boolean => rows.some((row) => row.annotatorId === annotatorId)
