/** The lines of WebAnno TSV: tokens in their sentences, and below a token the parts of it that annotations stand on. UTF-16 offsets. */
import type { IndexedText } from '../../offsets.ts'
import { sentencesIn } from '../../snap.ts'
import type { Span } from '../../span.ts'
import { tokensOf } from './tokens.ts'

/** A token, by its place in the text, or a part of one. */
export type Unit = Span & { token: number }

export type TokenPlace = Span & { sentence: number; number: number }

export type TokenText = {
  sentences: Span[]
  tokens: TokenPlace[]
  /** What a span covers of the tokens; nothing where it has only white space. */
  unitsOf(span: Span): Unit[]
}

export const tokenText = (index: IndexedText): TokenText => {
  const { text, toUtf16 } = index
  const words = tokensOf(index).map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))
  const sentences = wholeSentences(text, words)
  const tokens: TokenPlace[] = []
  let sentence = 0
  let number = 0
  for (const word of words) {
    while (word.start >= (sentences[sentence]?.end ?? text.length + 1)) {
      sentence += 1
      number = 0
    }
    tokens.push({ ...word, sentence, number: ++number })
  }
  const unitsOf = ({ start, end }: Span): Unit[] => {
    const units: Unit[] = []
    for (let token = firstEndingAfter(tokens, start); token < tokens.length; token++) {
      const place = tokens[token]
      if (!place || place.start >= end) break
      units.push({ token, start: Math.max(start, place.start), end: Math.min(end, place.end) })
    }
    return units
  }
  return { sentences, tokens, unitsOf }
}

/**
 * Sentences that together say the whole text but for line feeds between them, which their offsets tell. White space without words belongs
 * to the sentence before it, or to the first one.
 */
const wholeSentences = (text: string, words: readonly Span[]): Span[] => {
  const sentences: Span[] = []
  let waiting: number | undefined
  let word = 0
  for (const piece of piecesOf(text)) {
    while ((words[word]?.start ?? piece.end) < piece.start) word += 1
    const hasWords = (words[word]?.start ?? piece.end) < piece.end
    const before = sentences.at(-1)
    if (hasWords) sentences.push({ start: waiting ?? piece.start, end: piece.end })
    else if (before && (piece.start < piece.end || piece.end === text.length)) before.end = piece.end
    else if (!before && piece.start < piece.end) waiting ??= piece.start
    if (hasWords) waiting = undefined
  }
  return sentences
}

/** Sentences of every line, with the space that follows them; an empty line is an empty piece. */
function* piecesOf(text: string): Generator<Span> {
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (start === end) yield { start, end }
    else yield* sentencesIn(text, { start, end })
    start = end + 1
  }
}

const firstEndingAfter = (tokens: readonly Span[], offset: number): number => {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

export type Row = Span & { name: string; sentence: number; unit: Unit }

/** The lines of all tokens and of the parts that are stood on, in order; whole tokens are named `1-3`, parts `1-3.1`. */
export const rowsOf = (tokens: readonly TokenPlace[], units: Iterable<Unit>): Row[] => {
  const parts = new Map<number, Map<string, Unit>>()
  for (const unit of units) {
    const { start, end } = tokens[unit.token] ?? unit
    if (unit.start === start && unit.end === end) continue
    const known = parts.get(unit.token) ?? new Map<string, Unit>()
    known.set(keyOf(unit), unit)
    parts.set(unit.token, known)
  }
  return tokens.flatMap(({ start, end, sentence, number }, token): Row[] => {
    const name = `${sentence + 1}-${number}`
    const below = [...(parts.get(token)?.values() ?? [])].sort((a, b) => a.start - b.start || b.end - a.end)
    return [
      { name, start, end, sentence, unit: { token, start, end } },
      ...below.map((unit, i) => ({ name: `${name}.${i + 1}`, start: unit.start, end: unit.end, sentence, unit })),
    ]
  })
}

/** Tells units apart. */
export const keyOf = ({ token, start, end }: Unit): string => `${token}:${start}-${end}`
