/** How the sample's annotations are written by hand: places by quote, so that the articles' wording may still change. */
import type { ActorBody } from '../../../src/core/annotation-types/actor.ts'
import type { ClaimBody } from '../../../src/core/annotation-types/claim.ts'
import type { PositionBody } from '../../../src/core/annotation-types/position.ts'
import type { Step } from '../../../src/core/attribution.ts'
import type { Actor as ActorRecord, Alias } from '../../../src/core/registries.ts'

/**
 * Whole words of the article, `#n` after them where they stand there more than once, ` | ` between the fragments of a
 * discontinuous span.
 */
export type Place = string

/** An actor annotation of the same article (`@` and its place), a key of the registry, or `?` where nobody is named. */
export type Who = string

/** One step of a chain; without a cue it is known from the context. The publishing outlet is added by itself. */
export type Said = { by: Who | Who[]; cue?: Place; mode?: NonNullable<Step['mode']>; to?: Who | Who[] }

export type Role = 'speaker' | 'transmitter' | 'participant' | 'object'

/** Key of the actor (empty where the registry has none), place, kind of mention, role. */
export type Mention = readonly [actor: string, at: Place, mention: NonNullable<ActorBody['mention']>, role: Role]

type Common = {
  key: string
  at: Place
  said?: Said[]
  unsure?: true
  note?: string
  attributes?: Record<string, string | boolean>
}

export type Position = Common & {
  code: 'declared' | 'ascribed' | 'implied'
  holders: Who[]
  issue: string
  stance: NonNullable<PositionBody['stance']>
  strength?: NonNullable<PositionBody['strength']>
  /** In words, and where the text says it. */
  condition?: readonly [text: string, at: Place]
  toward?: string
}

export type Claim = Common & {
  code: 'event' | 'assessment' | 'intention' | 'forecast'
  paraphrase?: string
  modality: NonNullable<ClaimBody['modality']>
  issues: string[]
  evidenceFor?: string[]
}

export type AnnotatedArticle = {
  fileName: string
  /** Key of the publishing outlet in the registry. */
  outlet: string
  /** When the annotator worked on it. */
  at: string
  mentions: Mention[]
  positions: Position[]
  claims: Claim[]
}

/** Name, type, aliases as `language kind text`, memberships. */
export type Actor = {
  key: string
  name: string
  type: ActorRecord['actorType']
  aliases?: [lang: 'ru' | 'en', kind: Alias['kind'], ...texts: string[]][]
  memberOf?: string[]
  note?: string
}

export type Issue = { key: string; name: string; parent?: string; description?: string }

/** From, type, to (an annotation's key, or `actor:` and a key of the registry). */
export type Link = readonly [from: string, type: string, to: string, note?: string]
