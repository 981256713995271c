/** Units cut out of a continuum: αU by category, its differences, uα of 2016, boundaries. */
import { z } from 'zod'
import { alphaU, squaredDifference } from '../alpha-u.ts'
import { boundarySimilarity } from '../boundary-similarity.ts'
import { fromDisagreement, undefinedFigure } from '../figure.ts'
import { unitizedAlpha } from '../unitized-alpha.ts'
import { numberOf, type Runner, type Values } from './vector.ts'

const continuum = z.looseObject({
  begin: z.number(),
  length: z.number().positive(),
  raters: z.int().min(1),
  units: z.array(
    z.looseObject({ start: z.number(), length: z.number().positive(), rater: z.int().min(0), category: z.string() }),
  ),
})

const alphaURunner: Runner = {
  metric: 'krippendorff_alpha_u',
  run: (input) => {
    const { begin, length, raters, units } = continuum.parse(input)
    const categories = [...new Set(units.map(({ category }) => category))]
    const values: Values = {}
    let [observed, expected] = [0, 0]
    for (const category of categories) {
      const figure = alphaU(
        Array.from({ length: raters }, (_, rater) =>
          units
            .filter((unit) => unit.rater === rater && unit.category === category)
            .map(({ start, length: size }) => ({ start, end: start + size })),
        ),
        { start: begin, end: begin + length },
      )
      values[`observedDisagreement_${category}`] = figure.observed ?? null
      values[`expectedDisagreement_${category}`] = figure.expected ?? null
      values[`alphaU_${category}`] = numberOf(figure)
      if (figure.reason) values['reason'] = figure.reason
      observed += figure.observed ?? Number.NaN
      expected += figure.expected ?? Number.NaN
    }
    // Of all categories together: Krippendorff 1995, eq. 22.
    const together = categories.length
      ? fromDisagreement(observed, expected, units.length)
      : undefinedFigure('no-units')
    const isKnown = Number.isFinite(together.value)
    return {
      alphaU: isKnown ? numberOf(together) : null,
      ...values,
      ...(!isKnown && { reason: together.reason ?? 'no-units' }),
    }
  },
}

const section = z
  .looseObject({ start: z.number(), length: z.number(), unit: z.union([z.literal(0), z.literal(1), z.boolean()]) })
  .transform(({ start, length, unit }) => ({ start, end: start + length, unit: Boolean(unit) }))

const delta: Runner = {
  metric: 'krippendorff_alpha_u_delta2',
  run: (input) => {
    const { pairs } = z.looseObject({ pairs: z.array(z.looseObject({ u: section, v: section })) }).parse(input)
    return { d2: pairs.map(({ u, v }) => squaredDifference(u, v)) }
  },
}

const segments = z.looseObject({
  segments: z.record(
    z.string(),
    z.array(z.looseObject({ category: z.string().nullable(), start: z.number(), end: z.number() })),
  ),
})

const unitized: Runner = {
  metric: 'krippendorff_unitized_alpha_2016',
  run: (input) => {
    const figure = unitizedAlpha(Object.values(segments.parse(input).segments))
    return { uAlpha: numberOf(figure), ...(figure.reason && { reason: figure.reason }) }
  },
}

const masses = z.looseObject({
  form: z.literal('masses'),
  n_t: z.int().min(1).default(2),
  a: z.array(z.int().min(1)),
  b: z.array(z.int().min(1)),
})

const boundary: Runner = {
  metric: 'boundary_similarity',
  run: (input) => {
    const { a, b, n_t } = masses.parse(input)
    const figure = boundarySimilarity(a, b, n_t)
    return { B: numberOf(figure), ...(figure.reason && { reason: figure.reason }) }
  },
}

export const unitizingRunners: readonly Runner[] = [alphaURunner, delta, unitized, boundary]
