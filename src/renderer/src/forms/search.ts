/** Finding entries of the registries by what is typed: by the beginnings of words, by parts, and by names as they are inflected. */
import { type ActorIndex, type CalledActor, createActorIndex } from '../../../core/suggest/actors.ts'
import { treeOrder } from '../../../core/tree-order.ts'
import { folded } from '../panes/folded.ts'
import type { KnownIssue } from './form-entries.tsx'

const indexes = new WeakMap<readonly CalledActor[], ActorIndex>()

/** Actors that a query may mean, the best first; all, by name, where nothing is typed. Merged ones lead to what they became. */
export const findActors = <A extends CalledActor>(actors: readonly A[], query: string, limit: number): A[] => {
  const standing = actors.filter(({ mergedInto }) => mergedInto === undefined)
  const wanted = folded(query)
  if (!wanted) return standing.toSorted(byName).slice(0, limit)
  const ranked = standing
    .map((actor) => ({ actor, rank: rankOf(wanted, [actor.name, ...actor.aliases.map(({ text }) => text)]) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || byName(a.actor, b.actor))
    .map(({ actor }) => actor)
  let index = indexes.get(actors)
  if (!index) {
    index = createActorIndex(actors)
    indexes.set(actors, index)
  }
  const inflected = index
    .suggest(query, {}, limit)
    .flatMap(({ actorId }) => standing.find(({ id }) => id === actorId) ?? [])
  return [...new Set([...ranked, ...inflected])].slice(0, limit)
}

/** Issues with the path that leads to each, in the order of the tree; those that fit a query. */
export const findIssues = <I extends KnownIssue>(issues: readonly I[], query: string): { issue: I; path: string }[] => {
  const wanted = folded(query)
  const listed = inTree(issues.filter(({ mergedInto }) => mergedInto === undefined))
  if (!wanted) return listed
  return listed
    .map((entry) => ({ ...entry, rank: rankOf(wanted, [entry.issue.name]) || rankOf(wanted, [entry.path]) / 2 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
}

/** 3: a name begins so; 2: a word of one does; 1: it stands somewhere. */
const rankOf = (wanted: string, names: readonly string[]): number =>
  Math.max(
    0,
    ...names.map((name) => {
      const text = folded(name)
      if (text.startsWith(wanted)) return 3
      const words = text.split(/[^\p{L}\p{N}]+/u)
      if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 2
      return text.includes(wanted) ? 1 : 0
    }),
  )

const inTree = <I extends KnownIssue>(issues: readonly I[]): { issue: I; path: string }[] => {
  const known = new Set(issues.map(({ id }) => id))
  const below = (parent: string | undefined, path: string, depth: number): { issue: I; path: string }[] =>
    issues
      .filter((issue) => (issue.parent && known.has(issue.parent) ? issue.parent : undefined) === parent)
      .sort(treeOrder)
      .flatMap((issue) => [
        { issue, path },
        ...(depth < DEEPEST ? below(issue.id, path ? `${path} › ${issue.name}` : issue.name, depth + 1) : []),
      ])
  return below(undefined, '', 0)
}

const DEEPEST = 12

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
