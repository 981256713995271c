/** The measures of a project's agreement, in the order they are told; a new one is a file beside this and a line here. */
import { chainAlpha, chainExact, chainGiven, chainSimilarity } from './chains.ts'
import { gamma, unitizing } from './continua.ts'
import { alpha, cohen, fleiss, scott } from './labels.ts'
import type { Metric } from './metric.ts'
import { spanF1Exact, spanF1Overlap } from './spans.ts'

export const metricIds = [
  'spanF1Exact',
  'spanF1Overlap',
  'cohenKappa',
  'scottPi',
  'fleissKappa',
  'krippendorffAlpha',
  'alphaU',
  'gamma',
  'chainGiven',
  'chainExact',
  'chainSimilarity',
  'chainAlpha',
] as const
export type MetricId = (typeof metricIds)[number]

export const metrics: Record<MetricId, Metric> = {
  spanF1Exact,
  spanF1Overlap,
  cohenKappa: cohen,
  scottPi: scott,
  fleissKappa: fleiss,
  krippendorffAlpha: alpha,
  alphaU: unitizing,
  gamma,
  chainGiven,
  chainExact,
  chainSimilarity,
  chainAlpha,
}
