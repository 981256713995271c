/**
 * The mapping of an import turned round: annotations and links go out under the names that the other program has for them, so that
 * what was imported by a mapping and is exported by it has its own layers and features again.
 */
import type { Annotation } from '../../annotation.ts'
import type { Link } from '../../records.ts'
import type { ActorType } from '../../registries.ts'
import type { ForeignValue } from '../foreign.ts'
import type { ImportMapping, TakenRule } from '../mapping.ts'
import type { Names } from './names.ts'

/** `attributes` are those of the record, by the names of features; `where` are values that stand for the layer's label. */
export type Renamed = { layer: string; attributes: Features; where: Features }

type Features = Record<string, ForeignValue>

/**
 * Of a span besides: the code that the rule gave it, and its decisions by the names of the features that the rule took them from; `said` has
 * the others too, by their own names.
 */
export type RenamedSpan = Renamed & {
  code?: string
  rule: TakenRule
  told(decisions: Decisions): Features
  said(decisions: Features): Features
}

/** By member of the body; actors by name and type. */
export type Decisions = {
  stance?: string
  issue?: string
  paraphrase?: string
  holder?: SaidActor
  speaker?: SaidActor
  toward?: SaidActor
}
type SaidActor = { name: string; actorType?: ActorType }

export type Renaming = {
  /** Nothing where no rule makes such an annotation; then it goes out as without a mapping. */
  span(annotation: Annotation): RenamedSpan | undefined
  relation(link: Link): Renamed | undefined
}

/** Of rules for a type, one whose code the annotation has comes before one without a code. */
export const renamingBy = ({ spans, relations }: ImportMapping, names: Names): Renaming => ({
  span: (annotation) => {
    const { type, codes, attributes } = annotation
    const rules = spans.flatMap((rule) => (rule.as === type ? [rule] : []))
    const byCode = (how: 'label' | 'key') => {
      for (const rule of rules) {
        const { code: name } = rule
        const code = name === undefined ? undefined : codes.find((id) => names.calledBy(id, name) === how)
        if (code !== undefined) return { ...renamedSpan(rule, attributes), code: names.code(code).id }
      }
      return undefined
    }
    const coded = byCode('label') ?? byCode('key')
    if (coded) return coded
    const plain = rules.find(({ code }) => code === undefined)
    return plain && renamedSpan(plain, attributes)
  },
  relation: ({ type, attributes }) => {
    const rules = relations.filter((rule) => rule.as === 'link' && rule.type === type)
    const [rule] = rules
    return rule && renamed(rule, attributes)
  },
})

const renamedSpan = (rule: TakenRule, attributes: Features): RenamedSpan => ({
  ...renamed(rule, attributes),
  rule,
  told: (decisions) => {
    const { stance, issue, paraphrase } = decisions
    const values = rule.stance?.values ?? {}
    const actors = (['holder', 'speaker', 'toward'] as const).flatMap((member) => {
      const [said, sources] = [decisions[member], rule[member]]
      const source = sources?.find(({ actorType }) => actorType === said?.actorType) ?? sources?.[0]
      return said && source ? [[source.feature, said.name]] : []
    })
    const stances = Object.keys(values).find((one) => values[one] === stance)
    return Object.fromEntries([
      ...actors,
      ...(rule.stance && stances !== undefined ? [[rule.stance.feature, stances]] : []),
      ...(rule.issue && issue !== undefined ? [[rule.issue, issue]] : []),
      ...(rule.paraphrase && paraphrase !== undefined ? [[rule.paraphrase, paraphrase]] : []),
    ])
  },
  said: (decisions) =>
    Object.fromEntries(
      Object.entries(decisions).map(([name, value]) => {
        if (name === 'stance' && rule.stance) {
          const { feature, values } = rule.stance
          return [feature, Object.keys(values).find((one) => values[one] === value) ?? value]
        }
        if (name === 'actor') return [rule.actor?.[0]?.feature ?? name, value]
        return [name === 'note' || name === 'issue' || name === 'paraphrase' ? (rule[name] ?? name) : name, value]
      }),
    ),
})

type Rule = {
  as: string
  layer: string
  where?: Record<string, ForeignValue> | undefined
  attributes?: Record<string, string> | undefined
}

const renamed = ({ layer, where = {}, attributes: keys = {} }: Rule, values: Record<string, ForeignValue>): Renamed => {
  const featureOf = new Map(Object.entries(keys).map(([feature, key]) => [key, feature]))
  const attributes = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [featureOf.get(key) ?? key, value]),
  )
  return { layer, attributes, where }
}

/** One name for it: the label that the layer keeps in a feature, else the layer. */
export const nameOf = ({ layer, where }: Renamed): string => {
  const [label] = Object.values(where)
  return label === undefined ? layer : String(label)
}
