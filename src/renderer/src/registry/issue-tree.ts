/** The issues as they are listed: a tree, each with those that were merged into it right below. */
import type { Issue } from '../../../core/registries.ts'
import { treeOrder } from '../../../core/tree-order.ts'
import type { TreePlace } from '../../../workbench/contract.ts'
import { folded } from '../panes/folded.ts'

/** `level` counts from 1; `under` is what a merged issue stands under. */
export type ListedIssue = { issue: Issue; level: number; under: Issue | undefined }

/** What fits the filter is listed with all that stands above it. */
export const listedIssues = (issues: readonly Issue[], query: string): ListedIssue[] => {
  const words = folded(query).split(' ').filter(Boolean)
  const fits = ({ name, description = '' }: Issue) => {
    const text = folded(`${name} ${description}`)
    return words.every((word) => text.includes(word))
  }
  const walk = (children: readonly Issue[], level: number): ListedIssue[] =>
    children.flatMap((issue) => {
      const merged = issues.filter(({ mergedInto }) => mergedInto === issue.id).toSorted(byName)
      const shown = words.length === 0 || fits(issue) ? merged : merged.filter(fits)
      const below = level < DEEPEST ? walk(childrenOf(issues, issue.id), level + 1) : []
      if (!fits(issue) && shown.length === 0 && below.length === 0) return []
      return [
        { issue, level, under: undefined },
        ...shown.map((other) => ({ issue: other, level: level + 1, under: issue })),
        ...below,
      ]
    })
  return walk(childrenOf(issues, undefined), 1)
}

export type Move = 'up' | 'down' | 'in' | 'out'

/** Where an issue goes by one move; nothing where it cannot go there. */
export const placeAfter = (issues: readonly Issue[], issue: Issue, move: Move): TreePlace | undefined => {
  const parent = parentOf(issues, issue)
  const siblings = childrenOf(issues, parent?.id)
  const at = siblings.findIndex(({ id }) => id === issue.id)
  const previous = siblings[at - 1]
  if (move === 'up') return previous && { parent: parent?.id ?? null, before: previous.id }
  if (move === 'down') {
    return siblings[at + 1] && { parent: parent?.id ?? null, before: siblings[at + 2]?.id ?? null }
  }
  if (move === 'in') return previous && { parent: previous.id }
  if (!parent) return undefined
  const above = parentOf(issues, parent)
  const uncles = childrenOf(issues, above?.id)
  const next = uncles[uncles.findIndex(({ id }) => id === parent.id) + 1]
  return { parent: above?.id ?? null, before: next?.id ?? null }
}

const DEEPEST = 12

const parentOf = (issues: readonly Issue[], { parent }: Issue) =>
  issues.find(({ id, mergedInto }) => id === parent && mergedInto === undefined)

const childrenOf = (issues: readonly Issue[], parent: string | undefined): Issue[] =>
  issues.filter((issue) => issue.mergedInto === undefined && parentOf(issues, issue)?.id === parent).toSorted(treeOrder)

const byName = (a: Issue, b: Issue) => a.name.localeCompare(b.name)
