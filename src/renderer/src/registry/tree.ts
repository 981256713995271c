/** Entries that stand in a tree each with those that were merged into it right below. */
import { treeOrder } from '../../../core/tree-order.ts'
import type { TreePlace } from '../../../workbench/contract.ts'
import { folded } from '../panes/folded.ts'

export type TreeEntry = {
  id: string
  parent?: string | undefined
  rank?: number | undefined
  name?: string
  mergedInto?: string | undefined
}

/** `level` counts from 1; `under` is what a merged entry stands under. */
export type Listed<T> = { entry: T; level: number; under: T | undefined }

/** Whether a text holds all the words of a query. */
export const fitting = (query: string): ((text: string) => boolean) => {
  const words = folded(query).split(' ').filter(Boolean)
  return (text) => words.length === 0 || words.every((word) => folded(text).includes(word))
}

/** What fits is listed with all that stands above it. */
export const listedTree = <T extends TreeEntry>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  fits: (entry: T) => boolean,
): Listed<T>[] => {
  const walk = (children: readonly T[], level: number): Listed<T>[] =>
    children.flatMap((entry) => {
      const merged = entries
        .filter(({ mergedInto }) => mergedInto === entry.id)
        .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
      const shown = fits(entry) ? merged : merged.filter(fits)
      const below = level < DEEPEST ? walk(childrenOf(entries, entry.id), level + 1) : []
      if (!fits(entry) && shown.length === 0 && below.length === 0) return []
      return [
        { entry, level, under: undefined },
        ...shown.map((other) => ({ entry: other, level: level + 1, under: entry })),
        ...below,
      ]
    })
  return walk(childrenOf(entries, undefined), 1)
}

export type Move = 'up' | 'down' | 'in' | 'out'

/** Where an entry goes by one move; nothing where it cannot go there. */
export const placeAfter = <T extends TreeEntry>(entries: readonly T[], entry: T, move: Move): TreePlace | undefined => {
  const parent = parentOf(entries, entry)
  const siblings = childrenOf(entries, parent?.id)
  const at = siblings.findIndex(({ id }) => id === entry.id)
  const previous = siblings[at - 1]
  if (move === 'up') return previous && { parent: parent?.id ?? null, before: previous.id }
  if (move === 'down') {
    return siblings[at + 1] && { parent: parent?.id ?? null, before: siblings[at + 2]?.id ?? null }
  }
  if (move === 'in') return previous && { parent: previous.id }
  if (!parent) return undefined
  const above = parentOf(entries, parent)
  const uncles = childrenOf(entries, above?.id)
  const next = uncles[uncles.findIndex(({ id }) => id === parent.id) + 1]
  return { parent: above?.id ?? null, before: next?.id ?? null }
}

const DEEPEST = 12

const parentOf = <T extends TreeEntry>(entries: readonly T[], { parent }: T): T | undefined =>
  entries.find(({ id, mergedInto }) => id === parent && mergedInto === undefined)

const childrenOf = <T extends TreeEntry>(entries: readonly T[], parent: string | undefined): T[] =>
  entries
    .filter((entry) => entry.mergedInto === undefined && parentOf(entries, entry)?.id === parent)
    .toSorted(treeOrder)
