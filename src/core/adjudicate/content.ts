/** What annotators say in an annotation, in a form that can be compared: member by member, references by what they mean. */
import type { Resolve } from '../agreement/project/unit.ts'
import type { Annotation } from '../annotation.ts'
import type { Attribution, Source, Step } from '../attribution.ts'
import { canonicalText } from '../canonical.ts'
import { digestOf } from '../digest.ts'
import { mapLooseGroups } from '../fragments.ts'
import type { Span } from '../span.ts'

/** Members of an annotation in which annotators can differ; `place` is the target. */
export type ContentMember =
  | 'place'
  | 'codes'
  | 'attributes'
  | 'actorId'
  | 'mention'
  | 'holders'
  | 'issueId'
  | 'stance'
  | 'strength'
  | 'condition'
  | 'toward'
  | 'paraphrase'
  | 'modality'
  | 'issueIds'
  | 'evidenceFor'
  | 'attribution'

export type Comparable = Partial<Record<ContentMember, string>>

/**
 * What an annotation says. Codes, holders, sources, issues and evidence are sets; merged entries are one; a mention is the actor
 * it names, or else its place; evidence is the place of the position. Certainty and note are about the annotator: not compared.
 * @param others the annotations that may be referred to
 */
export const comparableOf = (
  annotation: Annotation,
  others: ReadonlyMap<string, Annotation>,
  resolve: Resolve,
): Comparable => {
  const sources = (list: readonly Source[]) => setOf(list.map((source) => sourceIn(source, others, resolve)))
  const chain = (steps: Attribution) =>
    steps.length > 0 ? canonicalText(steps.map((step) => stepIn(step, sources))) : undefined
  const { type, target, codes, attributes } = annotation
  const common = {
    place: placeOf(target.fragments),
    codes: codes.length > 0 ? setOf(codes.map(resolve.code)) : undefined,
    attributes: Object.keys(attributes).length > 0 ? canonicalText(attributes) : undefined,
  }
  if (type === 'actor') {
    const { actorId, mention } = annotation.body
    return compact({ ...common, actorId: actorId && resolve.actor(actorId), mention })
  }
  if (type === 'position') {
    const { holders, issueId, stance, strength, condition, toward, attribution } = annotation.body
    return compact({
      ...common,
      holders: holders.length > 0 ? sources(holders) : undefined,
      issueId: issueId && resolve.issue(issueId),
      stance,
      strength,
      condition: condition && canonicalText([condition.text, placeOf(condition.fragments)]),
      toward: toward && resolve.actor(toward),
      attribution: chain(attribution),
    })
  }
  const { paraphrase, modality, issueIds, evidenceFor, attribution } = annotation.body
  return compact({
    ...common,
    paraphrase,
    modality,
    issueIds: issueIds.length > 0 ? setOf(issueIds.map(resolve.issue)) : undefined,
    evidenceFor: evidenceFor.length > 0 ? setOf(evidenceFor.map((id) => annotationIn(id, others))) : undefined,
    attribution: chain(attribution),
  })
}

/** The members in which some of these differ; the place first. */
export const differingIn = (contents: readonly Comparable[]): ContentMember[] => {
  const members = [...new Set(contents.flatMap((content) => Object.keys(content) as ContentMember[]))]
  return members.filter((member) => new Set(contents.map((content) => content[member])).size > 1)
}

/**
 * A digest of what was there when it was decided about: it stays the same while the annotator changes nothing, also where the text
 * was corrected elsewhere or registry entries were merged.
 */
export const seenOf = (annotation: Annotation): string => {
  const { type, codes, attributes, body, target } = mapLooseGroups(annotation, ({ fragments }) =>
    fragments.map(({ quote }) => ({ start: 0, end: 0, quote })),
  )
  const quotes = target.fragments.map(({ quote }) => quote)
  return digestOf(canonicalText({ type, codes: [...codes].sort(), attributes, body, quotes }))
}

const sourceIn = (source: Source, others: ReadonlyMap<string, Annotation>, resolve: Resolve): string => {
  if ('implicit' in source) return 'implicit'
  if ('actor' in source) return `actor ${resolve.actor(source.actor)}`
  const mention = others.get(source.annotation)
  return mention?.type === 'actor' && mention.body.actorId !== undefined
    ? `actor ${resolve.actor(mention.body.actorId)}`
    : annotationIn(source.annotation, others)
}

const annotationIn = (id: string, others: ReadonlyMap<string, Annotation>): string => {
  const found = others.get(id)
  return found ? `${found.type} ${placeOf(found.target.fragments)}` : id
}

const stepIn = ({ sources, cue, basis, mode, addressees }: Step, say: (list: readonly Source[]) => string) => ({
  sources: say(sources),
  cue: placeOf(cue),
  basis,
  mode,
  addressees: addressees && say(addressees),
})

const placeOf = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(' ')
const setOf = (items: readonly string[]): string => canonicalText([...new Set(items)].sort())

const compact = (content: { [K in ContentMember]?: string | undefined }): Comparable =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Comparable
