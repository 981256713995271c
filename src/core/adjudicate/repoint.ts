/** References of an adjudicated annotation: from what annotators made to what was made of it. */
import type { Annotation } from '../annotation.ts'
import type { Attribution, Source } from '../attribution.ts'
import { canonicalText } from '../canonical.ts'
import type { Adjudication, Link } from '../records.ts'
import { referencesOf } from '../references.ts'

/** Where a reference to an annotation is to lead; nothing where it stays. */
export type Counterpart = (id: string) => string | undefined

/**
 * What was made of each input. Of several outcomes of one decision it is the one that is based on the input.
 * @param annotations the adjudicated ones that stand
 */
export const counterpartsIn = (
  adjudications: readonly Adjudication[],
  annotations: ReadonlyMap<string, Annotation>,
): Counterpart => {
  const made = new Map<string, string>()
  for (const { inputs, output } of adjudications) {
    const annotation = output === undefined ? undefined : annotations.get(output)
    if (!annotation) continue
    for (const id of inputs) if (!made.has(id) || annotation.basedOn.includes(id)) made.set(id, annotation.id)
  }
  return (id) => made.get(id)
}

/** The annotation with its holders, sources, addressees and evidence led to their counterparts; the same where all lead there. */
export const repointed = (annotation: Annotation, counterpart: Counterpart): Annotation => {
  const leadsElsewhere = referencesOf({ kind: 'annotation', record: annotation }).some(({ kind, id, where }) => {
    const to = kind === 'annotation' && where.startsWith('/body/') ? counterpart(id) : undefined
    return to !== undefined && to !== id
  })
  if (annotation.type === 'actor' || !leadsElsewhere) return annotation
  const lead = (sources: readonly Source[]): Source[] =>
    distinct(sources.map((source) => leadSource(source, counterpart)))
  const attribution: Attribution = annotation.body.attribution.map(({ addressees, ...step }) => ({
    ...step,
    sources: lead(step.sources),
    ...(addressees && { addressees: lead(addressees) }),
  }))
  if (annotation.type === 'position') {
    return { ...annotation, body: { ...annotation.body, holders: lead(annotation.body.holders), attribution } }
  }
  const evidence = annotation.body.evidenceFor.map((id) => counterpart(id) ?? id)
  return { ...annotation, body: { ...annotation.body, evidenceFor: [...new Set(evidence)].sort(), attribution } }
}

export type CarriedLink = Pick<Link, 'from' | 'to' | 'type' | 'certainty' | 'attributes' | 'note'>

/**
 * The links that come along with adjudicated annotations: both ends have a counterpart (or the far end is an actor), and each
 * annotation that the nearer one is based on has such a link, so that what only one of two who agree has linked stays out.
 */
export const carriedLinks = (
  annotations: readonly Annotation[],
  links: readonly Link[],
  counterpart: Counterpart,
  isSymmetric: (type: string) => boolean,
): CarriedLink[] => {
  const ends = links.flatMap((link) => {
    const { from, to, type } = link
    const forth = { link, at: from, type: `> ${type}`, to }
    if (!isSymmetric(type) || !('annotation' in to)) return [forth]
    return [
      { ...forth, type: `= ${type}` },
      { link, at: to.annotation, type: `= ${type}`, to: { annotation: from } },
    ]
  })
  const byStart = Map.groupBy(ends, ({ at }) => at)
  const lead = (to: Link['to']): Link['to'] | undefined => {
    if ('actor' in to) return to
    const annotation = counterpart(to.annotation)
    return annotation === undefined ? undefined : { annotation }
  }
  const carried = new Map<string, CarriedLink>()
  for (const { id, basedOn } of annotations) {
    const perBase = basedOn.map((base) => (byStart.get(base) ?? []).map((end) => ({ ...end, to: lead(end.to) })))
    for (const { link, type, to } of perBase[0] ?? []) {
      const isShared = perBase.every((own) =>
        own.some((other) => other.type === type && other.to && to && canonicalText(other.to) === canonicalText(to)),
      )
      if (!to || !isShared || ('annotation' in to && to.annotation === id)) continue
      const { certainty, attributes, note } = link
      const turned = type.startsWith('=') && 'annotation' in to && to.annotation < id
      const [start, goal] = turned ? [to.annotation, { annotation: id }] : [id, to]
      const found = {
        from: start,
        to: goal,
        type: link.type,
        certainty,
        attributes,
        ...(note !== undefined && { note }),
      }
      carried.set(canonicalText({ from: found.from, to: found.to, type: found.type }), found)
    }
  }
  return [...carried.values()]
}

const leadSource = (source: Source, counterpart: Counterpart): Source => {
  const annotation = 'annotation' in source ? counterpart(source.annotation) : undefined
  return annotation === undefined ? source : { annotation }
}

const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [canonicalText(source), source])).values(),
]
