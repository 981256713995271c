/**
 * Words for formats that count in tokens: a run of letters, combining marks, digits and underscores is one token, any
 * other character that is no white space is one by itself, with the marks and joiners that belong to it (so is an emoji).
 */
import type { IndexedText } from '../../offsets.ts'

/** Offsets in code points; `line` counts line feeds, `space` says whether white space follows. */
export type Token = { text: string; start: number; end: number; line: number; space: boolean }

const pattern = /[\p{L}\p{M}\p{N}_]+|\S(?:\u200D\S|\u200C|\p{M}|[\u{1F3FB}-\u{1F3FF}]|[\u{E0020}-\u{E007F}])*/gu

export const tokensOf = ({ text, toCodePoint }: IndexedText): Token[] => {
  const tokens: Token[] = []
  let line = 0
  let at = 0
  for (const { 0: word, index } of text.matchAll(pattern)) {
    for (; at < index; at++) if (text[at] === '\n') line++
    const end = index + word.length
    tokens.push({
      text: word,
      start: toCodePoint(index),
      end: toCodePoint(end),
      line,
      space: end < text.length && /\s/u.test(text.charAt(end)),
    })
    at = end
  }
  return tokens
}

/** The place of the first token that ends behind an offset; as many as there are tokens where none does. */
export const firstEndingAfter = (tokens: readonly Token[], offset: number): number => {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Finds tokens by their borders. */
export const tokenBorders = (tokens: readonly Token[]) => ({
  startingAt: new Map(tokens.map(({ start }, i) => [start, i])),
  endingAt: new Map(tokens.map(({ end }, i) => [end, i])),
})
