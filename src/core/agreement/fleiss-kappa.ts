/**
 * Fleiss' κ of any number of annotators, each item judged by equally many. Fleiss, Measuring nominal scale agreement among many
 * raters, Psychological Bulletin 76 (1971) 378–382, eq. 1–7: Ao = mean_i (Σ_c n_ic² − n) / (n (n − 1)), Ae = Σ_c p_c².
 */
import { type Figure, fromAgreement, undefinedFigure } from './figure.ts'
import { sizeOf, squares, sum, type Tally, totalsOf } from './ratings.ts'

export const fleissKappa = (tallies: readonly Tally[]): Figure => {
  const raters = Math.max(0, ...tallies.slice(0, 1).map(sizeOf))
  if (tallies.every((tally) => sizeOf(tally) < 2)) return undefinedFigure('no-items')
  if (tallies.some((tally) => sizeOf(tally) !== raters)) return undefinedFigure('unequal-ratings', tallies.length)
  const items = tallies.length
  const observed = sum(tallies.map((tally) => (squares(tally) - raters) / (raters * (raters - 1)))) / items
  const expected = squares(totalsOf(tallies)) / (items * raters) ** 2
  return fromAgreement(observed, expected, items)
}
