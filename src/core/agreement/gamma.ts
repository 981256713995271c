/**
 * γ: how well units and their categories agree after the best alignment of all annotators. Mathet, Widlöcher & Métivier 2015
 * (see `gamma-dissimilarity.ts`): γ = 1 − δ(best alignment) / mean δ(best alignments of random continua). γcat and γk look at
 * the categories of aligned units only: Mathet, The agreement measure γcat, Computational Linguistics 43 (2017) 661–681, § 4.2.
 */
import { type Figure, fromDisagreement, undefinedFigure } from './figure.ts'
import { type Alignment, bestAlignment } from './gamma-alignment.ts'
import { categorical, type GammaParams, type GammaUnit, positional } from './gamma-dissimilarity.ts'
import { samplerOf } from './gamma-sample.ts'
import type { Placed } from './gamma-tuples.ts'
import { randomFrom } from './random.ts'
import { sum } from './ratings.ts'

export type GammaStudy = { annotators: number; units: number; best: Alignment; chance: Alignment[] }

/** As in the peers that publish figures. */
export const usualParams: GammaParams = { alpha: 1, beta: 1, deltaEmpty: 1 }
/** Mathet et al. 2015, § 5.3: as many as it takes, more where the random continua differ much. */
const leastSamples = 10
const mostSamples = 300
/** At 95 %, the error of the expected disorder is at most this share of it. */
const precision = 0.02
const confidence = 1.96

export type GammaOptions = { params: GammaParams; seed: number; samples?: number }

/**
 * Aligns the continuum and random ones like it; yields after each, so that the caller can give way or stop.
 * @param continuum the units of each annotator
 */
export function* studyGamma(
  continuum: readonly (readonly GammaUnit[])[],
  { params, seed, samples }: GammaOptions,
): Generator<void, GammaStudy> {
  const best = bestAlignment(continuum, params)
  const units = sum(continuum.map((own) => own.length))
  const chance: Alignment[] = []
  if (units > 0 && continuum.length > 1 && best.exact) {
    const sample = samplerOf(continuum, randomFrom(seed))
    while (chance.length < (samples ?? samplesFor(chance))) {
      yield
      const alignment = bestAlignment(sample(), params)
      chance.push(alignment)
      if (!alignment.exact) break
    }
  }
  return { annotators: continuum.length, units, best, chance }
}

const samplesFor = (chance: readonly Alignment[]): number => {
  const disorders = chance.map(({ disorder }) => disorder)
  const mean = meanOf(disorders)
  if (chance.length < leastSamples || mean === 0) return leastSamples
  const deviation = Math.sqrt(meanOf(disorders.map((disorder) => (disorder - mean) ** 2)))
  return Math.min(mostSamples, Math.max(leastSamples, Math.ceil(((deviation / mean) * (confidence / precision)) ** 2)))
}

/** Of one continuum or of several: then the disorders are added up by their units. */
export const gamma = (studies: readonly GammaStudy[]): Figure => {
  const items = sum(studies.map(({ units }) => units))
  const counted = studies.filter(({ units, annotators }) => units > 0 && annotators > 1)
  if (counted.length === 0) return undefinedFigure('no-units', items)
  if (counted.some(isTooLarge)) return undefinedFigure('too-large', items)
  const weight = ({ units, annotators }: GammaStudy) => units / annotators
  const whole = sum(counted.map(weight))
  const observed = sum(counted.map((study) => study.best.disorder * weight(study))) / whole
  const expected = sum(counted.map((study) => expectedDisorder(study) * weight(study))) / whole
  return fromDisagreement(observed, expected, items)
}

const isTooLarge = ({ best, chance }: GammaStudy) => [best, ...chance].some(({ exact }) => !exact)

export const expectedDisorder = ({ chance }: Pick<GammaStudy, 'chance'>): number =>
  meanOf(chance.map(({ disorder }) => disorder))

/** γcat, or γk where a category is given: as γ, over the categories of aligned units. */
export const gammaOfCategories = (study: GammaStudy, params: GammaParams, category?: string): Figure => {
  const { best, chance, annotators, units } = study
  if (isTooLarge(study)) return undefinedFigure('too-large', units)
  if (chance.length === 0) return undefinedFigure('no-units', units)
  const observed = categoryDisorder(best, annotators, params, category)
  const expected = meanOf(chance.map((alignment) => categoryDisorder(alignment, annotators, params, category)))
  if (observed === 0) return { value: 1, items: units, observed, expected }
  return fromDisagreement(observed, expected, units)
}

/** Differences of category, weighted by how near the units are; a unit that stands alone beside an annotator counts as different. */
const categoryDisorder = (
  { tuples }: Alignment,
  annotators: number,
  params: GammaParams,
  category: string | undefined,
): number => {
  const { alpha, deltaEmpty } = params
  const concerns = (...units: Placed[]) => category === undefined || units.some((unit) => unit.category === category)
  let disorder = 0
  let weights = 0
  let compared = false
  let concerned = false
  for (const tuple of tuples) {
    tuple.forEach((a, place) => {
      const missing = annotators - tuple.length
      if (concerns(a) && missing > 0) {
        concerned = true
        disorder += missing * deltaEmpty ** 2
        weights += missing * deltaEmpty
      }
      for (const b of tuple.slice(place + 1)) {
        if (!concerns(a, b)) continue
        concerned = true
        compared = true
        const weight = Math.max(0, 1 - alpha * positional(a, b, deltaEmpty)) / (tuple.length - 1)
        disorder += categorical(a, b, deltaEmpty) * weight
        weights += weight
      }
    })
  }
  if (!compared) return concerned ? 0 : 1
  return disorder === 0 ? 0 : disorder / weights
}

const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)
