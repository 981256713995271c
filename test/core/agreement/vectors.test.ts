/** The tables of vectors: those that lie beside the project, and what happens to ones that cannot be run. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runners, runVector, type Vector, vectorFile } from '../../../src/core/agreement/vectors/index.ts'
import { shared } from '../shared.ts'

const table = shared.there
  ? vectorFile.parse(JSON.parse(readFileSync(shared.path('vectors/agreement.json'), 'utf8'))).vectors
  : []

/** Files of the table that lie beside it; those of a mirror do not. */
const data = (file: string) => {
  const path = shared.path(file.replace(/^dev\//, 'corpora/'))
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const isHere = ({ input }: Vector) => !(input !== null && typeof input === 'object' && 'mirror' in input)

describe.skipIf(!shared.there)(`published values ${shared.note}`, () => {
  it.each(table.filter(isHere).map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(runVector(vector, data)).toMatchObject({ pass: true })
  })

  it('no value passes that is not the one that was published', () => {
    const wrong = table.filter(isHere).map((vector) => ({ ...vector, expected: shifted(vector.expected) }))
    expect(wrong.filter((vector) => runVector(vector, data).pass).map(({ id }) => id)).toEqual([])
  })

  it('every measure of the table is known', () => {
    const known = runners.map(({ metric }) => metric)
    for (const { metric } of table) for (const name of metric.split('+')) expect(known).toContain(name)
  })
})

/** The same, with every number somewhere else and defined where it was not. */
const shifted = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 3 + Math.abs(value)
  if (Array.isArray(value)) return value.map(shifted)
  if (value === null || typeof value !== 'object') return value
  if ('defined' in value) return { alpha: 1, alphaU: 1, kappa: 1, pi: 1 }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shifted(inner)]))
}

const vector = (metric: string, input: unknown, expected: unknown, tolerance: unknown = 1e-9): Vector => ({
  id: 'one',
  metric,
  input,
  expected,
  tolerance,
})
const nothing = () => undefined

describe('a vector', () => {
  it('of a measure that does not exist fails and names it', () => {
    const ratings = { form: 'ratings', items: [[1, 1]] }
    expect(runVector(vector('cohen_kappa+gwet_ac1', ratings, { kappa: 1 }), nothing)).toMatchObject({
      got: null,
      pass: false,
      error: { code: 'unknown-metric', detail: 'gwet_ac1' },
    })
  })

  it('with an input of another form fails and says where', () => {
    expect(runVector(vector('fleiss_kappa', { form: 'counts', table: [[1.5]] }, {}), nothing)).toMatchObject({
      got: null,
      pass: false,
      error: { code: 'bad-input', detail: expect.stringContaining('table') },
    })
  })

  it('whose file is not there fails and names the file', () => {
    const input = { file: 'far/away.csv', params: {} }
    expect(runVector(vector('gamma', input, { gammaRange: [0, 1] }), nothing)).toMatchObject({
      got: null,
      pass: false,
      error: { code: 'missing-data', detail: 'far/away.csv' },
    })
  })

  it('that expects nothing to be defined passes only there, in either way to write it', () => {
    const same = { form: 'ratings', items: [['a', 'a']] }
    const differing = {
      form: 'ratings',
      items: [
        ['a', 'b'],
        ['a', 'a'],
      ],
    }
    for (const expected of [{ defined: false }, null, { kappa: null }]) {
      expect(runVector(vector('cohen_kappa', same, expected), nothing).pass).toBe(true)
      expect(runVector(vector('cohen_kappa', differing, expected), nothing).pass).toBe(false)
    }
    expect(runVector(vector('cohen_kappa', same, { defined: false }), nothing).got).toEqual({
      defined: false,
      reason: 'one-category',
    })
  })

  it('is measured against its tolerance, absolute, relative or a range', () => {
    const table2 = {
      form: 'contingency',
      labels: ['a', 'b'],
      table: [
        [20, 5],
        [10, 15],
      ],
    }
    const passes = (expected: unknown, tolerance?: unknown) =>
      runVector(vector('cohen_kappa', table2, expected, tolerance), nothing).pass
    expect(passes({ kappa: 0.41 }, 0.011)).toBe(true)
    expect(passes({ kappa: 0.41 }, 0.009)).toBe(false)
    expect(passes({ kappa: 0.44 }, { kappa: 'relative 0.1' })).toBe(true)
    expect(passes({ kappa: 0.45 }, { kappa: 'relative 0.1' })).toBe(false)
    expect(passes({ kappa: [0.395, 0.405] }, undefined)).toBe(true)
    expect(passes({ kappa: [0.42, 0.5] }, undefined)).toBe(false)
    expect(passes({ kappa: 0.4, somethingElse: 1 })).toBe(false)
  })
})
