/** A mapping to begin with, by the names that layers and labels have. What no name is known for becomes a claim with a code. */
import { annotationType } from '../schema.ts'
import type { ForeignDocument, ForeignValue } from './foreign.ts'
import { type ImportMapping, type RelationRule, ruleFor, type SpanRule } from './mapping.ts'
import { lastPart, pathMark, wordSet, wordsOf } from './name-words.ts'
import { bodyProposal, type Feature, featuresIn, isPosition } from './propose-body.ts'

export const proposeMapping = (documents: readonly ForeignDocument[]): ImportMapping => {
  const spans = toldApart(kindsOf(documents.flatMap((document) => document.spans)).map(spanRule))
  const relations = documents.flatMap((document) => {
    const isTaken = new Map(
      document.spans.map((span) => [span.id, (ruleFor(spans, span)?.as ?? 'ignore') !== 'ignore']),
    )
    return document.relations.map((one) => ({ ...one, isTaken: isTaken.get(one.from) && isTaken.get(one.to) }))
  })
  const taken = linksToldApart(kindsOf(relations.filter(({ isTaken }) => isTaken)).map(relationRule))
  const ignored = new Set(relations.map(({ layer }) => layer))
  for (const { layer } of taken) ignored.delete(layer)
  return {
    format: 'actant-import-mapping',
    formatVersion: '1.0',
    spans,
    relations: [...taken, ...[...ignored].sort().map((layer) => ({ layer, as: 'ignore' as const }))],
  }
}

/** Layers of one name in different paths are codes of different names, those of their paths; so are equal labels of different layers. */
const toldApart = (rules: readonly SpanRule[]): SpanRule[] => {
  const layers = Map.groupBy(rules, (rule) => (rule.as === 'ignore' ? '' : `${rule.as} ${rule.code ?? ''}`))
  return rules.map((rule) => {
    if (rule.as === 'ignore' || !rule.code) return rule
    const isAlone = (layers.get(`${rule.as} ${rule.code}`) ?? []).every(({ layer }) => layer === rule.layer)
    if (isAlone) return rule
    if (rule.layer.includes(pathMark)) return { ...rule, code: rule.layer }
    return rule.where ? { ...rule, code: `${lastPart(rule.layer)} ${rule.code}` } : rule
  })
}

/** Relations of different names that mean one type are told apart too: what is just called so has it, else the first; others are types of their own. */
const linksToldApart = (rules: readonly RelationRule[]): RelationRule[] => {
  const nameOf = ({ layer, where = {} }: RelationRule) => String(Object.values(where)[0] ?? lastPart(layer))
  const isCalledSo = (rule: RelationRule) => linkWords.some(([words]) => words.has(nameOf(rule).toLowerCase()))
  const byType = Map.groupBy(rules, (rule) => (rule.as === 'ignore' ? '' : rule.type))
  return rules.map((rule) => {
    if (rule.as === 'ignore') return rule
    const alike = byType.get(rule.type) ?? []
    const first = alike.find(isCalledSo) ?? alike[0]
    return rule === first ? rule : { ...rule, type: nameOf(rule) || rule.type }
  })
}

type Featured = { layer: string; features: Record<string, ForeignValue> }

/** A layer, or one label of a layer that keeps its labels in a feature. */
type Kind = { layer: string; label?: [feature: string, value: ForeignValue]; features: Feature[] }

const labelNames = ['value', 'label', 'labels', 'type', 'category', 'class', 'kind', 'tag', 'dependencytype', 'role']

/** More labels than this are words rather than labels. */
const manyLabels = 60

const kindsOf = (all: readonly Featured[]): Kind[] =>
  [...Map.groupBy(all, ({ layer }) => layer)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([layer, list]): Kind[] => {
      const names = [...new Set(list.flatMap((one) => Object.keys(one.features)))].sort()
      const label = labelNames.flatMap((known) => names.filter((one) => one.toLowerCase() === known))[0]
      // What is not wanted at all needs no rule for each of its labels.
      if (label === undefined || asIn(lastPart(layer)) === 'ignore')
        return [{ layer, features: featuresOf(list, names) }]
      const values = [...new Set(list.map((one) => one.features[label]))].filter((value) => value !== undefined).sort()
      if (values.length > manyLabels) return [{ layer, features: featuresOf(list, names) }]
      const features = featuresOf(
        list,
        names.filter((one) => one !== label),
      )
      const labelled = values.map((value): Kind => ({ layer, label: [label, value], features }))
      return list.some((one) => one.features[label] === undefined) ? [...labelled, { layer, features }] : labelled
    })

const featuresOf = (list: readonly Featured[], names: readonly string[]): Feature[] =>
  names.map((name) => ({
    name,
    values: [...new Set(list.flatMap((one) => one.features[name] ?? []))].sort(),
  }))

const conditionOf = ({ layer, label }: Kind) => ({ layer, ...(label && { where: { [label[0]]: label[1] } }) })

const attributesOf = ({ features }: Kind, used: ReadonlySet<string> = new Set()) => {
  const names = features.flatMap(({ name }) => (used.has(name) ? [] : [name]))
  return names.length > 0 && { attributes: Object.fromEntries(names.map((name) => [name, name])) }
}

const spanRule = (kind: Kind): SpanRule => {
  const name = kind.label ? String(kind.label[1]) : lastPart(kind.layer)
  const known = (kind.label && asIn(kind.label[1])) ?? asInPath(kind.layer)
  if (known === 'ignore') return { ...conditionOf(kind), as: known }
  const as = known !== 'actor' && isPosition(kind.features) ? 'position' : (known ?? 'claim')
  // A label that only names the type says nothing more.
  const code = name.toLowerCase() !== as && name !== '' && { code: name }
  const body = bodyProposal(as, kind.features)
  return { ...conditionOf(kind), as, ...code, ...body, ...attributesOf(kind, featuresIn(body)) }
}

const relationRule = (kind: Kind): RelationRule => {
  const name = kind.label ? String(kind.label[1]) : lastPart(kind.layer)
  const known = linkWords.find(([words]) => wordsOf(name).some((word) => words.has(word)))
  return { ...conditionOf(kind), as: 'link', type: known?.[1] ?? (name || 'link'), ...attributesOf(kind) }
}

/** By the type itself at the top of a path; else by the layer's own name, or the nearest one above it that says something. */
const asInPath = (layer: string): SpanRule['as'] | undefined => {
  const [top = '', ...below] = layer.split(pathMark)
  const type = annotationType.safeParse(top).data
  if (type && below.length > 0) return type
  const names = [top, ...below].reverse()
  return names.map((name) => asIn(lastPart(name))).find((as) => as !== undefined)
}

const asIn = (name: ForeignValue): SpanRule['as'] | undefined => {
  const [whole = '', ...words] = wordsOf(String(name))
  // Part of a name, such a word says little: a `Transfer-money` is no sum.
  if (ignored.has(whole)) return 'ignore'
  return typeWords.find(([known]) => known.has(whole) || words.some((word) => known.has(word)))?.[1]
}

// Parts of the text, numbers and times are none of the three types.
const ignored = wordSet(
  'token sentence lemma pos stem morphologicalfeatures documentannotation documentmetadata tagsetdescription dependency date time duration money number numeral percent quantity ordinal cardinal дата время деньги число',
)

// Earlier ones win.
const typeWords: [ReadonlySet<string>, SpanRule['as']][] = [
  [wordSet('position stance attitude viewpoint polar_expression позиция отношение'), 'position'],
  [
    wordSet(
      'claim statement opinion premise argument proposition assertion quote quotation thesis утверждение тезис мнение высказывание довод',
    ),
    'claim',
  ],
  [
    wordSet(
      'actor per pers person people org organization organisation company party media outlet loc location gpe geopolit country state nation norp group author speaker source holder target agent entity namedentity актор персона лицо организация место страна группа автор источник',
    ),
    'actor',
  ],
]

const linkWords: [ReadonlySet<string>, string][] = [
  [wordSet('support supports supporting evidence поддерживает'), 'supports'],
  [wordSet('attack attacks contradict contradicts rebut rebuts conflict conflicts противоречит'), 'contradicts'],
  [wordSet('question questions doubt doubts'), 'questions'],
]
