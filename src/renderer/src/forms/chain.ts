/** Chains of attribution as the form changes them: innermost speaker first, the publishing outlet last. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Attribution, Source, Step } from '../../../core/attribution.ts'
import type { Rows } from '../data/annotation-rows.ts'

/** A step more: outside of those that are there, but inside of the outlet that publishes. */
export const withStep = (chain: Attribution, source: Source, publishes: boolean): Attribution => {
  const step: Step = { sources: [source], cue: [], basis: publishes ? 'publisher' : 'context' }
  const last = chain.at(-1)
  return !publishes && last?.basis === 'publisher' ? [...chain.slice(0, -1), step, last] : [...chain, step]
}

export const withMoved = (chain: Attribution, from: number, by: 1 | -1): Attribution => {
  const step = chain[from]
  const to = from + by
  if (!step || to < 0 || to >= chain.length) return chain
  return chain.toSpliced(from, 1).toSpliced(to, 0, step)
}

/** Words in the text make the basis, and without them nothing but the context is left. */
export const withCue = (step: Step, cue: Step['cue']): Step => {
  const basis = cue.length > 0 ? 'cue' : step.basis === 'cue' ? 'context' : step.basis
  return { ...step, cue, basis }
}

/** The chain of the nearest annotation before, without its cue words: those stand elsewhere. */
export const chainBefore = (rows: Rows, row: Annotation): Attribution | undefined => {
  const before = rows.slice(
    0,
    rows.findIndex(({ id }) => id === row.id),
  )
  const model = before.findLast(
    ({ type, body }) => type !== 'actor' && 'attribution' in body && body.attribution.length > 0,
  )
  return model && model.type !== 'actor' ? model.body.attribution.map((step) => withCue(step, [])) : undefined
}
