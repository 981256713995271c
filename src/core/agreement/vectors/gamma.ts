/** γ: the parts it is made of, replayed on given random continua, and whole, with random continua of our own. */
import { z } from 'zod'
import { finish } from '../../steps.ts'
import { expectedDisorder, type GammaStudy, gamma, gammaOfCategories, studyGamma } from '../gamma.ts'
import { bestAlignment } from '../gamma-alignment.ts'
import { categorical, combined, type GammaParams, type GammaUnit, positional } from '../gamma-dissimilarity.ts'
import { numberOf, type Runner, textOf, type Values } from './vector.ts'

const unit = z.looseObject({ annotator: z.string(), start: z.number(), end: z.number(), category: z.string() })
type Unit = z.infer<typeof unit>

const study = z.looseObject({
  params: z
    .looseObject({
      alpha: z.number().min(0).default(1),
      beta: z.number().min(0).default(1),
      deltaEmpty: z.number().positive().default(1),
    })
    .prefault({}),
  units: z.array(unit).optional(),
  file: z.string().optional(),
  sampledContinua: z.array(z.array(unit)).optional(),
  seed: z.int().optional(),
})

const wholeGamma: Runner = {
  metric: 'gamma',
  run: (input, wanted, data) => {
    const { params, units = [], file, sampledContinua, seed = 1 } = study.parse(input)
    const listed = file === undefined ? units : unitsIn(textOf(data, file))
    const names = [...new Set(listed.map(({ annotator }) => annotator))].sort()
    const continuum = continuumOf(listed, names)
    const best = bestAlignment(continuum, params)
    const values: Values = {
      pairDissimilarities: 'pairDissimilarities' in wanted ? dissimilarities(continuum, names, params) : undefined,
      bestAlignmentDisorder: listed.length ? best.disorder : null,
      unitaryAlignments: best.tuples.length,
    }
    if (sampledContinua) {
      const chance = sampledContinua.map((sample) => bestAlignment(continuumOf(sample, names), params))
      const replay: GammaStudy = { annotators: names.length, units: listed.length, best, chance }
      values['sampledDisorders'] = chance.map(({ disorder }) => disorder)
      values['expectedDisorderOfReplay'] = expectedDisorder(replay)
      values['gammaOfReplay'] = numberOf(gamma([replay]))
    }
    return { ...values, ...ownSampling(continuum, params, seed, wanted) }
  },
}

const sampling = z.looseObject({ samples: z.int().min(1).max(10_000) })

/** What needs random continua, under every name it is known by. */
const ownSampling = (continuum: readonly GammaUnit[][], params: GammaParams, seed: number, wanted: Values): Values => {
  const asked = sampling.safeParse(wanted['gammaOwnSampling']).data
  const done = finish(studyGamma(continuum, { params, seed, ...(asked && { samples: asked.samples }) }))
  const figure = gamma([done])
  const cat = numberOf(gammaOfCategories(done, params))
  const categories = [...new Set(continuum.flat().map(({ category }) => category))]
  return {
    gamma: numberOf(figure),
    gammaRange: numberOf(figure),
    gammaOwnSampling: { value: numberOf(figure), samples: done.chance.length },
    gammaCat: cat,
    gammaCatRange: cat,
    gammaK: Object.fromEntries(categories.map((name) => [name, numberOf(gammaOfCategories(done, params, name))])),
    ...(figure.reason && { reason: figure.reason }),
  }
}

const pairs = z.looseObject({
  pairs: z.array(z.tuple([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.number()])])),
  deltaEmpty: z.number().positive().default(1),
})

const places: Runner = {
  metric: 'gamma_positional_dissimilarity',
  run: (input) => {
    const { pairs: list, deltaEmpty } = pairs.parse(input)
    const stretch = ([start, end]: [number, number]) => ({ start, end })
    return { d: list.map(([a, b]) => positional(stretch(a), stretch(b), deltaEmpty)) }
  },
}

const continuumOf = (units: readonly Unit[], annotators: readonly string[]): GammaUnit[][] =>
  annotators.map((name) => units.filter(({ annotator }) => annotator === name))

/** `annotator,category,start,end`, one unit a line. */
const unitsIn = (csv: string): Unit[] =>
  csv
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [annotator, category, start, end] = line.split(',')
      return unit.parse({ annotator, category, start: Number(start), end: Number(end) })
    })

const dissimilarities = (continuum: readonly GammaUnit[][], names: readonly string[], params: GammaParams) =>
  continuum.flatMap((own, first) =>
    continuum.slice(first + 1).flatMap((others, offset) =>
      own.flatMap((a, unitIndexA) =>
        others.map((b, unitIndexB) => ({
          annotatorA: names[first],
          unitIndexA,
          annotatorB: names[first + 1 + offset],
          unitIndexB,
          positional: positional(a, b, params.deltaEmpty),
          categorical: categorical(a, b, params.deltaEmpty),
          combined: combined(a, b, params),
        })),
      ),
    ),
  )

export const gammaRunners: readonly Runner[] = [wholeGamma, places]
