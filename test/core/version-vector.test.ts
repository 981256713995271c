import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bump, compareVersions, joinVersions, totalOf } from '../../src/core/version-vector.ts'

const vector = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 }), { minKeys: 1 })

describe('version vectors', () => {
  it('tell newer from older from concurrent', () => {
    const first = bump(undefined, 'a')
    expect(first).toEqual({ a: 1 })
    expect(compareVersions(bump(first, 'b'), first)).toBe('dominates')
    expect(compareVersions(first, bump(first, 'b'))).toBe('dominated')
    expect(compareVersions(bump(first, 'a'), bump(first, 'b'))).toBe('concurrent')
    expect(compareVersions(first, { a: 1 })).toBe('equal')
    expect(totalOf({ a: 2, b: 3 })).toBe(5)
  })

  it('form a lattice', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        const joined = joinVersions(a, b)
        expect(joined).toEqual(joinVersions(b, a))
        expect(joinVersions(joined, c)).toEqual(joinVersions(a, joinVersions(b, c)))
        expect(joinVersions(a, a)).toEqual(a)
        expect(['equal', 'dominates']).toContain(compareVersions(joined, a))
        expect(compareVersions(a, b) === 'equal').toBe(
          Object.entries(a).sort().join() === Object.entries(b).sort().join(),
        )
        expect(compareVersions(bump(joined, 'a'), b)).toBe('dominates')
      }),
    )
  })
})
