/** The issues as they are listed. */
import type { Issue } from '../../../core/registries.ts'
import { fitting, type Listed, listedTree } from './tree.ts'

export const listedIssues = (issues: readonly Issue[], query: string): Listed<Issue>[] => {
  const fits = fitting(query)
  return listedTree(
    issues,
    ({ name }) => name,
    ({ name, description = '' }) => fits(`${name} ${description}`),
  )
}
