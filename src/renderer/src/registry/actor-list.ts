/** The actors as they are listed: by name, each with those that were merged into it right below. */
import type { Actor } from '../../../core/registries.ts'
import { folded } from '../panes/folded.ts'

/** `under` is what a merged actor stands under. */
export type ListedActor = { actor: Actor; under: Actor | undefined }

/** A merged actor that fits the filter brings the one it stands under. */
export const listedActors = (actors: readonly Actor[], query: string): ListedActor[] => {
  const words = folded(query).split(' ').filter(Boolean)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const under = new Map<string, Actor[]>()
  const roots: Actor[] = []
  for (const actor of actors) {
    const into = actor.mergedInto === undefined ? undefined : byId.get(actor.mergedInto)
    if (into) under.set(into.id, [...(under.get(into.id) ?? []), actor])
    else roots.push(actor)
  }
  const fits = (actor: Actor) => {
    const text = folded([actor.name, ...actor.aliases.map((alias) => alias.text)].join(' '))
    return words.every((word) => text.includes(word))
  }
  return roots.toSorted(byName).flatMap((root) => {
    const merged = (under.get(root.id) ?? []).toSorted(byName)
    const shown = fits(root) ? merged : merged.filter(fits)
    if (!fits(root) && shown.length === 0) return []
    return [{ actor: root, under: undefined }, ...shown.map((actor) => ({ actor, under: root }))]
  })
}

const byName = (a: Actor, b: Actor) => a.name.localeCompare(b.name)
