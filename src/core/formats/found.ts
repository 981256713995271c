/** What foreign files hold, rule by rule of a mapping: how much of it, with which features, and what it looks like in the text. */
import type { Span } from '../span.ts'
import type { ForeignDocument, ForeignRelation, ForeignSpan, ForeignValue } from './foreign.ts'
import { type ImportMapping, ruleFor } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'

/** Words in their context; `marks` are UTF-16 offsets in it. */
export type Snippet = { text: string; marks: Span[]; rule: number }

/** `rule` of a snippet is the place of the span's rule, -1 where none fits. A relation shows both its ends. */
export type Example = { document: string; snippets: Snippet[] }

/** `values` are the first few that are met. */
export type FoundFeature = { name: string; count: number; values: ForeignValue[] }

/** What one rule decides about. */
export type FoundKind = {
  count: number
  features: FoundFeature[]
  examples: Example[]
  /** The rule is a proposal, for what the given mapping says nothing about. */
  isNew: boolean
}

/** `spans` and `relations` are parallel to the mapping's rules. */
export type Found = { mapping: ImportMapping; spans: FoundKind[]; relations: FoundKind[] }

/** Examples and values of a feature that are shown at most. */
const EXAMPLES = 12
const VALUES = 24

/** By a mapping, completed for what it does not know; without one, by what is proposed. */
export const findKinds = (documents: readonly ForeignDocument[], given?: ImportMapping): Found => {
  const proposed = proposeMapping(documents)
  const mapping = given ? completed(given, proposed, documents) : proposed
  const kindsOf = (rules: readonly unknown[], known: number): FoundKind[] =>
    rules.map((_, index) => ({ count: 0, features: [], examples: [], isNew: given !== undefined && index >= known }))
  const spans = kindsOf(mapping.spans, given?.spans.length ?? 0)
  const relations = kindsOf(mapping.relations, given?.relations.length ?? 0)
  const share = Math.max(2, Math.ceil(EXAMPLES / Math.max(1, documents.length)))
  for (const document of documents) {
    const places = new Map<string, { span: ForeignSpan; rule: number }>()
    const shown = new Map<FoundKind, number>()
    const count = (kind: FoundKind | undefined, one: ForeignSpan | ForeignRelation, snippets: () => Snippet[]) => {
      if (!kind) return
      kind.count += 1
      countFeatures(kind, one)
      const here = shown.get(kind) ?? 0
      if (here === share || kind.examples.length === EXAMPLES) return
      shown.set(kind, here + 1)
      kind.examples.push({ document: document.name, snippets: snippets() })
    }
    for (const span of document.spans) {
      const rule = placeOf(mapping.spans, span)
      places.set(span.id, { span, rule })
      count(spans[rule], span, () => [snippetOf(document.text, span, rule)])
    }
    for (const relation of document.relations) {
      const ends = [relation.from, relation.to].flatMap((id) => places.get(id) ?? [])
      count(relations[placeOf(mapping.relations, relation)], relation, () =>
        ends.map(({ span, rule }) => snippetOf(document.text, span, rule)),
      )
    }
  }
  return { mapping, spans, relations }
}

type Rules = ImportMapping['spans'] | ImportMapping['relations']

const placeOf = (rules: readonly Rules[number][], one: ForeignSpan | ForeignRelation): number => {
  const rule = ruleFor<Rules[number]>(rules, one)
  return rule ? rules.indexOf(rule) : -1
}

/** The proposal's rules for what no rule of the mapping fits come after it. */
const completed = (given: ImportMapping, proposed: ImportMapping, documents: readonly ForeignDocument[]) => {
  const missing = <R extends Rules[number]>(
    rules: readonly R[],
    more: readonly R[],
    all: readonly (ForeignSpan | ForeignRelation)[],
  ): R[] => {
    const wanted = new Set(all.flatMap((one) => (ruleFor(rules, one) ? [] : (ruleFor(more, one) ?? []))))
    return [...rules, ...more.filter((rule) => wanted.has(rule))]
  }
  return {
    ...given,
    spans: missing(
      given.spans,
      proposed.spans,
      documents.flatMap(({ spans }) => spans),
    ),
    relations: missing(
      given.relations,
      proposed.relations,
      documents.flatMap(({ relations }) => relations),
    ),
  }
}

const countFeatures = ({ features }: FoundKind, one: ForeignSpan | ForeignRelation): void => {
  for (const [name, value] of Object.entries(one.features)) {
    let feature = features.find((known) => known.name === name)
    if (!feature) {
      feature = { name, count: 0, values: [] }
      features.push(feature)
    }
    feature.count += 1
    if (feature.values.length < VALUES && !feature.values.includes(value)) feature.values.push(value)
  }
}

/** UTF-16 code units of context on each side, and of a span's own words at most. */
const CONTEXT = 90
const LONGEST = 480

const snippetOf = (text: string, { fragments }: ForeignSpan, rule: number): Snippet => {
  const first = fragments[0]?.start ?? 0
  const last = Math.min(fragments.at(-1)?.end ?? first, first + LONGEST)
  const start = wordEdge(text, Math.max(0, first - CONTEXT), first, 1)
  const end = wordEdge(text, Math.min(text.length, last + CONTEXT), last, -1)
  const marks = fragments
    .filter((fragment) => fragment.start < last || fragment.start === first)
    .map((fragment) => ({ start: fragment.start - start, end: Math.min(fragment.end, last) - start }))
  return { text: text.slice(start, end), marks, rule }
}

/** The first place from one to another, in a direction, that cuts no word and no character. */
const wordEdge = (text: string, from: number, to: number, step: 1 | -1): number => {
  if (from === 0 || from === text.length) return from
  for (let at = from; at !== to; at += step) if (/\s/.test(text[step === 1 ? at - 1 : at] ?? '')) return at
  return to
}
