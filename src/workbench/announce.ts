/** What a write touched, told to whoever listens, after the commit. */
import { manyAnnotations, type Touched } from '../store/write.ts'
import type { Changed } from './contract.ts'

/** Tells what was touched and hands back what the write gave. */
export type Announce = <T>(done: { result: T; touched: Touched }) => T

export const announcer =
  (emit: (changed: Changed) => void): Announce =>
  ({ result, touched }) => {
    const { kinds, articleIds, annotationIds, project } = touched
    if (kinds.size > 0 || project) {
      emit({
        kinds: [...kinds],
        articleIds: [...articleIds],
        ...(annotationIds.size < manyAnnotations && { annotationIds: [...annotationIds] }),
        project,
      })
    }
    return result
  }
