/**
 * W3C Web Annotation (JSON-LD) with position and quote selectors, and what Hypothesis gives out, which has its tags and comments in
 * members of its own. The standard counts code points, what browsers write counts UTF-16 code units.
 * https://www.w3.org/TR/annotation-model/
 */
import { z } from 'zod'
import type { Span } from '../span.ts'
import { draftsFor, namedBeside } from './annotated-texts.ts'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader } from './foreign.ts'
import { type Entry, jsonEntries, listOf } from './json-entries.ts'
import { definedInCodePoints } from './offset-unit.ts'
import { type DraftDocument, type DraftRelation, placed } from './placing.ts'
import type { Quote } from './quote-place.ts'

export const webAnnotation: ForeignReader = {
  id: 'w3c',
  title: 'W3C Web Annotation',
  extensions: ['jsonld', 'json'],
  fits: (opening) => /ns\/anno\.jsonld"|"Text(Quote|Position)Selector"/.test(opening),
  takes: 'text',
  beside: namedBeside,
  read: (file): ForeignFile => {
    const { entries, problems } = jsonEntries(file.content)
    const read = entries.flatMap(itemsOf).flatMap(({ value, at }) => {
      const { data } = annotation.safeParse(value)
      if (!data) problems.push({ ...at, reason: 'value', detail: JSON.stringify(value).slice(0, 120) })
      return data ? [{ ...annotated(data), at }] : []
    })
    const known = new Map(read.toReversed().map((one) => [one.id, one]))
    const linkOf = ({ bodies: [from], parts: [to] }: Annotated) =>
      typeof from === 'string' && typeof to === 'string' && known.has(from) && known.has(to) ? { from, to } : undefined
    const { drafts, documentOf } = draftsFor(
      read.filter((one) => !linkOf(one)),
      file,
      problems,
    )
    for (const one of read) {
      const link = linkOf(one)
      // What links two others stands where the first of them does: it has no text of its own.
      const document = documentOf(link ? (known.get(link.from) ?? one) : one)
      if (known.get(one.id) !== one) problems.push({ ...one.at, reason: 'twice', detail: one.id })
      else if (link && document) document.relations.push(relationOf(one, link))
      else if (link) problems.push({ ...one.at, reason: 'reference', detail: link.from })
      else if (document) add(document, one, problems)
    }
    return placed(drafts, problems, definedInCodePoints(false))
  },
}

const agent = z.union([z.string(), z.looseObject({ id: z.string().optional(), name: z.string().optional() })])
const annotation = z.looseObject({
  id: z.string(),
  body: z.unknown().optional(),
  target: z.unknown().optional(),
  creator: z.union([agent, z.array(agent)]).optional(),
  /** Of Hypothesis. */
  uri: z.string().optional(),
  user: z.string().optional(),
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
})
const textual = z.looseObject({
  value: z.string().optional(),
  id: z.string().optional(),
  purpose: z.string().optional(),
})
const target = z.looseObject({ selector: z.unknown().optional(), source: z.unknown().optional() })
const identified = z.looseObject({ id: z.string() })
const quoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const positionSelector = z.looseObject({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() })
const composed = z.looseObject({
  type: z.enum(['Composite', 'List', 'Independents']),
  items: z.array(z.unknown()).min(1),
})
const container = z.looseObject({
  items: z.array(z.unknown()).optional(),
  '@graph': z.array(z.unknown()).optional(),
  rows: z.array(z.unknown()).optional(),
  annotations: z.array(z.unknown()).optional(),
})

/** The annotations of a page, a collection's first page, a graph, or an answer of Hypothesis. */
const itemsOf = ({ value, at }: Entry): Entry[] => {
  const { data } = container.safeParse(value)
  const first = container.safeParse(data?.['first']).data
  const items = data?.items ?? data?.['@graph'] ?? first?.items ?? data?.rows ?? data?.annotations
  return items ? items.map((item, index) => ({ value: item, at: { entry: index + 1 } })) : [{ value, at }]
}

/** One annotation, told apart into what it says and where. */
type Annotated = {
  id: string
  bodies: unknown[]
  tags: string[]
  note: string
  annotator: string | undefined
  /** What is annotated, piece by piece; `source` is an address, where there is one. */
  parts: unknown[]
  source: string
  quotes: Quote[]
}

const annotated = (data: z.infer<typeof annotation>): Annotated => {
  const bodies = listOf(data.body)
  const said = bodies.map((one) => (typeof one === 'string' ? { value: one } : (textual.safeParse(one).data ?? {})))
  const tags = said.flatMap(({ value, purpose }) => (value && isTag(purpose) ? [value] : []))
  const notes = said.flatMap(({ value, purpose }) => (value && !isTag(purpose) ? [value] : []))
  const parts = listOf(data.target).flatMap(partsOf)
  return {
    ...{ id: data.id, bodies, parts },
    tags: [...tags, ...(data.tags ?? [])],
    note: [...notes, ...(data.text ? [data.text] : [])].join('\n'),
    annotator: creatorOf(data.creator) ?? data.user,
    source: parts.map(sourceOf).find((source) => source !== undefined) ?? data.uri ?? '',
    quotes: parts.flatMap((part) => quoteOf(part) ?? []),
  }
}

type Placed = Annotated & { at: ForeignPlace }

const ownOf = ({ id, annotator, at }: Placed) => ({ id, at, ...(annotator && { annotator }) })

const relationOf = (one: Placed, { from, to }: { from: string; to: string }): DraftRelation => {
  const [layer = 'link'] = one.tags.filter((tag) => tag !== from)
  return { ...ownOf(one), layer, from, to, features: {} }
}

const add = (document: DraftDocument, one: Placed, problems: ForeignProblem[]): void => {
  const { id, tags, note, parts, at } = one
  const places = parts.map((part) => ({ position: positionOf(part), quote: quoteOf(part) }))
  if (places.length === 0 || places.some(({ position, quote }) => !position && !quote)) {
    problems.push({ ...at, reason: 'value', detail: id })
    return
  }
  const positions = places.flatMap(({ position }) => position ?? [])
  const quotes = places.flatMap(({ quote }) => quote ?? [])
  const isQuoted = quotes.length === places.length
  const [layer = 'annotation', ...more] = new Set(tags)
  document.spans.push({
    ...ownOf(one),
    layer,
    fragments: positions.length === places.length ? positions : [],
    // Further tags say something about what the first one names.
    features: Object.fromEntries(more.filter((tag) => tag !== '__proto__').map((tag) => [tag, true])),
    ...(isQuoted && { quote: quotes.map(({ exact }) => exact).join(' '), quotes }),
    ...(note && { note }),
  })
}

/** What is composed of several parts is one span in several fragments. */
const partsOf = (given: unknown): unknown[] => {
  const { data } = composed.safeParse(given)
  return data ? data.items.flatMap(partsOf) : [given]
}

const isTag = (purpose: string | undefined): boolean => purpose === 'tagging' || purpose === 'classifying'

const sourceOf = (part: unknown): string | undefined => {
  const source = target.safeParse(part).data?.source
  return typeof source === 'string' ? source : identified.safeParse(source).data?.id
}

const selectorsOf = (part: unknown): unknown[] => listOf(target.safeParse(part).data?.selector)

const positionOf = (part: unknown): Span | undefined => {
  const found = selectorsOf(part).flatMap((one) => positionSelector.safeParse(one).data ?? [])[0]
  return found && { start: found.start, end: found.end }
}

const quoteOf = (part: unknown): Quote | undefined => {
  const found = selectorsOf(part).flatMap((one) => quoteSelector.safeParse(one).data ?? [])[0]
  return found && { exact: found.exact, prefix: found.prefix ?? '', suffix: found.suffix ?? '' }
}

const creatorOf = (creator: z.infer<typeof annotation>['creator']): string | undefined => {
  const [first] = Array.isArray(creator) ? creator : [creator]
  return typeof first === 'object' ? (first.name ?? first.id) : first
}
