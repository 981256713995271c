/** Annotation records from what is written by hand. Offsets are UTF-16 code units. */
import { actors } from '../../resources/sample/annotations/index.ts'
import type {
  AnnotatedArticle,
  Claim,
  Mention,
  Place,
  Position,
  Said,
  Who,
} from '../../resources/sample/annotations/types.ts'
import { describe } from '../../src/core/anchor.ts'
import type { Annotation } from '../../src/core/annotation.ts'
import type { Article } from '../../src/core/article.ts'
import type { Source, Step } from '../../src/core/attribution.ts'
import { byCodeUnit } from '../../src/core/canonical.ts'
import type { AnnotationType } from '../../src/core/schema.ts'
import type { Fragment } from '../../src/core/span.ts'
import { spansOf } from './places.ts'
import { idFor, stampFor } from './stamps.ts'

/** All annotations of one article. Throws where a place, an actor or a key does not exist. */
export const annotationsOf = (source: AnnotatedArticle, article: Article): Annotation[] => {
  const common = commonOf(source, article)
  return [
    ...source.mentions.map((mention) => mentionRecord(source, common, mention)),
    ...source.positions.map((position) => positionRecord(source, common, position)),
    ...source.claims.map((claim) => claimRecord(source, common, claim)),
  ]
}

type Common = ReturnType<typeof commonOf>

const commonOf = ({ at }: AnnotatedArticle, { id, text }: Article) => ({
  fragments: (place: Place): Fragment[] => describe(text, spansOf(text, place)).fragments,
  members: (type: AnnotationType, key: string, place: Place, code: string) => {
    const stamp = stampFor('annotation', key, at)
    return {
      ...stamp,
      articleId: id,
      annotatorId: stamp.createdBy,
      target: describe(text, spansOf(text, place)),
      codes: [idFor('code', `${type}.${code}`)],
      attributes: {},
      certainty: 'sure' as const,
      origin: 'manual' as const,
      basedOn: [],
      anchor: 'exact' as const,
    }
  },
})

const mentionKey = ({ fileName }: AnnotatedArticle, place: Place): string => `${fileName}: ${place}`

const mentionRecord = (source: AnnotatedArticle, common: Common, [actor, at, mention, role]: Mention): Annotation => {
  const anonymous = actors.find(({ key }) => key === actor)?.type === 'anonymous'
  return {
    ...common.members('actor', mentionKey(source, at), at, role),
    type: 'actor',
    body: { ...(actor !== '' && { actorId: actorId(actor) }), mention },
    attributes: anonymous ? { anonymous: true } : {},
  }
}

const positionRecord = (source: AnnotatedArticle, common: Common, position: Position): Annotation => ({
  ...common.members('position', position.key, position.at, position.code),
  ...optional(position),
  type: 'position',
  body: {
    holders: position.holders.map((who) => sourceOf(source, who)),
    issueId: idFor('issue', position.issue),
    stance: position.stance,
    ...(position.strength && { strength: position.strength }),
    ...(position.condition && {
      condition: { text: position.condition[0], fragments: common.fragments(position.condition[1]) },
    }),
    ...(position.toward !== undefined && { toward: actorId(position.toward) }),
    attribution: chain(source, common, position.said),
  },
})

const claimRecord = (source: AnnotatedArticle, common: Common, claim: Claim): Annotation => ({
  ...common.members('claim', claim.key, claim.at, claim.code),
  ...optional(claim),
  type: 'claim',
  body: {
    ...(claim.paraphrase !== undefined && { paraphrase: claim.paraphrase }),
    modality: claim.modality,
    issueIds: claim.issues.map((issue) => idFor('issue', issue)).sort(byCodeUnit),
    evidenceFor: (claim.evidenceFor ?? []).map((key) => idFor('annotation', key)).sort(byCodeUnit),
    attribution: chain(source, common, claim.said),
  },
})

const optional = ({ unsure, note, attributes }: Position | Claim) => ({
  ...(unsure && { certainty: 'unsure' as const }),
  ...(note !== undefined && { note }),
  ...(attributes && { attributes }),
})

/** The steps as written, then the outlet that publishes the article. */
const chain = (source: AnnotatedArticle, common: Common, said: Said[] = []): Step[] => [
  ...said.map(({ by, cue, mode, to }) => ({
    sources: [by].flat().map((who) => sourceOf(source, who)),
    cue: cue === undefined ? [] : common.fragments(cue),
    basis: cue === undefined ? ('context' as const) : ('cue' as const),
    ...(mode && { mode }),
    ...(to !== undefined && { addressees: [to].flat().map((who) => sourceOf(source, who)) }),
  })),
  { sources: [{ actor: actorId(source.outlet) }], cue: [], basis: 'publisher' },
]

const sourceOf = (source: AnnotatedArticle, who: Who): Source => {
  if (who === '?') return { implicit: true }
  if (!who.startsWith('@')) return { actor: actorId(who) }
  const place = who.slice(1)
  if (!source.mentions.some(([, at]) => at === place)) throw new Error(`no mention at ${place}`)
  return { annotation: idFor('annotation', mentionKey(source, place)) }
}

const actorId = (key: string): string => {
  if (!actors.some((actor) => actor.key === key)) throw new Error(`no actor ${key}`)
  return idFor('actor', key)
}
