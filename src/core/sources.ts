/** Who stands behind an annotation. */
import type { Annotation } from './annotation.ts'
import type { Source } from './attribution.ts'

/** Who holds a position, then who passes it (or a claim) on, innermost first; addressees are not among them. */
export const sourcesOf = (annotation: Annotation): Source[] => {
  if (annotation.type === 'actor') return []
  const passing = annotation.body.attribution.flatMap(({ sources }) => sources)
  return annotation.type === 'position' ? [...annotation.body.holders, ...passing] : passing
}
