/** What is compared of an annotation: its place, and what its annotator decided; ids as they stand after merges. */
import type { Annotation } from '../../annotation.ts'
import type { Source, Step } from '../../attribution.ts'
import type { Chain } from '../chain-distance.ts'
import type { Matchable } from '../matching.ts'

/** What can be asked about one span; null where nobody decided. */
export const attributes = ['code', 'issue', 'stance', 'actor', 'holder', 'speaker'] as const
export type Attribute = (typeof attributes)[number]

export type Unit = Matchable & {
  id: string
  articleId: string
  codes: string[]
  issues: string[]
  values: Record<Attribute, string | null>
  chain: Chain | undefined
}

/** The entry that an id stands for after merges. */
export type Follow = (id: string) => string
export type Resolve = { actor: Follow; issue: Follow; code: Follow }

type Entry = { id: string; mergedInto?: string | undefined }

/** Follows entries to those they were merged into; a circle ends where it began to repeat. */
export const followIn = (entries: readonly Entry[]): Follow => {
  const next = new Map(entries.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, mergedInto]])))
  return (id) => {
    const seen = new Set<string>()
    let at = id
    for (let goal = next.get(at); goal !== undefined && !seen.has(at); goal = next.get(at)) {
      seen.add(at)
      at = goal
    }
    return at
  }
}

/** An article's annotations; orphans have no place, and adjudicated ones were not made independently. */
export const unitsOf = (annotations: readonly Annotation[], resolve: Resolve): Unit[] => {
  const mentions = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const nameOf = (source: Source): string => {
    if ('implicit' in source) return 'implicit'
    if ('actor' in source) return `actor:${resolve.actor(source.actor)}`
    const mention = mentions.get(source.annotation)
    if (!mention) return `annotation:${source.annotation}`
    if (mention.type === 'actor' && mention.body.actorId !== undefined)
      return `actor:${resolve.actor(mention.body.actorId)}`
    // Nobody has said who that is: then the words must do.
    return `words:${mention.target.fragments.map(({ quote }) => quote.toLowerCase()).join(' ')}`
  }
  return annotations
    .filter(({ anchor, origin }) => anchor !== 'orphan' && origin !== 'adjudication')
    .map((annotation) => unitOf(annotation, resolve, nameOf))
}

const unitOf = (annotation: Annotation, resolve: Resolve, nameOf: (source: Source) => string): Unit => {
  const { id, articleId, annotatorId, type, target, body } = annotation
  const codes = unique(annotation.codes.map(resolve.code))
  const issueIds = type === 'claim' ? body.issueIds : type === 'position' && body.issueId ? [body.issueId] : []
  const issues = unique(issueIds.map(resolve.issue))
  const chain = type === 'actor' ? [] : body.attribution.map((step) => sourcesOf(step, nameOf))
  const mentioned = type === 'actor' && body.actorId !== undefined ? [resolve.actor(body.actorId)] : []
  return {
    id,
    articleId,
    annotator: annotatorId,
    type,
    fragments: target.fragments,
    codes,
    issues,
    chain: chain.length ? chain : undefined,
    values: {
      code: asOne(codes),
      issue: asOne(issues),
      stance: (type === 'position' && body.stance) || null,
      actor: asOne(mentioned),
      holder: asOne(type === 'position' ? unique(body.holders.map(nameOf)) : []),
      speaker: asOne(chain[0] ?? []),
    },
  }
}

const sourcesOf = (step: Step, nameOf: (source: Source) => string): string[] => unique(step.sources.map(nameOf))

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort()

/** Several values are one: two annotators agree where they chose the same ones. */
const asOne = (values: readonly string[]): string | null => (values.length ? values.join('\n') : null)
