/** Whose work on which articles is compared: the common ground of two or more annotators. */
import type { AnnotationType } from '../../schema.ts'
import { matched } from '../matching.ts'
import { attributes, type Unit } from './unit.ts'

export type StudyArticle = {
  id: string
  /** UTF-16 code units. */
  length: number
  /** Those of the study who worked on it, whether they tagged anything or not. */
  annotators: string[]
  units: Unit[]
}

export type Study = { annotators: string[]; articles: StudyArticle[] }

/** What a figure is about; nothing: everything that was chosen. */
export type Scope = {
  type?: AnnotationType
  code?: string
  issue?: string
  stance?: string
  articleId?: string
  pair?: [string, string]
}

/** Articles on which only one annotator worked say nothing. */
export const commonGround = ({ annotators, articles }: Study): Study => ({
  annotators,
  articles: articles
    .map((article) => ({ ...article, annotators: article.annotators.filter((one) => annotators.includes(one)) }))
    .filter((article) => article.annotators.length >= 2)
    .map((article) => ({ ...article, units: article.units.filter((unit) => annotators.includes(unit.annotator)) })),
})

/** The study as far as a scope's pair, article and type go; articles that stay whole stay the same objects. */
export const narrowed = (study: Study, { pair, articleId, type }: Scope): Study => {
  const ground = pair ? commonGround({ annotators: [...pair], articles: study.articles }) : study
  const articles = articleId === undefined ? ground.articles : ground.articles.filter(({ id }) => id === articleId)
  return {
    annotators: ground.annotators,
    articles:
      type === undefined
        ? articles
        : articles.map((article) => ({ ...article, units: article.units.filter((unit) => unit.type === type) })),
  }
}

/** Whether a unit was given the scope's code, issue or stance; true where the scope names none. */
export const hasCategory = (unit: Unit, { code, issue, stance }: Scope): boolean =>
  (code === undefined || unit.codes.includes(code)) &&
  (issue === undefined || unit.issues.includes(issue)) &&
  (stance === undefined || unit.values.stance === stance)

/** The study with nothing but the units of the scope's code, issue or stance. */
export const ofCategory = (study: Study, scope: Scope): Study =>
  [scope.code, scope.issue, scope.stance].every((category) => category === undefined)
    ? study
    : {
        ...study,
        articles: study.articles.map((article) => ({
          ...article,
          units: article.units.filter((unit) => hasCategory(unit, scope)),
        })),
      }

export const pairsOf = (annotators: readonly string[]): [string, string][] =>
  annotators.flatMap((one, place) => annotators.slice(place + 1).map((other): [string, string] => [one, other]))

const known = new WeakMap<StudyArticle, Unit[][]>()

/** The article's units, put together with those of others that overlap them; kept for the next figure. */
export const groupsOf = (article: StudyArticle): Unit[][] => {
  const groups = known.get(article) ?? matched(article.units, alike)
  known.set(article, groups)
  return groups
}

/** In how many decisions two units agree: of several spans in one place those belong together that say the same. */
const alike = (a: Unit, b: Unit): number =>
  attributes.filter((attribute) => a.values[attribute] !== null && a.values[attribute] === b.values[attribute]).length
