/**
 * W3C Web Annotation (JSON-LD) with position and quote selectors; the annotated text stands beside it as `NAME.txt`. The standard
 * counts code points, what browsers write counts UTF-16 code units. https://www.w3.org/TR/annotation-model/
 */
import { z } from 'zod'
import { lf1 } from '../lf1.ts'
import type { Span } from '../span.ts'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader, ForeignReason } from './foreign.ts'
import { type Entry, jsonEntries, listOf } from './json-entries.ts'
import { definedInCodePoints } from './offset-unit.ts'
import type { DraftDocument } from './placing.ts'
import { placed } from './placing.ts'

export const webAnnotation: ForeignReader = {
  id: 'w3c',
  title: 'W3C Web Annotation',
  extensions: ['jsonld', 'json'],
  fits: (opening) => /ns\/anno\.jsonld"|"Text(Quote|Position)Selector"/.test(opening),
  takes: 'text',
  beside: (name) => [textOf(name)],
  read: ({ name, content, beside }): ForeignFile => {
    const { entries, problems } = jsonEntries(content)
    const raw = beside.get(textOf(name))
    if (raw === undefined) return { documents: [], problems: [{ entry: 1, reason: 'no-text', detail: textOf(name) }] }
    const document: DraftDocument = { name: textOf(name), raw, spans: [], relations: [] }
    const all = entries.flatMap(itemsOf)
    const read = all.flatMap(({ value, at }) => {
      const { data } = annotation.safeParse(value)
      if (!data) problems.push({ ...at, reason: 'value', detail: JSON.stringify(value).slice(0, 120) })
      return data ? [{ data, at }] : []
    })
    const ids = new Set(read.map(({ data }) => data.id))
    for (const { data, at } of read) add(document, data, at, ids, problems)
    return placed([document], problems, definedInCodePoints(false))
  },
}

const textOf = (name: string): string => `${name.replace(/\.(jsonld|json)$/i, '').replace(/\.w3c$/i, '')}.txt`

const agent = z.union([z.string(), z.looseObject({ id: z.string().optional(), name: z.string().optional() })])
const annotation = z.looseObject({
  id: z.string(),
  body: z.unknown(),
  target: z.unknown(),
  creator: z.union([agent, z.array(agent)]).optional(),
})
const textual = z.looseObject({
  value: z.string().optional(),
  id: z.string().optional(),
  purpose: z.string().optional(),
})
const target = z.looseObject({ selector: z.unknown() })
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
const container = z.looseObject({ items: z.array(z.unknown()).optional(), '@graph': z.array(z.unknown()).optional() })

/** The annotations of a page, a collection's first page, or a graph. */
const itemsOf = ({ value, at }: Entry): Entry[] => {
  const { data } = container.safeParse(value)
  const first = container.safeParse(data?.['first']).data
  const items = data?.items ?? data?.['@graph'] ?? first?.items
  return items ? items.map((item, index) => ({ value: item, at: { entry: index + 1 } })) : [{ value, at }]
}

const add = (
  document: DraftDocument,
  { id, body, target: given, creator }: z.infer<typeof annotation>,
  at: ForeignPlace,
  ids: ReadonlySet<string>,
  problems: ForeignProblem[],
): void => {
  const bodies = listOf(body).map((one) =>
    typeof one === 'string' ? { value: one } : (textual.safeParse(one).data ?? {}),
  )
  const by = creatorOf(creator)
  const own = { features: {}, at, ...(by && { annotator: by }) }
  const tags = bodies.flatMap(({ value, purpose }) => (value && isTag(purpose) ? [value] : []))
  const [end] = listOf(given)
  const [start] = listOf(body)
  if (typeof start === 'string' && typeof end === 'string' && ids.has(start) && ids.has(end)) {
    document.relations.push({
      id,
      layer: tags.filter((tag) => tag !== start)[0] ?? 'link',
      from: start,
      to: end,
      ...own,
    })
    return
  }
  const note = bodies.flatMap(({ value, purpose }) => (value && !isTag(purpose) ? [value] : [])).join('\n')
  const places = listOf(given)
    .flatMap(partsOf)
    .map((one) => placeOf(document.raw, one))
  const trouble = places.find((place) => 'reason' in place)
  if (trouble && 'reason' in trouble) problems.push({ ...at, ...trouble, detail: trouble.detail ?? id })
  const sound = places.filter((place) => 'span' in place)
  const [first] = sound
  if (trouble || !first) return
  const quotes = sound.map(({ quote }) => quote)
  const [layer = 'annotation', ...more] = new Set(tags)
  document.spans.push({
    ...own,
    id,
    layer,
    fragments: sound.map(({ span }) => span),
    // Further tags say something about what the first one names.
    features: Object.fromEntries(more.filter((tag) => tag !== '__proto__').map((tag) => [tag, true])),
    ...(quotes.every((quote) => quote !== undefined) && { quote: quotes.join(' ') }),
    ...(first.found && { found: true }),
    ...(note && { note }),
  })
}

/** What is composed of several parts is one span in several fragments. */
const partsOf = (given: unknown): unknown[] => {
  const { data } = composed.safeParse(given)
  return data ? data.items.flatMap(partsOf) : [given]
}

const isTag = (purpose: string | undefined): boolean => purpose === 'tagging' || purpose === 'classifying'

type Place = { span: Span; quote?: string; found: boolean } | { reason: ForeignReason; detail?: string }

const placeOf = (raw: string, given: unknown): Place => {
  const selectors = listOf(target.safeParse(given).data?.selector)
  const quote = selectors.map((one) => quoteSelector.safeParse(one).data).find(Boolean)
  const position = selectors.map((one) => positionSelector.safeParse(one).data).find(Boolean)
  if (position) {
    const { start, end } = position
    return { span: { start, end }, found: false, ...(quote && { quote: quote.exact }) }
  }
  if (!quote) return { reason: 'value' }
  return find(lf1(raw), lf1(quote.exact), lf1(quote.prefix ?? ''), lf1(quote.suffix ?? ''))
}

/** Where a quote stands with what is said to stand beside it. */
const find = (text: string, exact: string, prefix: string, suffix: string): Place => {
  const starts: number[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + exact.length)) starts.push(at)
  }
  const [start] = starts
  if (start === undefined) return { reason: 'quote', detail: exact }
  if (starts.length > 1) return { reason: 'ambiguous', detail: exact }
  return { span: { start, end: start + exact.length }, quote: exact, found: true }
}

const creatorOf = (creator: z.infer<typeof annotation>['creator']): string | undefined => {
  const [first] = Array.isArray(creator) ? creator : [creator]
  return typeof first === 'object' ? (first.name ?? first.id) : first
}
