/** What becomes of a foreign file's layers: its form as a file, and how it is applied. Pure: nothing is written here. */
import { z } from 'zod'
import { stance } from '../annotation-types/position.ts'
import { actorType } from '../registries.ts'
import { type AnnotationType, annotationType, attributeValues, key, nonEmptyText } from '../schema.ts'
import type { Span } from '../span.ts'
import type { ForeignDocument, ForeignSpan, ForeignValue } from './foreign.ts'
import { type SaidBody, saidIn } from './mapped-body.ts'

const condition = { layer: z.string(), where: attributeValues.optional() }
const ignore = z.strictObject({ ...condition, as: z.literal('ignore') })
/** Attribute keys by the names of features. */
const attributes = z.record(nonEmptyText, key).optional()

const feature = nonEmptyText
/** Of several features that name an actor the first that says something. */
const named = z
  .array(z.strictObject({ feature, actorType: actorType.optional() }))
  .min(1)
  .optional()

/** Features that go into the body; the types whose bodies have a place for them. */
export const bodyMembers = {
  /** The entry of the registry that is mentioned. */
  actor: ['actor'],
  holder: ['position'],
  /** The first link of the chain of attribution. */
  speaker: ['position', 'claim'],
  /** Who is criticised or backed. */
  toward: ['position'],
  issue: ['position', 'claim'],
  stance: ['position'],
  paraphrase: ['claim'],
} as const satisfies Record<string, readonly AnnotationType[]>

const taken = z
  .strictObject({
    ...condition,
    as: annotationType,
    code: nonEmptyText.optional(),
    attributes,
    note: feature.optional(),
    actor: named,
    holder: named,
    speaker: named,
    toward: named,
    issue: feature.optional(),
    /** Which stance each value of the feature means. */
    stance: z.strictObject({ feature, values: z.record(z.string(), stance) }).optional(),
    paraphrase: feature.optional(),
  })
  .superRefine((rule, { addIssue }) => {
    for (const [member, types] of Object.entries(bodyMembers)) {
      const isThere = Reflect.get(rule, member) !== undefined
      if (isThere && !types.some((type) => type === rule.as)) addIssue({ code: 'custom', path: [member] })
    }
  })

/** Of several rules the first that fits decides; `where` names values that features must have. */
export const importMapping = z.strictObject({
  format: z.literal('actant-import-mapping'),
  formatVersion: z.literal('1.0'),
  spans: z.array(z.union([ignore, taken])),
  relations: z.array(z.union([ignore, z.strictObject({ ...condition, as: z.literal('link'), type: key, attributes })])),
})

export type ImportMapping = z.infer<typeof importMapping>
export type BodyMember = keyof typeof bodyMembers
export type SpanRule = ImportMapping['spans'][number]
export type TakenRule = z.infer<typeof taken>
export type RelationRule = ImportMapping['relations'][number]

export type MappedAnnotation = {
  /** The span's; of several the first one's. */
  id: string
  type: AnnotationType
  /** Labels of codes, each with the layer that it is for. */
  codes: { label: string; layer: string }[]
  attributes: Record<string, ForeignValue>
  body: SaidBody
  fragments: Span[]
  note?: string
  annotator?: string
}

export type MappedLink = {
  id: string
  type: string
  /** Ids of mapped annotations. */
  from: string
  to: string
  attributes: Record<string, ForeignValue>
  note?: string
}

export const leftOutReasons = [
  /** The mapping says so. */
  'ignored',
  /** No rule of the mapping fits. */
  'unmapped',
  /** A place without words. */
  'no-words',
  /** A feature that the mapping makes no attribute of. */
  'feature',
  /** A value that the mapping gives no meaning. */
  'value',
  /** A value that the project's attribute of this key does not allow. */
  'attribute',
  /** Something in the file that is not read. */
  'unread',
  /** A relation, one end of which was left out. */
  'end',
  /** A relation from an annotation to itself. */
  'self',
  /** A relation between annotations that its link type does not join. */
  'link-types',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
export type LeftOut = { reason: LeftOutReason; what: string; count: number }

/** Counts what is left out by reason and name. */
export const leftOutList = () => {
  const counts = new Map<string, LeftOut>()
  return {
    add: (reason: LeftOutReason, what: string, count = 1): void => {
      const entry = counts.get(`${reason} ${what}`) ?? { reason, what, count: 0 }
      entry.count += count
      counts.set(`${reason} ${what}`, entry)
    },
    list: (): LeftOut[] => [...counts.values()],
  }
}

type LeftOutList = ReturnType<typeof leftOutList>

/** Applies a mapping; what it leaves out is added to the list. */
export const mapped = (
  { spans, relations }: ForeignDocument,
  mapping: ImportMapping,
  leftOut: LeftOutList,
): { annotations: MappedAnnotation[]; links: MappedLink[] } => {
  const single = spans.flatMap((span): Single[] => {
    const rule = ruleFor(mapping.spans, span)
    if (!rule || rule.as === 'ignore') {
      leftOut.add(rule ? 'ignored' : 'unmapped', span.layer)
      return []
    }
    if (span.fragments.some(({ start, end }) => start === end)) {
      leftOut.add('no-words', span.layer)
      return []
    }
    const { id, layer, fragments, annotator } = span
    const { body, note: said, used } = saidIn(span, rule, leftOut.add)
    const note = [span.note, said].filter(Boolean).join('\n')
    return [
      {
        id,
        unit: span.unit ?? id,
        type: rule.as,
        codes: rule.code === undefined ? [] : [{ label: rule.code, layer }],
        attributes: attributesOf(span, rule, leftOut, used),
        body,
        fragments,
        ...(note && { note }),
        ...(annotator && { annotator }),
      },
    ]
  })
  const annotations = [...Map.groupBy(single, ({ unit, type }) => `${type} ${unit}`).values()].flatMap(asOne)
  const ids = new Map(single.map(({ id, unit, type }) => [id, `${type} ${unit}`]))
  const first = new Map(annotations.map(({ id }) => [ids.get(id), id]))
  const links = relations.flatMap((relation): MappedLink[] => {
    const { id, layer, note } = relation
    const rule = ruleFor(mapping.relations, relation)
    const [from, to] = [relation.from, relation.to].map((end) => first.get(ids.get(end)))
    if (!rule || rule.as === 'ignore') leftOut.add(rule ? 'ignored' : 'unmapped', layer)
    else if (from === undefined || to === undefined) leftOut.add('end', layer)
    else if (from === to) leftOut.add('self', layer)
    else {
      const attributes = attributesOf(relation, rule, leftOut)
      return [{ id, type: rule.type, from, to, attributes, ...(note && { note }) }]
    }
    return []
  })
  return { annotations, links }
}

type Single = MappedAnnotation & { unit: string }

/** What several spans of one unit say together. */
const asOne = (parts: readonly Single[]): MappedAnnotation[] => {
  const [first] = parts
  if (!first) return []
  const { unit: _, ...annotation } = first
  if (parts.length === 1) return [annotation]
  const notes = [...new Set(parts.flatMap(({ note }) => note ?? []))]
  return [
    {
      ...annotation,
      codes: parts.flatMap(({ codes }) => codes),
      attributes: Object.assign({}, ...parts.map(({ attributes }) => attributes)),
      body: Object.assign({}, ...parts.map(({ body }) => body)),
      ...(notes.length > 0 && { note: notes.join('\n') }),
    },
  ]
}

type Featured = Pick<ForeignSpan, 'layer' | 'features'>

/** The first rule that fits. */
export const ruleFor = <R extends SpanRule | RelationRule>(rules: readonly R[], of: Featured): R | undefined =>
  rules.find(
    ({ layer, where = {} }) =>
      layer === of.layer && Object.entries(where).every(([name, value]) => of.features[name] === value),
  )

const attributesOf = (
  { layer, features }: Featured,
  rule: { where?: object | undefined; attributes?: Record<string, string> | undefined },
  leftOut: LeftOutList,
  used: ReadonlySet<string> = new Set(),
): MappedAnnotation['attributes'] => {
  const { where = {}, attributes = {} } = rule
  const entries = Object.entries(features).flatMap(([name, value]): [string, ForeignValue][] => {
    const key = attributes[name]
    if (key !== undefined) return [[key, value]]
    if (!(name in where) && !used.has(name)) leftOut.add('feature', `${layer}: ${name}`)
    return []
  })
  return Object.fromEntries(entries)
}
