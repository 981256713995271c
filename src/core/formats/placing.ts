/** From what a reader found, in the file's own offsets, to documents with offsets of ours, each proved. */
import { lf1 } from '../lf1.ts'
import type { Span } from '../span.ts'
import type {
  ForeignDocument,
  ForeignFile,
  ForeignMetadata,
  ForeignPlace,
  ForeignProblem,
  ForeignRelation,
  ForeignSpan,
} from './foreign.ts'
import { type Declared, findReading } from './offset-unit.ts'
import { placeOfQuote, type Quote, type Squeezed, squeeze } from './quote-place.ts'

/**
 * A span in the file's offsets. Where there are `quotes`, one a fragment, it is looked for by them if its offsets lead nowhere, or if it
 * has no fragments.
 */
export type DraftSpan = ForeignSpan & { at: ForeignPlace; quote?: string | undefined; quotes?: readonly Quote[] }
export type DraftRelation = ForeignRelation & { at: ForeignPlace }

/** `raw` is the text as it stands in the file, with byte order mark and CR. */
export type DraftDocument = {
  name: string
  raw: string
  articleId?: string
  spans: DraftSpan[]
  relations: DraftRelation[]
  metadata?: ForeignMetadata
}

/** What cannot be placed is added to the problems, with the relations that hang on it. */
export const placed = (
  drafts: readonly DraftDocument[],
  problems: readonly ForeignProblem[],
  declared: Declared,
): ForeignFile => {
  const claims = drafts.flatMap(({ spans }, document) =>
    spans.filter(hasOffsets).map((span) => ({ ...span, document })),
  )
  const { found: offsets, places } = findReading(
    drafts.map(({ raw }) => raw),
    claims,
    declared,
  )
  if (!offsets.reading && !drafts.some(({ spans }) => spans.some(({ quotes }) => quotes)))
    return { documents: [], problems: [...problems], offsets }
  const listed = [...problems]
  let [next, byQuotes] = [0, 0]
  const documents = drafts.map(({ name, raw, articleId, spans, relations, metadata }): ForeignDocument => {
    const text = lf1(raw)
    const lookUp = quotesIn(text)
    const kept = spans.flatMap((draft): ForeignSpan[] => {
      const { at, quote, quotes, ...span } = draft
      const place = hasOffsets(draft) ? places[next++] : undefined
      const fragments = place && inOrder(place)
      if (fragments) return [{ ...span, fragments }]
      const found = quotes ? lookUp(quotes, span.fragments) : 'nowhere'
      if (typeof found === 'object') {
        byQuotes += 1
        return [{ ...span, fragments: found }]
      }
      const nowhere = place || quote === undefined ? 'offsets' : 'quote'
      listed.push({ ...at, reason: found === 'several' ? 'ambiguous' : nowhere, detail: quote ?? span.id })
      return []
    })
    const ids = new Set(kept.map(({ id }) => id))
    const joined = relations.flatMap(({ at, ...relation }) => {
      const missing = [relation.from, relation.to].find((id) => !ids.has(id))
      if (missing !== undefined) listed.push({ ...at, reason: 'reference', detail: missing })
      return missing === undefined ? [relation] : []
    })
    return {
      ...{ name, text, spans: kept, relations: joined },
      ...(articleId !== undefined && { articleId }),
      ...(metadata && { metadata }),
    }
  })
  // Nothing is taken from a file that counts in no way that is known, and has none of its quotes.
  const taken = offsets.reading || byQuotes > 0 ? documents : []
  return {
    documents: taken,
    problems: listed.sort((a, b) => orderOf(a) - orderOf(b)),
    offsets: { ...offsets, ...(byQuotes > 0 && { byQuotes }) },
  }
}

const hasOffsets = ({ fragments }: DraftSpan): boolean => fragments.length > 0

/** Looks all quotes of a span up in a text, which is made ready for it the first time. */
const quotesIn = (text: string) => {
  let ready: Squeezed | undefined
  return (quotes: readonly Quote[], hints: readonly Span[]): Span[] | 'nowhere' | 'several' => {
    ready ??= squeeze(text)
    const spans: Span[] = []
    for (const [index, quote] of quotes.entries()) {
      const place = placeOfQuote(ready, quote, hints[index]?.start)
      if (typeof place === 'string') return place
      spans.push(place)
    }
    return inOrder(spans) ?? 'nowhere'
  }
}

/** In text order; nothing where fragments overlap, or where one of several has no words. */
const inOrder = (spans: readonly Span[]): Span[] | undefined => {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const sound = sorted.every(
    ({ start, end }, index) => index === 0 || (start < end && start >= (sorted[index - 1]?.end ?? 0)),
  )
  return sound ? sorted : undefined
}

const orderOf = (place: ForeignPlace): number => ('line' in place ? place.line : place.entry)
