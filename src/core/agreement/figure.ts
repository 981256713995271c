/** What a measure answers: a number, or why there is none; never NaN, and never 1 where nothing could disagree. */

export const reasons = [
  /** Nothing was judged by two annotators. */
  'no-items',
  /** Everything was given one and the same value: chance alone would agree as well. */
  'one-category',
  /** The measure compares exactly two annotators. */
  'two-annotators',
  /** The measure needs the same number of judgements for every item. */
  'unequal-ratings',
  /** There is nothing tagged. */
  'no-units',
  /** Units of one annotator and category overlap, which the measure has no room for. */
  'overlapping-units',
  /** Units reach outside the text, or are empty. */
  'misplaced-units',
  /** The two sides do not divide the same length. */
  'different-lengths',
  /** Too many units in one article to be aligned. */
  'too-large',
] as const

export type Reason = (typeof reasons)[number]

/** `items` is how many things the figure rests on; `observed` and `expected` are what it was made from. */
export type Figure = { items: number; observed?: number; expected?: number } & (
  | { value: number; reason?: undefined }
  | { value?: undefined; reason: Reason }
)

export const undefinedFigure = (reason: Reason, items = 0): Figure => ({ reason, items })

/** (Ao − Ae) / (1 − Ae): how much of the agreement that chance does not explain was reached. */
export const fromAgreement = (observed: number, expected: number, items: number): Figure =>
  1 - expected < epsilon
    ? { reason: 'one-category', items, observed, expected }
    : { value: (observed - expected) / (1 - expected), items, observed, expected }

/** 1 − Do / De: the same, in terms of disagreement. */
export const fromDisagreement = (observed: number, expected: number, items: number): Figure =>
  expected < epsilon
    ? { reason: 'one-category', items, observed, expected }
    : { value: 1 - observed / expected, items, observed, expected }

// Sums of shares miss 1 by rounding; no real study comes this near.
const epsilon = 1e-12
