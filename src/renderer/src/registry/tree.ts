/** Entries that stand in a tree each with those that were merged into it right below. */
import { treeOrder } from '../../../core/tree-order.ts'
import type { TreePlace } from '../../../workbench/contract.ts'
import { folded } from '../panes/folded.ts'
import type { Drop } from './tree-drag.ts'

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

/** Where an entry that is dragged goes; nothing where it would stay, or stand under itself. */
export const placeAt = <T extends TreeEntry>(
  entries: readonly T[],
  entry: T,
  { key, zone }: Drop,
): TreePlace | undefined => {
  const target = entries.find(({ id }) => id === key)
  if (!target || target.mergedInto !== undefined || pathOf(entries, target).includes(entry.id)) return undefined
  const others = (parent: string | undefined) => childrenOf(entries, parent).filter(({ id }) => id !== entry.id)
  const above = parentOf(entries, target)?.id
  const [firstBelow] = others(target.id)
  const next = others(above)[others(above).findIndex(({ id }) => id === key) + 1]
  const besides = (before: string | undefined) => ({ parent: above ?? null, before: before ?? null })
  const place =
    zone === 'in'
      ? { parent: key, before: null }
      : zone === 'before'
        ? besides(key)
        : firstBelow
          ? // Right under a row is in front of what stands below it.
            { parent: key, before: firstBelow.id }
          : besides(next?.id)
  const parent = parentOf(entries, entry)?.id
  const siblings = childrenOf(entries, parent)
  const follower = siblings[siblings.findIndex(({ id }) => id === entry.id) + 1]
  const stays = place.parent === (parent ?? null) && place.before === (follower?.id ?? null)
  return stays ? undefined : place
}

const DEEPEST = 12

/** The entry and all that it stands under. */
const pathOf = <T extends TreeEntry>(entries: readonly T[], entry: T): string[] => {
  const path: string[] = []
  for (let at: T | undefined = entry; at && !path.includes(at.id); at = parentOf(entries, at)) path.push(at.id)
  return path
}

const parentOf = <T extends TreeEntry>(entries: readonly T[], { parent }: T): T | undefined =>
  entries.find(({ id, mergedInto }) => id === parent && mergedInto === undefined)

const childrenOf = <T extends TreeEntry>(entries: readonly T[], parent: string | undefined): T[] =>
  entries
    .filter((entry) => entry.mergedInto === undefined && parentOf(entries, entry)?.id === parent)
    .toSorted(treeOrder)
