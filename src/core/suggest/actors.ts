/** Which actor of the registry a mention may mean, best first. */
import type { Actor } from '../registries.ts'
import { type Match, matchName } from './match.ts'
import { type NameWord, nameWords } from './names.ts'

export type Suggestion = {
  actorId: string
  /** 0 to 1. */
  score: number
  /** How the words lead there; 'recent': they do not, but the article named this actor shortly before. */
  by: Match['by'] | 'recent'
  /** Good enough, and far enough ahead of the next, to be taken by one key. */
  sure: boolean
}

/** `recent`: actors mentioned in the article before, the latest first. */
export type SuggestContext = { recent?: readonly string[] }

export type ActorIndex = {
  suggest(mention: string, context?: SuggestContext, limit?: number): Suggestion[]
  /** The names of an actor and of those merged into it. */
  namesOf(actorId: string): ActorName[]
}

/** @param person as in `matchName` */
export type ActorName = { words: NameWord[]; person: boolean }

type Entry = { actorId: string; person: boolean; forms: NameWord[][] }

/** A proposal below this is shown but never taken by one key. */
export const sureFrom = 0.85
/** How far the first must be ahead of the second. */
const margin = 0.05
/** What being mentioned in the article already is worth, and what being the latest is worth beside it. */
const mentioned = 0.03
const latest = 0.01

/** What of an actor says how it is called. */
export type CalledActor = Pick<Actor, 'id' | 'name' | 'actorType' | 'aliases' | 'mergedInto'>

/** Prepares a registry for suggestions. Merged actors lead to the one they were merged into. */
export const createActorIndex = (actors: readonly CalledActor[]): ActorIndex => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const entries: Entry[] = actors.map((actor) => ({
    actorId: mergedInto(byId, actor),
    person: actor.actorType === 'person',
    forms: [actor.name, ...actor.aliases.map(({ text }) => text)].flatMap(withoutBrackets).map(nameWords),
  }))
  return {
    suggest(mention, { recent = [] } = {}, limit = 8) {
      const words = nameWords(mention)
      const best = new Map<string, Match>()
      for (const { actorId, person, forms } of entries) {
        for (const form of forms) {
          const match = matchName(words, form, person)
          if (match && match.score > (best.get(actorId)?.score ?? 0)) best.set(actorId, match)
        }
      }
      const ranked = [...best]
        .map(([actorId, { score, by }]) => {
          const place = recent.indexOf(actorId)
          const bonus = place < 0 ? 0 : mentioned + (place === 0 ? latest : 0)
          return { actorId, score, by, rank: score + bonus, here: place >= 0 }
        })
        .sort((a, b) => b.rank - a.rank || (a.actorId < b.actorId ? -1 : 1))
      const [first, second] = ranked
      const sure =
        first !== undefined &&
        first.score >= sureFrom &&
        (second === undefined || first.score - second.score >= margin || (first.here && !second.here))
      return ranked
        .slice(0, limit)
        .map(({ actorId, score, by }, place) => ({ actorId, score, by, sure: sure && place === 0 }))
    },
    namesOf: (actorId) =>
      entries
        .filter((entry) => entry.actorId === actorId)
        .flatMap(({ forms, person }) => forms.map((words) => ({ words, person }))),
  }
}

/** «Кари Лиухто (Kari Liuhto)» is two names. */
export const withoutBrackets = (name: string): string[] => name.split(/[()]/).filter((part) => part.trim() !== '')

const mergedInto = (byId: ReadonlyMap<string, CalledActor>, actor: CalledActor): string => {
  const seen = new Set<string>()
  let current = actor
  while (current.mergedInto !== undefined && !seen.has(current.id)) {
    seen.add(current.id)
    const next = byId.get(current.mergedInto)
    if (!next) break
    current = next
  }
  return current.id
}
