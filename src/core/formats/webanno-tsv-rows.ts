/** The lines of WebAnno TSV 3, and the text that stands in sentences above them. Offsets are UTF-16 code units, as in the file. */
import { lf1 } from '../lf1.ts'
import type { Span } from '../span.ts'
import type { ForeignDocument, ForeignProblem } from './foreign.ts'
import { type Cell, cellsOf } from './webanno-tsv-cells.ts'

/** A line of a token, or of a part of one: `1-3`, `1-3.1`. */
export type Row = Span & { line: number; unit: string; cells: Cell[] }

/** @param plain what the words of the text say, by the version of the file */
export const readRows = (
  lines: readonly string[],
  width: number,
  plain: (text: string) => string,
  problems: ForeignProblem[],
) => {
  const rows: Row[] = []
  const sentences: Span[] = []
  let text = ''
  let said: string[] = []
  /** Takes a line; or says what is wrong with it. */
  const take = (content: string, line: number): Omit<ForeignProblem, 'line'> | undefined => {
    const [unit = '', place = '', token = '', ...cells] = content.split('\t')
    const [, from, to] = /^(\d+)-(\d+)$/.exec(place) ?? []
    const start = Number(from)
    const end = Number(to)
    const word = plain(token)
    if (!/^\d+-\d+(\.\d+)?$/.test(unit) || from === undefined || end < start)
      return { reason: 'offsets', detail: place }
    if (said.length > 0) {
      // The sentence begins where its first token says, with whatever stands before that token.
      const sentence = said.join('\n')
      const gap = start - Math.max(0, sentence.indexOf(word)) - text.length
      said = []
      if (gap < 0 || gap > WIDEST_GAP) return { reason: 'offsets', detail: place }
      sentences.push({ start: text.length + gap, end: text.length + gap + sentence.length })
      text += '\n'.repeat(gap) + sentence
    }
    if (text.slice(start, end) !== word) return { reason: 'quote', detail: token }
    const given = cells.at(-1) === '' ? cells.slice(0, -1) : cells
    if (given.length !== width) return { reason: 'columns', detail: String(given.length) }
    rows.push({ line, unit, start, end, cells: given.map(cellsOf) })
  }
  for (const [index, content] of lines.entries()) {
    if (content.startsWith('#Text=')) said.push(plain(content.slice('#Text='.length)))
    const problem = content.startsWith('#') || content === '' ? undefined : take(content, index + 1)
    if (problem) problems.push({ line: index + 1, ...problem })
  }
  // A last sentence without words.
  if (said.length > 0) text += `${text === '' ? '' : '\n'}${said.join('\n')}`
  return { rows, text, sentences }
}

// White space between two sentences; more is a damaged number.
const WIDEST_GAP = 10_000

/** Offsets count the CR of line ends, which do not stand in the text of an article. */
export const withoutCr = (document: ForeignDocument): ForeignDocument => {
  const { text, spans, tokens = [], sentences = [] } = document
  const pairs = [...text.matchAll(/\r\n/g)].map(({ index }) => index)
  const placed = <S extends Span>(span: S): S => ({ ...span, start: before(span.start), end: before(span.end) })
  const before = (offset: number): number => offset - countBelow(pairs, offset)
  return {
    ...document,
    text: lf1(text),
    spans: spans.map((span) => ({ ...span, fragments: span.fragments.map(placed) })),
    tokens: tokens.map(placed),
    sentences: sentences.map(placed),
  }
}

/** @param sorted in rising order */
const countBelow = (sorted: readonly number[], limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
