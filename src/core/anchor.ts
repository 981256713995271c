/** How a target is described and found again in a text. Offsets are UTF-16 code units. */
import { codePointsAfter, codePointsBefore, splitsPair } from './offsets.ts'
import type { Span, Target } from './span.ts'

/** Code points of context on either side of a target. */
export const contextLength = 32

/**
 * The target that spans make in a text: quotes and context. The spans are in text order, disjoint and inside the text; an
 * end inside a surrogate pair moves outward.
 */
export const describe = (text: string, spans: readonly Span[]): Target => {
  const fragments = spans.map((span) => {
    const start = splitsPair(text, span.start) ? span.start - 1 : span.start
    const end = splitsPair(text, span.end) ? span.end + 1 : span.end
    return { start, end, quote: text.slice(start, end) }
  })
  const start = fragments[0]?.start ?? 0
  const end = fragments.at(-1)?.end ?? 0
  return {
    fragments,
    prefix: text.slice(codePointsBefore(text, start, contextLength), start),
    suffix: text.slice(end, codePointsAfter(text, end, contextLength)),
  }
}
