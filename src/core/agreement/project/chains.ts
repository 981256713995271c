/** Whether the same chain of attribution was given to spans that overlap. No chain at all means that nobody decided. */
import { type Chain, chainDistance } from '../chain-distance.ts'
import { type Figure, undefinedFigure } from '../figure.ts'
import { alphaByDistance, type Metric as ChainMetric } from '../krippendorff-alpha.ts'
import { sum } from '../ratings.ts'
import { f1 } from '../span-f1.ts'
import { type Disagreement, disagreementOf, type Metric } from './metric.ts'
import { groupsOf, ofCategory, type Scope, type Study } from './study.ts'
import type { Unit } from './unit.ts'

type Compared = { a: Unit; b: Unit; distance: number }

const scopes = ['all', 'type', 'issue', 'stance', 'pair', 'article'] as const

/** Matched units of types that have chains, two by two. */
const matches = (study: Study, scope: Scope): [Unit, Unit][] =>
  groupsIn(study, scope).flatMap((group) =>
    group.flatMap((a, place) => group.slice(place + 1).map((b): [Unit, Unit] => [a, b])),
  )

const groupsIn = (study: Study, scope: Scope): Unit[][] =>
  ofCategory(study, scope)
    .articles.flatMap(groupsOf)
    .filter(([unit]) => unit?.type !== 'actor')

const comparedIn = (study: Study, scope: Scope): Compared[] =>
  matches(study, scope).flatMap(([a, b]) =>
    a.chain && b.chain ? [{ a, b, distance: chainDistance(a.chain, b.chain) }] : [],
  )

const differing = (compared: readonly Compared[]): Disagreement[] =>
  compared.filter(({ distance }) => distance > 0).map(({ a, b }) => disagreementOf([a, b]))

const meanOf = (values: readonly number[]): Figure =>
  values.length ? { value: sum(values) / values.length, items: values.length } : undefinedFigure('no-items')

type Answer = { figure: Figure; disagreements: Disagreement[] }

const metric = (id: string, answer: (study: Study, scope: Scope) => Answer): Metric => ({
  id,
  scopes,
  // biome-ignore lint/correctness/useYield: quick enough to be done at once
  *measure(study, scope) {
    return [answer(study, scope)]
  },
})

/** Whether there is a chain at all: F1 over the matched spans that have one. */
export const chainGiven = metric('chainGiven', (study, scope) => {
  const given = matches(study, scope).filter(([a, b]) => a.chain || b.chain)
  const both = given.filter(([a, b]) => a.chain && b.chain).length
  return {
    figure: given.length ? { ...f1(both, both + given.length, 0), items: given.length } : undefinedFigure('no-items'),
    disagreements: given.filter(([a, b]) => !a.chain || !b.chain).map(disagreementOf),
  }
})

/** The share of chains that are the same, step by step. */
export const chainExact = metric('chainExact', (study, scope) => {
  const compared = comparedIn(study, scope)
  return {
    figure: meanOf(compared.map(({ distance }) => Number(distance === 0))),
    disagreements: differing(compared),
  }
})

/** The mean of 1 − distance. */
export const chainSimilarity = metric('chainSimilarity', (study, scope) => {
  const compared = comparedIn(study, scope)
  return { figure: meanOf(compared.map(({ distance }) => 1 - distance)), disagreements: differing(compared) }
})

/** α with the distance of chains: what is left of it after chance. */
export const chainAlpha = metric('chainAlpha', (study, scope) => {
  const items = groupsIn(study, scope).map((group) => group.flatMap(({ chain }) => (chain ? [chain] : [])))
  return {
    figure: alphaByDistance(items, ofChains),
    disagreements: differing(comparedIn(study, scope)),
  }
})

const ofChains: ChainMetric<Chain> = {
  keyOf: (chain) => JSON.stringify(chain),
  featuresOf: (chain) => chain.flat(),
  distance: chainDistance,
}
