/** Rows of a field in which an actor of the registry is chosen, or made. */
import { useState } from 'react'
import { type Actor, actorType } from '../../../core/registries.ts'
import type { CalledActor } from '../../../core/suggest/actors.ts'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { folded } from '../panes/folded.ts'
import type { Choice } from './Combo.tsx'
import { findActors } from './search.ts'

const MOST = 8
const typeCount = actorType.options.length

/** For what is typed: what fits it, or the proposed actors where nothing is typed, and last an actor to be made by that name. */
export const useActorChoices = (
  actors: readonly CalledActor[],
  onTake: (actorId: string) => void,
  onCreate: (name: string, actorType: Actor['actorType']) => void,
) => {
  const { t } = useWords()
  const [newType, setNewType] = useState(0)
  const choiceOf = (actor: CalledActor): Choice => ({
    key: actor.id,
    label: actor.name,
    hint: hintOf(actor, t(`actorType.${actor.actorType}`)),
    take: () => onTake(actor.id),
  })

  return (query: string, name: string, proposed: readonly string[]): Choice[] => {
    const first = query.trim() ? [] : proposed.flatMap((id) => actors.find((actor) => actor.id === id) ?? [])
    const found = first.length > 0 ? first : findActors(actors, query, MOST)
    const type = actorType.options[newType % typeCount] ?? 'person'
    const wanted = name.trim()
    const exists = actors.some(({ name, mergedInto }) => !mergedInto && folded(name) === folded(wanted))
    const create: Choice = {
      key: 'create',
      label: t('actor.create', { name: isolated(wanted) }),
      hint: `‹ ${t(`actorType.${type}`)} ›`,
      turn: (step) => setNewType((newType + step + typeCount) % typeCount),
      take: () => onCreate(wanted, type),
    }
    return [...found.map(choiceOf), ...(wanted && !exists ? [create] : [])]
  }
}

/** The type, and the aliases that tell one from others of the name. */
const hintOf = ({ aliases }: CalledActor, type: string): string =>
  [type, ...aliases.slice(0, 2).map(({ text }) => text)].join(' · ')
