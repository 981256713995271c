/** What becomes of what the files say of a span beside its words: attributes, a note, or a part of the annotation's body. */

import type { Stance } from '../../../core/annotation-types/position.ts'
import type { FoundFeature } from '../../../core/formats/found.ts'
import { type BodyMember, bodyMembers, type TakenRule } from '../../../core/formats/mapping.ts'
import { bodyProposal, featuresIn } from '../../../core/formats/propose-body.ts'
import type { ActorType } from '../../../core/registries.ts'
import type { AnnotationType } from '../../../core/schema.ts'

/** 'holderSpeaker': who speaks holds the position too. */
export type FeatureRole = BodyMember | 'holderSpeaker' | 'attribute' | 'note' | 'ignore'

const members = Object.keys(bodyMembers) as BodyMember[]
const sources = ['actor', 'holder', 'speaker', 'toward'] as const
type Source = (typeof sources)[number]

const fits = (member: BodyMember, type: AnnotationType): boolean => bodyMembers[member].some((one) => one === type)

/** What a feature can become in annotations of a type. */
export const rolesFor = (type: AnnotationType): FeatureRole[] => [
  'attribute',
  ...members.flatMap((member): FeatureRole[] =>
    fits(member, type) ? (member === 'speaker' && type === 'position' ? ['speaker', 'holderSpeaker'] : [member]) : [],
  ),
  'note',
  'ignore',
]

export const roleOf = (rule: TakenRule, feature: string): FeatureRole => {
  const names = (source: Source) => rule[source]?.some((one) => one.feature === feature) ?? false
  if (names('holder') && names('speaker')) return 'holderSpeaker'
  const source = sources.find(names)
  if (source) return source
  if (rule.issue === feature) return 'issue'
  if (rule.paraphrase === feature) return 'paraphrase'
  if (rule.stance?.feature === feature) return 'stance'
  if (rule.note === feature) return 'note'
  return rule.attributes?.[feature] === undefined ? 'ignore' : 'attribute'
}

/** The rule with something else becoming of a feature; what only one feature can be, another is no longer. */
export const withRole = (rule: TakenRule, { name, values }: FoundFeature, role: FeatureRole): TakenRule => {
  const free = without(rule, name)
  const source = { feature: name, actorType: actorTypeOf(rule, name) ?? 'other' }
  const named = (...to: Source[]) => Object.fromEntries(to.map((one) => [one, [...(free[one] ?? []), source]]))
  switch (role) {
    case 'ignore':
      return free
    case 'attribute':
      return { ...free, attributes: { ...free.attributes, [name]: name } }
    case 'holderSpeaker':
      return { ...free, ...named('holder', 'speaker') }
    case 'actor':
    case 'holder':
    case 'speaker':
    case 'toward':
      return { ...free, ...named(role) }
    case 'stance': {
      const proposed = bodyProposal('position', [{ name: 'stance', values }]).stance
      return { ...free, stance: { feature: name, values: proposed?.values ?? {} } }
    }
    default:
      return { ...free, [role]: name }
  }
}

const without = (rule: TakenRule, name: string): TakenRule => {
  const { attributes = {}, actor, holder, speaker, toward, issue, paraphrase, stance, note, ...rest } = rule
  const others = Object.entries(attributes).filter(([feature]) => feature !== name)
  const kept = (list: TakenRule['holder']) => list?.filter(({ feature }) => feature !== name) ?? []
  const left = { actor: kept(actor), holder: kept(holder), speaker: kept(speaker), toward: kept(toward) }
  return {
    ...rest,
    ...(others.length > 0 && { attributes: Object.fromEntries(others) }),
    ...Object.fromEntries(Object.entries(left).filter(([, list]) => list.length > 0)),
    ...(issue !== undefined && issue !== name && { issue }),
    ...(paraphrase !== undefined && paraphrase !== name && { paraphrase }),
    ...(note !== undefined && note !== name && { note }),
    ...(stance && stance.feature !== name && { stance }),
  }
}

/** Of which type the actors are that a feature names. */
export const actorTypeOf = (rule: TakenRule, name: string): ActorType | undefined =>
  sources.flatMap((source) => rule[source] ?? []).find(({ feature }) => feature === name)?.actorType

export const withActorType = (rule: TakenRule, name: string, actorType: ActorType): TakenRule => {
  const typed = sources.flatMap((source) => {
    const list = rule[source]?.map((one) => (one.feature === name ? { ...one, actorType } : one))
    return list ? [[source, list]] : []
  })
  return { ...rule, ...Object.fromEntries(typed) }
}

/** @param stance nothing where the value means none */
export const withStance = (rule: TakenRule, value: string, stance: Stance | undefined): TakenRule => {
  if (!rule.stance) return rule
  const { [value]: _, ...others } = rule.stance.values
  return { ...rule, stance: { ...rule.stance, values: stance ? { ...others, [value]: stance } : others } }
}

/** What is proposed where a rule makes annotations of another type; what was left out stays out. */
export const featuresFor = (
  type: AnnotationType,
  features: readonly FoundFeature[],
  before: TakenRule | undefined,
): Partial<TakenRule> => {
  const wanted = features.filter(({ name }) => !before || roleOf(before, name) !== 'ignore')
  const body = bodyProposal(type, wanted)
  const used = featuresIn(body)
  const rest = wanted.filter(({ name }) => !used.has(name))
  const attributes = Object.fromEntries(rest.map(({ name }) => [name, before?.attributes?.[name] ?? name]))
  return { ...body, ...(rest.length > 0 && { attributes }) }
}
