/**
 * Scott's π of two annotators: chance is what the habits of both together would give. Scott, Reliability of content analysis,
 * Public Opinion Quarterly 19 (1955) 321–325: π = (Ao − Ae) / (1 − Ae), Ae = Σ_c ((n1(c) + n2(c)) / 2n)².
 */
import { type Figure, fromAgreement, undefinedFigure } from './figure.ts'
import { type Margins, squares, totalsOf } from './ratings.ts'

export const scottPi = ({ items, agreed, first, second }: Margins): Figure =>
  items === 0
    ? undefinedFigure('no-items')
    : fromAgreement(agreed / items, squares(totalsOf([first, second])) / (2 * items) ** 2, items)
