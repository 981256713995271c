/** What may still be open in an annotation: the work that is left, counted, filtered by and gone through. */
import type { Annotation } from './annotation.ts'

/** `unlinked`: a mention of nobody known; `unsourced`: said or held by nobody; `orphan`: without a place in the text. */
export const openTasks = ['unlinked', 'unsourced', 'unsure', 'orphan'] as const
export type OpenTask = (typeof openTasks)[number]

/** A claim needs a step of attribution; a position a holder or a step. An implicit source counts as one. */
export const isOpen: Record<OpenTask, (annotation: Annotation) => boolean> = {
  unlinked: ({ type, body }) => type === 'actor' && body.actorId === undefined,
  unsourced: ({ type, body }) =>
    type !== 'actor' && body.attribution.length === 0 && (type === 'claim' || body.holders.length === 0),
  unsure: ({ certainty }) => certainty === 'unsure',
  orphan: ({ anchor }) => anchor === 'orphan',
}
