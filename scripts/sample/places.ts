/** Where the places named by quote stand in a text. Offsets are UTF-16 code units. */

import type { Place } from '../../resources/sample/annotations/types.ts'
import type { Span } from '../../src/core/span.ts'

/** The fragments of a place. Throws where a quote is missing, or stands there more than once and has no number. */
export const spansOf = (text: string, place: Place): Span[] => {
  const spans: Span[] = []
  for (const quote of place.split(' | ')) spans.push(spanOf(text, quote, spans.at(-1)?.end ?? 0))
  return spans
}

/** Quotes after the first of a place are looked for behind the one before. */
const spanOf = (text: string, numbered: string, from: number): Span => {
  const [, quote = '', number] = /^(.*?)(?:#(\d+))?$/s.exec(numbered) ?? []
  const found = wordsIn(text, quote).filter((start) => start >= from)
  const start = number === undefined ? found[0] : found[Number(number) - 1]
  if (start === undefined) throw new Error(`not in the article: ${numbered}`)
  if (number === undefined && found.length > 1 && from === 0) throw new Error(`${found.length} times: ${numbered}`)
  return { start, end: start + quote.length }
}

/** Where a quote stands as whole words; its spaces also match no-break spaces. */
const wordsIn = (text: string, quote: string): number[] => {
  const plain = text.replaceAll('\u00a0', ' ')
  const found: number[] = []
  for (let at = plain.indexOf(quote); at >= 0; at = plain.indexOf(quote, at + 1)) {
    const inside = [text.slice(at - 1, at + 1), text.slice(at + quote.length - 1, at + quote.length + 1)]
    if (!inside.some((pair) => /^[\p{L}\d]{2}$/u.test(pair))) found.push(at)
  }
  return found
}
