/** A mapping to begin with, by the names that layers and labels have. What no name is known for becomes a claim with a code. */
import type { ForeignDocument, ForeignValue } from './foreign.ts'
import { type ImportMapping, type RelationRule, ruleFor, type SpanRule } from './mapping.ts'

export const proposeMapping = (documents: readonly ForeignDocument[]): ImportMapping => {
  const spans = kindsOf(documents.flatMap((document) => document.spans)).map(spanRule)
  const relations = documents.flatMap((document) => {
    const isTaken = new Map(
      document.spans.map((span) => [span.id, (ruleFor(spans, span)?.as ?? 'ignore') !== 'ignore']),
    )
    return document.relations.map((one) => ({ ...one, isTaken: isTaken.get(one.from) && isTaken.get(one.to) }))
  })
  const taken = kindsOf(relations.filter(({ isTaken }) => isTaken)).map(relationRule)
  const ignored = new Set(relations.map(({ layer }) => layer))
  for (const { layer } of taken) ignored.delete(layer)
  return {
    format: 'actant-import-mapping',
    formatVersion: '1.0',
    spans,
    relations: [...taken, ...[...ignored].sort().map((layer) => ({ layer, as: 'ignore' as const }))],
  }
}

type Featured = { layer: string; features: Record<string, ForeignValue> }

/** A layer, or one label of a layer that keeps its labels in a feature. */
type Kind = { layer: string; label?: [feature: string, value: ForeignValue]; features: string[] }

const labelNames = ['value', 'label', 'labels', 'type', 'category', 'class', 'kind', 'tag', 'dependencytype', 'role']

/** More labels than this are words rather than labels. */
const manyLabels = 60

const kindsOf = (all: readonly Featured[]): Kind[] =>
  [...Map.groupBy(all, ({ layer }) => layer)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([layer, list]): Kind[] => {
      const features = [...new Set(list.flatMap((one) => Object.keys(one.features)))].sort()
      const name = labelNames.flatMap((known) => features.filter((one) => one.toLowerCase() === known))[0]
      if (name === undefined) return [{ layer, features }]
      const values = [...new Set(list.map((one) => one.features[name]))].filter((value) => value !== undefined).sort()
      if (values.length > manyLabels) return [{ layer, features }]
      const rest = features.filter((one) => one !== name)
      const labelled = values.map((value): Kind => ({ layer, label: [name, value], features: rest }))
      return list.some((one) => one.features[name] === undefined) ? [...labelled, { layer, features: rest }] : labelled
    })

const conditionOf = ({ layer, label }: Kind) => ({ layer, ...(label && { where: { [label[0]]: label[1] } }) })

const attributesOf = ({ features }: Kind) =>
  features.length > 0 && { attributes: Object.fromEntries(features.map((name) => [name, name])) }

const spanRule = (kind: Kind): SpanRule => {
  const name = kind.label ? String(kind.label[1]) : lastPart(kind.layer)
  const as = kind.label ? (asIn(kind.label[1]) ?? asIn(lastPart(kind.layer))) : asIn(name)
  if (as === 'ignore') return { ...conditionOf(kind), as }
  // A label that only names the type says nothing more.
  const code = name.toLowerCase() !== as && name !== '' && { code: name }
  return { ...conditionOf(kind), as: as ?? 'claim', ...code, ...attributesOf(kind) }
}

const relationRule = (kind: Kind): RelationRule => {
  const name = kind.label ? String(kind.label[1]) : lastPart(kind.layer)
  const known = linkWords.find(([words]) => wordsOf(name).some((word) => words.has(word)))
  return { ...conditionOf(kind), as: 'link', type: known?.[1] ?? (name || 'link'), ...attributesOf(kind) }
}

/** `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity` ends in its name. */
const lastPart = (layer: string): string => layer.split('.').at(-1) || layer

/** `Merge-org`, `NamedEntity`, `PERSON_NAME` in words of small letters, and whole. */
const wordsOf = (name: string): string[] => [
  name.toLowerCase(),
  ...name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u),
]

const asIn = (name: ForeignValue): SpanRule['as'] | undefined => {
  const [whole = '', ...words] = wordsOf(String(name))
  // Part of a name, such a word says little: a `Transfer-money` is no sum.
  if (ignored.has(whole)) return 'ignore'
  return typeWords.find(([known]) => known.has(whole) || words.some((word) => known.has(word)))?.[1]
}

const set = (words: string): Set<string> => new Set(words.split(' '))

// Parts of the text, numbers and times are none of the three types.
const ignored = set(
  'token sentence lemma pos stem morphologicalfeatures documentannotation documentmetadata tagsetdescription dependency date time duration money number numeral percent quantity ordinal cardinal дата время деньги число',
)

// Earlier ones win.
const typeWords: [Set<string>, SpanRule['as']][] = [
  [set('position stance attitude viewpoint позиция отношение'), 'position'],
  [
    set(
      'claim statement opinion premise argument proposition assertion quote quotation thesis утверждение тезис мнение высказывание довод',
    ),
    'claim',
  ],
  [
    set(
      'actor per pers person people org organization organisation company party media outlet loc location gpe geopolit country state nation norp group author speaker source holder agent entity namedentity актор персона лицо организация место страна группа автор источник',
    ),
    'actor',
  ],
]

const linkWords: [Set<string>, string][] = [
  [set('support supports supporting evidence поддерживает'), 'supports'],
  [set('attack attacks contradict contradicts rebut rebuts conflict conflicts противоречит'), 'contradicts'],
  [set('question questions doubt doubts'), 'questions'],
]
