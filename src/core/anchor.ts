/**
 * How a target is described and found again in a text. Offsets are UTF-16 code units. Position first, then the quote,
 * then what resembles it; where two places are equally good nothing is guessed.
 */
import { approximateSpan, distanceToBeginning, type Effort } from './approximate.ts'
import { codePointsAfter, codePointsBefore, splitsPair } from './offsets.ts'
import type { Fragment, Span, Target } from './span.ts'

export type Anchored = { state: 'exact' | 'reanchored'; target: Target } | { state: 'orphan' }

/** Code points of context on either side of a target. */
const contextLength = 32

/** Effort for one target, or for all targets of a file or a correction together: ten seconds of searching or so. */
export const newEffort = (steps = 1_200_000_000): Effort => ({ left: steps })

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

/** Whether a fragment's quote is at its offsets. */
export const holds = (text: string, { start, end, quote }: Fragment): boolean =>
  start < end && end <= text.length && text.slice(start, end) === quote

/**
 * Finds a target in a text: where its offsets say; else where quote and context, or the quote alone, stand only once; else
 * where the text resembles it most. Of several fragments all must be found, in order. A target found elsewhere comes back
 * described anew.
 */
export const reanchor = (text: string, target: Target, effort = newEffort()): Anchored => {
  if (target.fragments.every((fragment) => holds(text, fragment))) return { state: 'exact', target }
  const spans = placesOf(text, target, effort)
  return spans && areInOrder(spans) ? { state: 'reanchored', target: describe(text, spans) } : { state: 'orphan' }
}

/**
 * Finds a fragment of a cue or condition, which has no context of its own: where it went if it moved with its target by
 * `shift`; else where its quote stands only once; else where the text resembles it most.
 */
export const relocate = (text: string, fragment: Fragment, shift: number, effort: Effort): Fragment | undefined => {
  const moved = { ...fragment, start: fragment.start + shift, end: fragment.end + shift }
  if (holds(text, moved)) return moved
  const span = placeOf(text, { ...fragment, prefix: '', suffix: '' }, effort)
  return span && { ...fragment, ...span, quote: text.slice(span.start, span.end) }
}

/** More exact matches than this are not weighed against each other. */
const manyMatches = 1_000

const placesOf = (text: string, target: Target, effort: Effort): Span[] | undefined => {
  const together = choose(text, occurrences(text, target.fragments, effort), target, effort)
  if (together === 'ambiguous') return undefined
  if (together) return together
  const last = target.fragments.length - 1
  const spans: Span[] = []
  for (const [i, fragment] of target.fragments.entries()) {
    const context = { prefix: i === 0 ? target.prefix : '', suffix: i === last ? target.suffix : '' }
    const span = holds(text, fragment) ? fragment : placeOf(text, { ...fragment, ...context }, effort)
    if (!span) return undefined
    spans.push({ start: span.start, end: span.end })
  }
  return spans
}

const placeOf = (text: string, passage: Fragment & Context, effort: Effort): Span | undefined => {
  const exact = choose(text, occurrences(text, [passage], effort), passage, effort)
  if (exact === 'ambiguous') return undefined
  return exact ? exact[0] : approximateSpan(text, passage, effort)
}

type Context = { prefix: string; suffix: string }

/** Everywhere the fragments stand with their quotes and their distances from each other. */
const occurrences = (text: string, fragments: readonly Fragment[], effort: Effort): Span[][] | 'ambiguous' => {
  const probe = fragments.reduce((longest, fragment) =>
    fragment.quote.length > longest.quote.length ? fragment : longest,
  )
  const found: Span[][] = []
  if (effort.left < 0) return 'ambiguous'
  for (let at = text.indexOf(probe.quote); at >= 0; at = text.indexOf(probe.quote, at + 1)) {
    const shift = at - probe.start
    const spans = fragments.map(({ start, quote }) => ({ start: start + shift, end: start + shift + quote.length }))
    if (fragments.every(({ quote }, i) => text.startsWith(quote, spans[i]?.start) && (spans[i]?.start ?? -1) >= 0))
      found.push(spans)
    effort.left -= stepsPerOccurrence
    if (found.length > manyMatches || effort.left < 0) return 'ambiguous'
  }
  effort.left -= text.length / unitsPerStep
  return found
}

const stepsPerOccurrence = 50
const unitsPerStep = 4

/** The occurrence with the target's context, else the only one, else the one whose context differs least, by at most half. */
const choose = (
  text: string,
  found: Span[][] | 'ambiguous',
  context: Context,
  effort: Effort,
): Span[] | 'ambiguous' | undefined => {
  if (found === 'ambiguous' || found.length === 0) return found === 'ambiguous' ? found : undefined
  const inContext = found.filter((spans) => hasContext(text, spans, context))
  if (inContext.length > 0) return only(inContext)
  if (found.length === 1) return found[0]
  effort.left -= found.length * stepsPerComparison
  const rated = found.map((spans) => ({ spans, errors: contextErrors(text, spans, context) }))
  const least = Math.min(...rated.map(({ errors }) => errors))
  if (least > (context.prefix.length + context.suffix.length) / 2) return 'ambiguous'
  return only(rated.filter(({ errors }) => errors === least).map(({ spans }) => spans))
}

const stepsPerComparison = 1_000

const only = (candidates: Span[][]): Span[] | 'ambiguous' => (candidates.length === 1 && candidates[0]) || 'ambiguous'

const hasContext = (text: string, spans: Span[], { prefix, suffix }: Context): boolean => {
  const { start, end } = extent(spans)
  return start >= prefix.length && text.startsWith(prefix, start - prefix.length) && text.startsWith(suffix, end)
}

/** Whether at most half of a target's context differs from what stands beside these spans. */
export const standsInContext = (text: string, spans: Span[], context: Context): boolean =>
  contextErrors(text, spans, context) <= (context.prefix.length + context.suffix.length) / 2

const contextErrors = (text: string, spans: Span[], { prefix, suffix }: Context): number => {
  const { start, end } = extent(spans)
  const before = text.slice(Math.max(0, start - prefix.length * 2), start)
  const after = text.slice(end, end + suffix.length * 2)
  return distanceToBeginning(backwards(prefix), backwards(before)) + distanceToBeginning(suffix, after)
}

const extent = (spans: Span[]): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 })

/** By code unit: only ever compared with another text that was turned the same way. */
const backwards = (text: string): string => text.split('').reverse().join('')

/** Whether spans stand in text order and apart. */
export const areInOrder = (spans: readonly Span[]): boolean =>
  spans.every((span, i) => i === 0 || span.start >= (spans[i - 1]?.end ?? 0))
