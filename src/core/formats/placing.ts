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

/** A span in the file's offsets, or (`found`) in ours, where it was looked for by its words. */
export type DraftSpan = ForeignSpan & { at: ForeignPlace; quote?: string | undefined; found?: boolean }
export type DraftRelation = ForeignRelation & { at: ForeignPlace }

/** `raw` is the text as it stands in the file, with byte order mark and CR. */
export type DraftDocument = {
  name: string
  raw: string
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
    spans.filter(({ found }) => !found).map((span) => ({ ...span, document })),
  )
  const { found: offsets, places } = findReading(
    drafts.map(({ raw }) => raw),
    claims,
    declared,
  )
  if (!offsets.reading) return { documents: [], problems: [...problems], offsets }
  const listed = [...problems]
  let next = 0
  const documents = drafts.map(({ name, raw, spans, relations, metadata }): ForeignDocument => {
    const kept = spans.flatMap(({ at, quote, found, ...span }): ForeignSpan[] => {
      const place = found ? span.fragments : places[next++]
      const fragments = place && inOrder(place)
      if (fragments) return [{ ...span, fragments }]
      const reason = place || quote === undefined ? 'offsets' : 'quote'
      listed.push({ ...at, reason, detail: quote ?? span.id })
      return []
    })
    const ids = new Set(kept.map(({ id }) => id))
    const joined = relations.flatMap(({ at, ...relation }) => {
      const missing = [relation.from, relation.to].find((id) => !ids.has(id))
      if (missing !== undefined) listed.push({ ...at, reason: 'reference', detail: missing })
      return missing === undefined ? [relation] : []
    })
    return { name, text: lf1(raw), spans: kept, relations: joined, ...(metadata && { metadata }) }
  })
  return { documents, problems: listed.sort((a, b) => orderOf(a) - orderOf(b)), offsets }
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
