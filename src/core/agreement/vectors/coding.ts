/** Judgements of given items: a table of two annotators, a table of counts, or the judgements themselves. */
import { z } from 'zod'
import { cohenKappa } from '../cohen-kappa.ts'
import { type Figure, undefinedFigure } from '../figure.ts'
import { fleissKappa } from '../fleiss-kappa.ts'
import { krippendorffAlpha } from '../krippendorff-alpha.ts'
import { type Margins, marginsOf, type Ratings, ratingsOf, type Tally, talliesOf } from '../ratings.ts'
import { scottPi } from '../scott-pi.ts'
import { numberOf, type Runner, type Values } from './vector.ts'

const table = z.array(z.array(z.int().min(0)))

const coding = z.discriminatedUnion('form', [
  z.looseObject({ form: z.literal('contingency'), table }),
  z.looseObject({ form: z.literal('counts'), table }),
  z.looseObject({
    form: z.literal('ratings'),
    items: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]).nullable())),
  }),
])

type Coding = z.infer<typeof coding>

const talliesIn = (input: Coding): Tally[] => {
  if (input.form === 'counts') return input.table.map((row) => new Map(row.entries()))
  return talliesOf(input.form === 'contingency' ? ratingsOf(input.table) : input.items)
}

const ofTwo = (input: Coding, measure: (margins: Margins) => Figure): Figure => {
  if (input.form === 'contingency') return measure(marginsOf(ratingsOf(input.table)))
  if (input.form === 'counts' || !isOfTwo(input.items)) return undefinedFigure('two-annotators')
  return measure(marginsOf(input.items))
}

const isOfTwo = (items: Ratings) => items.every((row) => row.length === 2)

const runner = (metric: string, of: (input: Coding) => Figure, named: (figure: Figure) => Values): Runner => ({
  metric,
  run: (input) => {
    const figure = of(coding.parse(input))
    return { ...named(figure), ...(figure.reason && { reason: figure.reason }) }
  },
})

const agreement = (figure: Figure): Values => ({ observed: figure.observed ?? null, expected: figure.expected ?? null })

const disagreement = (figure: Figure): Values => ({
  observedDisagreement: figure.observed ?? null,
  expectedDisagreement: figure.expected ?? null,
})

export const codingRunners: readonly Runner[] = [
  runner(
    'cohen_kappa',
    (input) => ofTwo(input, cohenKappa),
    (figure) => ({ ...agreement(figure), kappa: numberOf(figure) }),
  ),
  runner(
    'scott_pi',
    (input) => ofTwo(input, scottPi),
    (figure) => ({ ...agreement(figure), pi: numberOf(figure) }),
  ),
  runner(
    'fleiss_kappa',
    (input) => fleissKappa(talliesIn(input)),
    (figure) => ({ ...agreement(figure), kappa: numberOf(figure) }),
  ),
  runner(
    'krippendorff_alpha_nominal',
    (input) => krippendorffAlpha(talliesIn(input)),
    (figure) => ({ ...disagreement(figure), alpha: numberOf(figure) }),
  ),
]
