/** The documents of a `.dna` database with their statements as spans; offsets as they stand there. */
import type { Variable } from './dna-entities.ts'
import type { Lookup, Row } from './dna-rows.ts'
import type { ForeignMetadata, ForeignProblem, ForeignValue } from './foreign.ts'
import type { DraftDocument, DraftSpan } from './placing.ts'

/** @param layers statement types by number; `seconds` says that dates are counted in them, as in version 3 */
export const documentsIn = (
  lookUp: Lookup,
  layers: ReadonlyMap<number, string>,
  variables: ReadonlyMap<number, Variable>,
  problems: ForeignProblem[],
  seconds: boolean,
): DraftDocument[] => {
  const said = valuesIn(lookUp, variables)
  const coders = new Map(lookUp('CODERS').map(({ ID, Name }) => [ID, Name.trim()]))
  const documents = new Map(lookUp('DOCUMENTS').map((row) => [row.ID, documentOf(row, seconds)]))
  const places = new Map<number, DraftDocument>()
  for (const { ID, StatementTypeId, DocumentId, Start, Stop, Coder } of lookUp('STATEMENTS')) {
    const [document, layer, annotator] = [
      documents.get(DocumentId),
      layers.get(StatementTypeId),
      coders.get(Coder ?? 0),
    ]
    if (!document || layer === undefined) {
      problems.push({ entry: ID, reason: 'reference', detail: document ? 'STATEMENTTYPES' : 'DOCUMENTS' })
      continue
    }
    places.set(ID, document)
    const span: DraftSpan = {
      id: `s${ID}`,
      layer,
      fragments: [{ start: Start, end: Stop }],
      features: said.get(ID) ?? {},
      ...(annotator && { annotator }),
      at: { entry: ID },
    }
    document.spans.push(span)
  }
  for (const { ID, SourceId, TargetId } of lookUp('STATEMENTLINKS')) {
    const ends = { from: `s${SourceId}`, to: `s${TargetId}` }
    const link = { id: `l${ID}`, layer: 'Statement link', ...ends, features: {}, at: { entry: ID } }
    const place = places.get(SourceId)
    if (place) place.relations.push(link)
    else problems.push({ entry: ID, reason: 'reference', detail: 'STATEMENTLINKS' })
  }
  return [...documents.values()]
}

/** What statements say, by their numbers; empty text says nothing. */
const valuesIn = (
  lookUp: Lookup,
  variables: ReadonlyMap<number, Variable>,
): Map<number, Record<string, ForeignValue>> => {
  const all = new Map<number, Record<string, ForeignValue>>()
  const names = new Map(lookUp('ENTITIES').map(({ ID, Value }) => [ID, Value]))
  const say = ({ StatementId, VariableId }: { StatementId: number; VariableId: number }, value: ForeignValue) => {
    const name = variables.get(VariableId)?.feature
    if (name === undefined || name === '__proto__' || (typeof value === 'string' && value.trim() === '')) return
    all.set(StatementId, { ...all.get(StatementId), [name]: value })
  }
  for (const row of lookUp('DATASHORTTEXT')) say(row, names.get(row.Entity ?? 0) ?? row.Value ?? '')
  for (const row of lookUp('DATALONGTEXT')) say(row, row.Value ?? '')
  for (const row of lookUp('DATAINTEGER')) say(row, row.Value)
  for (const row of lookUp('DATABOOLEAN')) say(row, row.Value === 1)
  return all
}

const documentOf = (row: Row<'DOCUMENTS'>, seconds: boolean): DraftDocument => {
  const title = row.Title?.trim()
  return {
    name: title || `DOCUMENTS ${row.ID}`,
    raw: row.Text,
    spans: [],
    relations: [],
    metadata: metadataOf(row, title, seconds),
  }
}

const metadataOf = (row: Row<'DOCUMENTS'>, title: string | undefined, seconds: boolean): ForeignMetadata => {
  const [author, source] = [row.Author?.trim(), row.Source?.trim()]
  const publishedAt = dateOf(row.Date, seconds)
  const told = Object.entries({ Section: row.Section, Type: row.Type, Notes: row.Notes }).flatMap(([name, value]) =>
    value?.trim() ? [[name, value]] : [],
  )
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(source && { outlet: { name: source } }),
    ...(publishedAt && { publishedAt }),
    ...(told.length > 0 && { more: Object.fromEntries(told) }),
  }
}

/** Counted from 1970 in UTC, in seconds or in milliseconds (version 2). Midnight means that only the day is known. */
const dateOf = (count: number | null | undefined, seconds: boolean): string | undefined => {
  if (count === null || count === undefined) return undefined
  const date = new Date(seconds ? count * 1000 : count)
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear()
  if (year < 1 || year > 9999) return undefined
  const said = date.toISOString()
  return said.endsWith('T00:00:00.000Z') ? said.slice(0, 10) : said
}
