/** Where a passage that lost its place may stand now: proposals to a person, who decides. Offsets are UTF-16 code units. */
import { newEffort, standsInContext } from './anchor.ts'
import { approximateSpan } from './approximate.ts'
import { findAll, normalText } from './find.ts'
import type { Fragment, Span, Target } from './span.ts'

/**
 * Places with the same words, regardless of case and signs that are not seen, those with the old context first, then the
 * nearest to the old offsets; where there is none, the one place that resembles the passage.
 */
export const likelyPlaces = (
  text: string,
  { quote, start }: Fragment,
  { prefix, suffix }: Pick<Target, 'prefix' | 'suffix'>,
): Span[] => {
  const context = { prefix, suffix }
  const rank = (span: Span) => (standsInContext(text, [span], context) ? 0 : text.length) + Math.abs(span.start - start)
  const same = findAll(normalText(text), quote)
    .map((span) => ({ span, rank: rank(span) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ span }) => span)
  if (same.length > 0) return same
  const effort = newEffort(proposalSteps)
  const alike =
    approximateSpan(text, { quote, ...context }, effort) ??
    approximateSpan(text, { quote, prefix: '', suffix: '' }, effort)
  return alike ? [alike] : []
}

/** Half a second or so: somebody waits for it. */
const proposalSteps = 60_000_000
