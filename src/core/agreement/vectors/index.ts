/** Runs tables of vectors. A metric is a runner beside this, and a line in the list. */
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { codingRunners } from './coding.ts'
import { agrees } from './compare.ts'
import { gammaRunners } from './gamma.ts'
import { spanRunners } from './spans.ts'
import { unitizingRunners } from './unitizing.ts'
import type { Runner, Values, Vector, VectorData } from './vector.ts'

export { type Vector, type VectorData, vectorFile } from './vector.ts'

export const runners: readonly Runner[] = [...codingRunners, ...unitizingRunners, ...gammaRunners, ...spanRunners]

export type VectorResult = {
  id: string
  /** Under the names that are expected; `{defined: false, reason}` where nothing is defined, null where it was not computed. */
  got: unknown
  expected: unknown
  tolerance: unknown
  pass: boolean
  /** Why it was not computed. */
  error?: { code: 'unknown-metric' | 'bad-input' | 'missing-data'; detail: string }
}

/** @param data what files the inputs name hold */
export const runVector = ({ id, metric, input, expected, tolerance }: Vector, data: VectorData): VectorResult => {
  const result = (got: unknown, error?: VectorResult['error']): VectorResult => ({
    id,
    got,
    expected: expected ?? null,
    tolerance: tolerance ?? null,
    pass: error === undefined && agrees(expected, got, tolerance),
    ...(error && { error }),
  })
  // Several metrics of one input are joined by a plus sign.
  const asked = metric.split('+').map((name) => ({ name, runner: runners.find((one) => one.metric === name.trim()) }))
  const unknown = asked.find(({ runner }) => !runner)
  if (unknown) return result(null, { code: 'unknown-metric', detail: unknown.name })
  const wanted: Values = z.record(z.string(), z.unknown()).safeParse(expected).data ?? {}
  try {
    const values = asked.map(({ runner }) => runner?.run(input, wanted, data) ?? {})
    return result(answerOf(values, wanted))
  } catch (error) {
    if (error instanceof Failure) return result(null, { code: 'missing-data', detail: String(error.params['file']) })
    if (error instanceof z.ZodError) return result(null, { code: 'bad-input', detail: z.prettifyError(error) })
    throw error
  }
}

/** What is expected by name; else all there is, or that nothing is defined. */
const answerOf = (values: readonly Values[], wanted: Values): unknown => {
  const { reason, ...numbers }: Values = Object.assign({}, ...values)
  const named = Object.entries(numbers).filter(([name]) => name in wanted)
  if (named.length) return Object.fromEntries(named)
  if (values.every((one) => one['reason'] !== undefined)) return { defined: false, reason }
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined))
}
