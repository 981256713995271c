/** Whether what was computed is what a vector expects, within its tolerance. */
import { z } from 'zod'
import type { Values } from './vector.ts'

/** Random continua of another generator move the end of a range by this much. */
const rangeMargin = 0.01
/** Of numbers whose tolerance is not given beside others that is: they come from 32-bit floats. */
const usual = 1e-5

const allowed = z.looseObject({ value: z.number(), tolerance: z.number() })
const range = z.tuple([z.number(), z.number()])

/**
 * @param tolerance a number (absolute); by name a number (absolute below 1, else relative) or `relative N`; else the usual one
 */
export const agrees = (expected: unknown, got: unknown, tolerance: unknown): boolean => {
  if (expected === null || isUndefined(expected)) return isUndefined(got)
  if (typeof expected === 'number') return typeof got === 'number' && isNear(expected, got, tolerance)
  if (typeof expected !== 'object') return expected === got
  if (typeof got === 'number') return isWithin(expected, got, tolerance)
  if (got === null || typeof got !== 'object') return false
  const ownTolerance = allowed.safeParse(expected)
  if (ownTolerance.success) return agrees(ownTolerance.data.value, valuesOf(got)['value'], ownTolerance.data.tolerance)
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((one, index) => agrees(one, got[index], tolerance))
    )
  }
  return Object.entries(expected).every(([name, value]) => agrees(value, valuesOf(got)[name], named(tolerance, name)))
}

const valuesOf = (value: object): Values => Object.fromEntries(Object.entries(value))

const isUndefined = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === 'undefined' ||
  (typeof value === 'object' && 'defined' in value && value.defined === false)

const named = (tolerance: unknown, name: string): unknown =>
  tolerance !== null && typeof tolerance === 'object' && name in tolerance ? valuesOf(tolerance)[name] : tolerance

const isNear = (expected: number, got: number, tolerance: unknown): boolean => {
  const apart = Math.abs(expected - got)
  if (typeof tolerance === 'number') return apart <= tolerance + rounding
  const relative = typeof tolerance === 'string' ? /relative ([0-9.]+(?:e-?\d+)?)/.exec(tolerance)?.[1] : undefined
  return relative === undefined
    ? apart <= usual * Math.max(1, Math.abs(expected))
    : apart <= Number(relative) * Math.abs(expected)
}

// A tolerance of 0 means the same number, not the same rounding.
const rounding = 1e-12

const isWithin = (expected: object, got: number, tolerance: unknown): boolean => {
  const bounds = range.safeParse(expected).data
  const margin = typeof tolerance === 'number' ? tolerance : rangeMargin
  return bounds !== undefined && bounds[0] - margin <= got && got <= bounds[1] + margin
}
