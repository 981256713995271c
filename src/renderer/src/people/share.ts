/** What is to be shared, as it is chosen, and what that asks the project for. */
import type { ExportSelection } from '../../../workbench/contract.ts'

export type Share = {
  onlyMine: boolean
  /** Only the chosen articles. */
  some: boolean
  articleIds: readonly string[]
}

/** Nothing where no article is chosen, or nobody knows whose work is one's own. */
export const selectionOf = (
  { onlyMine, some, articleIds }: Share,
  me: string | undefined,
): ExportSelection | undefined => {
  if ((some && articleIds.length === 0) || (onlyMine && !me)) return undefined
  return { ...(onlyMine && me && { annotatorIds: [me] }), ...(some && { articleIds: [...articleIds].sort() }) }
}
