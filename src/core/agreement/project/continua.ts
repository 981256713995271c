/** Whether the text was cut up alike: αU of one code or type, γ of everything. */
import { alphaU, type Stretch } from '../alpha-u.ts'
import { undefinedFigure } from '../figure.ts'
import { type GammaStudy, gamma as gammaOf, studyGamma, usualParams } from '../gamma.ts'
import type { GammaUnit } from '../gamma-dissimilarity.ts'
import type { Metric } from './metric.ts'
import { ofCategory, type Scope, type StudyArticle } from './study.ts'
import type { Unit } from './unit.ts'

/** The articles that everybody in the study worked on, laid end to end; each fragment is a unit. */
export const unitizing: Metric = {
  id: 'alphaU',
  scopes: ['type', 'code'],
  *measure(study, scope) {
    const { annotators, articles } = ofCategory(study, scope)
    const common = articles.filter((article) => article.annotators.length === annotators.length)
    if (common.length === 0) return [{ figure: undefinedFigure('no-items') }]
    const units = annotators.map((): Stretch[] => [])
    let offset = 0
    for (const article of common) {
      for (const { annotator, fragments } of article.units) {
        const own = units[annotators.indexOf(annotator)]
        for (const { start, end } of fragments) own?.push({ start: offset + start, end: offset + end })
      }
      offset += article.length
    }
    return [{ figure: alphaU(units, { start: 0, end: offset }) }]
  },
}

/** Positions and categories at once, article by article; the categories are the types, and within one type its codes. */
export const gamma: Metric = {
  id: 'gamma',
  scopes: ['all', 'type', 'pair', 'article'],
  *measure(study, scope, { seed }) {
    const studies: GammaStudy[] = []
    for (const article of study.articles) {
      const there = known.get(article)
      const found = there?.seed === seed ? there.study : summed(yield* studied(article, scope, seed))
      known.set(article, { seed, study: found })
      studies.push(found)
    }
    return [{ figure: studies.length ? gammaOf(studies) : undefinedFigure('no-items') }]
  },
}

/** An article is asked for once among all and once by itself. */
const known = new WeakMap<StudyArticle, { seed: number; study: GammaStudy }>()

const studied = (article: StudyArticle, scope: Scope, seed: number): Generator<void, GammaStudy> =>
  studyGamma(
    article.annotators.map((one) => article.units.filter(({ annotator }) => annotator === one).map(inGamma(scope))),
    { params: usualParams, seed },
  )

/** Without the tuples, which nobody asks for here and of which there are many. */
const summed = ({ best, chance, ...study }: GammaStudy): GammaStudy => ({
  ...study,
  best: { ...best, tuples: [] },
  chance: chance.map((alignment) => ({ ...alignment, tuples: [] })),
})

const inGamma =
  ({ type }: Scope) =>
  (unit: Unit): GammaUnit => ({
    start: unit.fragments[0]?.start ?? 0,
    end: unit.fragments.at(-1)?.end ?? 0,
    category: type === undefined ? unit.type : (unit.values.code ?? ''),
  })
