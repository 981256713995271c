/** The fragments an annotation is made of: its target's, and the loose ones of cues and conditions, which may get lost. */
import type { Annotation } from './annotation.ts'
import type { Attribution } from './attribution.ts'
import type { LosableFragment } from './span.ts'

/** One cue or one condition: its fragments and their place in the record, as a JSON pointer. */
export type LooseGroup = { fragments: LosableFragment[]; where: string }

/** All cues and the condition of an annotation. */
export const looseGroups = ({ type, body }: Annotation): LooseGroup[] => {
  if (type === 'actor') return []
  const cues = body.attribution.map((step, i) => ({ fragments: step.cue, where: cuePlace(i) }))
  if (type === 'claim' || !body.condition) return cues
  return [...cues, { fragments: body.condition.fragments, where: conditionPlace }]
}

/** The annotation with the fragments of its cues and condition changed, group by group. */
export const mapLooseGroups = (
  annotation: Annotation,
  change: (group: LooseGroup) => LosableFragment[],
): Annotation => {
  if (annotation.type === 'actor') return annotation
  const attribution: Attribution = annotation.body.attribution.map((step, i) => {
    const cue = change({ fragments: step.cue, where: cuePlace(i) })
    return cue === step.cue ? step : { ...step, cue }
  })
  if (annotation.type === 'claim') return { ...annotation, body: { ...annotation.body, attribution } }
  const { condition } = annotation.body
  if (!condition) return { ...annotation, body: { ...annotation.body, attribution } }
  const fragments = change({ fragments: condition.fragments, where: conditionPlace })
  return { ...annotation, body: { ...annotation.body, attribution, condition: { ...condition, fragments } } }
}

const cuePlace = (step: number): string => `/body/attribution/${step}/cue`
const conditionPlace = '/body/condition/fragments'
