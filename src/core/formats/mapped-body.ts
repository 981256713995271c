/** What a rule of a mapping makes of a span's features, by names: the entries they mean are looked up, or made, by whoever writes. */
import type { Stance } from '../annotation-types/position.ts'
import type { ActorType } from '../registries.ts'
import type { ForeignSpan, ForeignValue } from './foreign.ts'
import type { ImportMapping, LeftOutReason, TakenRule } from './mapping.ts'

/** An entry by its name, and the feature that says it. */
export type NamedEntry = { name: string; layer: string; feature: string }
export type NamedActor = NamedEntry & { actorType: ActorType }

export type SaidBody = {
  actor?: NamedActor
  holder?: NamedActor
  speaker?: NamedActor
  toward?: NamedActor
  issue?: NamedEntry
  stance?: Stance
  paraphrase?: string
}

type Said = {
  body: SaidBody
  note?: string
  /** Features of which something was made. */
  used: Set<string>
}

export const saidIn = (
  { layer, features }: Pick<ForeignSpan, 'layer' | 'features'>,
  rule: TakenRule,
  leaveOut: (reason: LeftOutReason, what: string) => void,
): Said => {
  const used = new Set<string>()
  const words = (feature: string | undefined): string | undefined => {
    const value = feature === undefined ? undefined : wordsOf(features[feature])
    if (feature !== undefined && value !== undefined) used.add(feature)
    return value
  }
  const actor = (sources: TakenRule['holder']): NamedActor | undefined => {
    const found = sources?.find(({ feature }) => wordsOf(features[feature]) !== undefined)
    const name = words(found?.feature)
    if (!found || name === undefined) return undefined
    return { name, layer, feature: found.feature, actorType: found.actorType ?? 'other' }
  }
  const stanceIn = ({ feature, values }: NonNullable<TakenRule['stance']>): Stance | undefined => {
    const value = words(feature)
    if (value === undefined) return undefined
    if (!Object.hasOwn(values, value)) leaveOut('value', `${layer}: ${feature} = ${value}`)
    return values[value]
  }
  const issue = words(rule.issue)
  const members = {
    actor: actor(rule.actor),
    holder: actor(rule.holder),
    speaker: actor(rule.speaker),
    toward: actor(rule.toward),
    ...(issue !== undefined && rule.issue !== undefined && { issue: { name: issue, layer, feature: rule.issue } }),
    stance: rule.stance && stanceIn(rule.stance),
    paraphrase: words(rule.paraphrase),
  }
  const note = words(rule.note)
  const body: SaidBody = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
  return { body, ...(note !== undefined && { note }), used }
}

/** What entries that a feature of a layer names are made of: issues, or actors of a type. */
export const entryKind = (
  { spans }: ImportMapping,
  { layer, feature }: Pick<NamedEntry, 'layer' | 'feature'>,
): 'issue' | ActorType | undefined => {
  const rules = spans.filter((rule) => rule.as !== 'ignore').filter((rule) => rule.layer === layer)
  if (rules.some(({ issue }) => issue === feature)) return 'issue'
  const named = rules.flatMap(({ actor = [], holder = [], speaker = [], toward = [] }) => [
    ...actor,
    ...holder,
    ...speaker,
    ...toward,
  ])
  const source = named.find((one) => one.feature === feature)
  return source && (source.actorType ?? 'other')
}

/** Nothing where a feature says nothing. */
const wordsOf = (value: ForeignValue | undefined): string | undefined => String(value ?? '').trim() || undefined
