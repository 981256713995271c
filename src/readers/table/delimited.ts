/** CSV and its kin: cells between commas, semicolons or tabs, quoted where they hold such a sign or a line break (RFC 4180). */
import { createLines } from './lines.ts'
import { mostCharacters, type Row, type RowParser, type RowProblem } from './row.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Characters that may be gone over again because of damaged rows; then a row has to fit into its line. */
const MOST_AGAIN = 64 * 1024 * 1024

/**
 * A row goes on while a quotation mark is open. One that turns out damaged is given up with its first line only, so that a
 * mark too many does not take the rows after it along.
 */
export const createDelimited = (delimiter: Delimiter): RowParser => {
  const lines = createLines(mostCharacters)
  let names: readonly string[] | undefined
  let row = 0
  let open: string[] = []
  let size = 0
  let again = 0

  const finish = (text: string, cells = cellsOf(text, delimiter)): Row[] => {
    row += 1
    if (text.trim() === '') return []
    if (names) return [{ row, ...rowOf(cells, names) }]
    if ('reason' in cells) return [{ row, problem: cells }]
    const header = isHeader(cells)
    names = header ? namesOf(cells) : cells.map((_, index) => `${index + 1}`)
    return header ? [] : [{ row, ...rowOf(cells, names) }]
  }

  const isWhole = (cells: string[] | RowProblem): boolean =>
    !('reason' in cells) && (!names || !('problem' in rowOf(cells, names)))

  /** What is open is a row, or its first line is one, or damaged; the others begin anew. */
  const close = (): Row[] => {
    const held = open
    const length = size
    open = []
    size = 0
    const [first, ...others] = held
    if (first === undefined) return []
    if (others.length === 0) return finish(first)
    const text = held.join('')
    const cells = cellsOf(text, delimiter)
    if (isWhole(cells)) return finish(text, cells)
    again += length
    return [...finish(first), ...others.flatMap(take)]
  }

  const take = (line: string): Row[] => {
    open.push(line)
    size += line.length
    const goesOn = open.length === 1 ? isOdd(line) : !isOdd(line)
    return goesOn && size < mostCharacters && again < MOST_AGAIN ? [] : close()
  }

  return {
    push: (piece) => lines.push(piece).flatMap(take),
    end() {
      const rows = lines.end().flatMap(take)
      while (open.length > 0) rows.push(...close())
      return rows
    },
    names: () => names ?? [],
  }
}

/** Characters; a few articles. */
const LOOKED_AT = 64 * 1024

/** The sign that parts the first rows into most columns, equally many in each. */
export const recogniseDelimiter = (opening: string): Delimiter => {
  const beginning = opening.slice(0, LOOKED_AT)
  const scored = delimiters.map((delimiter) => {
    const parser = createDelimited(delimiter)
    const rows = parser.push(beginning)
    const sound = rows.filter((row) => 'cells' in row).length
    const columns = parser.names().length
    return { delimiter, score: columns < 2 ? 0 : ((sound + 1) / (rows.length + 1)) * Math.min(columns, 8) }
  })
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).delimiter
}

/**
 * The cells of one row. Written here because rows are tried, given up and begun anew, which with a parser of whole files takes a
 * hundred times as long. A quotation mark inside a cell that does not begin with one is a character like any other.
 */
const cellsOf = (text: string, delimiter: Delimiter): string[] | RowProblem => {
  if (text.length > mostCharacters) return { reason: 'row-size' }
  const row = text.replace(/\r?\n$/, '')
  if (!row.includes('"')) return row.includes('\n') ? { reason: 'row-quotes' } : row.split(delimiter)
  const cells: string[] = []
  for (let at = 0; at <= row.length; ) {
    const quoted = row[at] === '"'
    const end = quoted ? closingOf(row, at) + 1 : endOf(row, delimiter, at)
    const cell = row.slice(at, end)
    if (quoted ? end === 0 || (end < row.length && row[end] !== delimiter) : cell.includes('\n'))
      return { reason: 'row-quotes' }
    cells.push(quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    at = end + 1
  }
  return cells
}

const endOf = (row: string, delimiter: string, from: number): number => {
  const end = row.indexOf(delimiter, from)
  return end < 0 ? row.length : end
}

/** The mark that closes the one at `open`; -1 where none does. */
const closingOf = (row: string, open: number): number => {
  let at = row.indexOf('"', open + 1)
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2)
  return at
}

/** Empty cells past the last column are an idle delimiter. */
const rowOf = (
  cells: string[] | RowProblem,
  names: readonly string[],
): { cells: Map<string, string> } | { problem: RowProblem } => {
  if ('reason' in cells) return { problem: cells }
  const found = cells.slice(0, names.length)
  if (found.length < names.length || cells.slice(names.length).some((cell) => cell.trim() !== ''))
    return { problem: { reason: 'row-cells', found: cells.length, expected: names.length } }
  return { cells: new Map(names.map((name, index) => [name, found[index] ?? ''])) }
}

const isOdd = (line: string): boolean => {
  let odd = false
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd
  return odd
}

/** Names of columns are short, and none of them is a number, a date or an address. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length <= 100 && !/^\s*[\d.,:/T+-]*\d[\d.,:/TZ+-]*\s*$|^\s*https?:/i.test(cell))

/** Each name once; where there is none, the number of the column. */
const namesOf = (cells: readonly string[]): string[] => {
  const names: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim() || `${index + 1}`
    names.push(names.includes(name) ? `${name} (${index + 1})` : name)
  }
  return names
}
