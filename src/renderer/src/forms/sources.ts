/** Who may be meant in a form: mentions by how near they stand, and whether two sources are one. */
import type { Source } from '../../../core/attribution.ts'
import type { ActorRow } from '../actions/mentions.ts'
import { endOf, type Rows, startOf } from '../data/annotation-rows.ts'

export const sourceKey = (source: Source): string =>
  'actor' in source ? source.actor : 'annotation' in source ? source.annotation : 'implicit'

/** Whether a speaker is looked for (who stands outside of what is said) or who holds what the words say. */
export type Looking = 'holder' | 'speaker'

// A speaker named inside of what is said is likelier spoken about; one in the next paragraph is likelier.
const INSIDE = 200
// «…», said he: what follows is a little less likely than what comes before.
const BEHIND = 20

/** Mentions of actors in the article, the likeliest first, each actor once. */
export const nearestMentions = (rows: Rows, row: Rows[number], looking: Looking): ActorRow[] => {
  const start = startOf(row)
  const end = endOf(row)
  const distance = (other: ActorRow): number => {
    if (endOf(other) <= start) return start - endOf(other)
    if (startOf(other) >= end) return startOf(other) - end + (looking === 'speaker' ? BEHIND : INSIDE)
    return looking === 'speaker' ? INSIDE : 0
  }
  const seen = new Set<string>()
  return rows
    .filter((other): other is ActorRow => other.type === 'actor' && other.anchor !== 'orphan')
    .map((mention) => ({ mention, distance: distance(mention) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ mention }) => mention)
    .filter(({ body }) => {
      if (!body.actorId) return true
      if (seen.has(body.actorId)) return false
      seen.add(body.actorId)
      return true
    })
}
