/**
 * Cohen's κ of two annotators: chance is what their own habits would give. Cohen, A coefficient of agreement for nominal
 * scales, Educational and Psychological Measurement 20 (1960) 37–46: κ = (Ao − Ae) / (1 − Ae), Ae = Σ_c p1(c) · p2(c).
 */
import { type Figure, fromAgreement, undefinedFigure } from './figure.ts'
import { type Margins, sum } from './ratings.ts'

export const cohenKappa = ({ items, agreed, first, second }: Margins): Figure => {
  if (items === 0) return undefinedFigure('no-items')
  const expected = sum([...first].map(([label, count]) => (count / items) * ((second.get(label) ?? 0) / items)))
  return fromAgreement(agreed / items, expected, items)
}
