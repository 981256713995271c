/**
 * The mapping of an import turned round: annotations and links go out under the names that the other program has for them, so that
 * what was imported by a mapping and is exported by it has its own layers and features again.
 */
import type { Annotation } from '../../annotation.ts'
import type { Link } from '../../records.ts'
import type { ForeignValue } from '../foreign.ts'
import type { ImportMapping, TakenRule } from '../mapping.ts'
import type { Names } from './names.ts'

/** `attributes` are those of the record, by the names of features; `where` are values that stand for the layer's label. */
export type Renamed = { layer: string; attributes: Features; where: Features }

type Features = Record<string, ForeignValue>

/** Of a span besides: what it says in other words of the rule's, and the code that the rule gave it. */
export type RenamedSpan = Renamed & { code?: string; said(decisions: Features): Features }

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
    for (const rule of rules) {
      const { code: name } = rule
      const code = name === undefined ? undefined : codes.find((id) => names.isCalled(id, name))
      if (code !== undefined) return { ...renamedSpan(rule, attributes), code: names.code(code).id }
    }
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
