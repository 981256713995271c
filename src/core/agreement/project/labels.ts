/** Whether the same was decided of spans that overlap: the coefficients over each attribute. */
import { cohenKappa } from '../cohen-kappa.ts'
import { type Figure, undefinedFigure } from '../figure.ts'
import { fleissKappa } from '../fleiss-kappa.ts'
import { krippendorffAlpha } from '../krippendorff-alpha.ts'
import { type Label, marginsOf, type Ratings, talliesOf } from '../ratings.ts'
import { scottPi } from '../scott-pi.ts'
import { disagreementOf, type Measured, type Metric } from './metric.ts'
import { groupsOf, hasCategory, type Scope, type Study } from './study.ts'
import { type Attribute, attributes, type Unit } from './unit.ts'

/** A group of matched units, and what the study's annotators decided there; null where one did not. */
type Item = { units: Unit[]; labels: (Label | null)[] }

const itemsOf = (study: Study, labelOf: (unit: Unit) => Label | null): Item[] =>
  study.articles
    .flatMap(groupsOf)
    .filter((group) => group.length >= 2)
    .map((units) => ({
      units,
      labels: study.annotators.map((one) => {
        const unit = units.find(({ annotator }) => annotator === one)
        return unit ? labelOf(unit) : null
      }),
    }))
    .filter(({ labels }) => labels.filter((label) => label !== null).length >= 2)

const measured = (
  study: Study,
  attribute: Attribute,
  labelOf: (unit: Unit) => Label | null,
  of: Coefficient,
): Measured => {
  const items = itemsOf(study, labelOf)
  const differing = items.filter(({ labels }) => new Set(labels.filter((label) => label !== null)).size > 1)
  return {
    attribute,
    figure: of(items.map(({ labels }) => labels)),
    disagreements: differing.map(({ units }) => disagreementOf(units.filter((unit) => labelOf(unit) !== null))),
  }
}

type Coefficient = (ratings: Ratings) => Figure

const metric = (id: string, of: Coefficient, more: Pick<Metric, 'scopes' | 'ofTwo'>): Metric => ({
  id,
  ...more,
  *measure(study, scope) {
    const category = categoryOf(scope)
    if (category) return [measured(study, category.attribute, category.labelOf, of)]
    const found: Measured[] = []
    for (const attribute of attributes) {
      yield
      found.push(measured(study, attribute, (unit) => unit.values[attribute], of))
    }
    return found
  },
})

/** A code, issue or stance against all others, among the units of which something was decided in that respect. */
const categoryOf = (scope: Scope): { attribute: Attribute; labelOf: (unit: Unit) => Label | null } | undefined => {
  const attribute = (['code', 'issue', 'stance'] as const).find((name) => scope[name] !== undefined)
  return (
    attribute && { attribute, labelOf: (unit) => (unit.values[attribute] === null ? null : hasCategory(unit, scope)) }
  )
}

const wholeScopes = ['all', 'type', 'pair', 'article'] as const

export const cohen = metric('cohenKappa', (ratings) => cohenKappa(marginsOf(ratings)), {
  scopes: wholeScopes,
  ofTwo: true,
})

export const scott = metric('scottPi', (ratings) => scottPi(marginsOf(ratings)), {
  scopes: wholeScopes,
  ofTwo: true,
})

/** Of what everybody in the study decided: it has no room for missing judgements. */
export const fleiss = metric(
  'fleissKappa',
  (ratings) => {
    const complete = ratings.filter((row) => row.every((label) => label !== null))
    return complete.length ? fleissKappa(talliesOf(complete)) : undefinedFigure('no-items')
  },
  { scopes: wholeScopes },
)

export const alpha = metric('krippendorffAlpha', (ratings) => krippendorffAlpha(talliesOf(ratings)), {
  scopes: ['all', 'type', 'code', 'issue', 'stance', 'pair', 'article'],
})
