/** Tables with one article a row, read piece by piece: CSV, TSV, JSON Lines, and JSON with an array of objects. */
import { decode, type EncodingCandidate } from '../encoding.ts'
import { createDelimited, type Delimiter, recogniseDelimiter } from './delimited.ts'
import { createJsonArray, createJsonLines } from './json.ts'
import type { Row, RowParser } from './row.ts'

export { type RowArticle, rowArticle, tableReader } from './article.ts'
export { type Row, type RowProblem, rowReasons } from './row.ts'

const kinds = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  json: 'json',
} as const

export type TableKind = (typeof kinds)[keyof typeof kinds]

export const tableExtensions: readonly string[] = Object.keys(kinds)

export const mediaTypes: Record<TableKind, string> = {
  csv: 'text/csv',
  'json-lines': 'application/jsonl',
  json: 'application/json',
}

/** By the file's name alone; nothing where it is none of a table. */
export const tableKindOf = (fileName: string): TableKind | undefined => {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(kinds, extension) ? kinds[extension as keyof typeof kinds] : undefined
}

/** How a file is to be read; `encodings` are what it may be in, likeliest first. */
export type TableForm = {
  kind: TableKind
  encoding: string
  encodings: EncodingCandidate[]
  delimiter?: Delimiter
}

/** Bytes of a file's beginning that its form is recognised by. */
export const openingLength = 512 * 1024

/** @param forced an encoding that is obeyed. Throws `Unreadable`. */
export const recogniseTable = (opening: Uint8Array, kind: TableKind, forced?: string): TableForm => {
  const { text, encoding, encodings } = decode(wholeCharacters(opening), forced)
  const form = { kind, encoding, encodings }
  return kind === 'csv' ? { ...form, delimiter: recogniseDelimiter(text) } : form
}

/** The opening without a character that is cut in two at its end. */
const wholeCharacters = (opening: Uint8Array): Uint8Array => {
  if (opening.length < openingLength) return opening
  if (opening.includes(0)) return opening.subarray(0, opening.length - (opening.length % 2))
  const last = opening.findLastIndex((byte) => byte < 0x80)
  return last < 0 ? opening : opening.subarray(0, last + 1)
}

export type RowReader = { rows: AsyncIterable<Row[]>; names(): readonly string[] }

/** Rows as they come; where bytes are none of the encoding, the rows they stand in are damaged. */
export const readRows = (pieces: AsyncIterable<Uint8Array>, form: TableForm): RowReader => {
  const parser = parserFor(form)
  return { rows: rowsOf(pieces, parser, form.encoding), names: parser.names }
}

const rowsOf = async function* (pieces: AsyncIterable<Uint8Array>, parser: RowParser, encoding: string) {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true })
    const rows = parser.push(text)
    yield isDamaged(text, piece) ? rows.map(withoutReplacements) : rows
  }
  yield [...parser.push(decoder.decode()), ...parser.end()]
}

const REPLACEMENT = '\ufffd'
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT)

/** Whether decoding put replacement characters where the bytes had none. */
const isDamaged = (text: string, piece: Uint8Array): boolean =>
  text.includes(REPLACEMENT) && !Buffer.from(piece.buffer, piece.byteOffset, piece.length).includes(REPLACEMENT_BYTES)

const withoutReplacements = (row: Row): Row =>
  'cells' in row && [...row.cells.values()].some((cell) => cell.includes(REPLACEMENT))
    ? { row: row.row, problem: { reason: 'row-encoding' } }
    : row

const parserFor = ({ kind, delimiter = ',' }: TableForm): RowParser => {
  if (kind === 'csv') return createDelimited(delimiter)
  return kind === 'json' ? createJsonArray() : createJsonLines()
}
