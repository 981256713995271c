import { describe, expect, it } from 'vitest'
import { conflictingSidesOf, sidesOf } from '../../src/core/bundle-sides.ts'
import { canonicalText } from '../../src/core/canonical.ts'
import { stepsOf } from '../../src/core/json-pointer.ts'
import { nameOf, referencesOf } from '../../src/core/references.ts'
import { sampleBundle } from './sample-bundle.ts'

describe('references', () => {
  const bundle = sampleBundle()
  const sides = [...sidesOf(bundle), ...conflictingSidesOf(bundle)]

  it('are found wherever a record names another', () => {
    for (const side of sides) {
      // Every id in a record is its own, a replica's, or a reference.
      const { id: _id, version: _version, ...rest } = side.record
      const ids: string[] =
        canonicalText(rest).match(/(?:sha256:[0-9a-f]{64})|(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g) ?? []
      const digest = side.kind === 'article' ? side.record.source?.digest : undefined
      const found = referencesOf(side).map((reference) => reference.id)
      expect(ids.filter((named) => named !== digest).sort()).toEqual(found.filter((name) => ids.includes(name)).sort())
    }
  })

  it('point at their place in the record', () => {
    for (const side of sides) {
      for (const { kind, id, where } of referencesOf(side)) {
        const steps = stepsOf(where)
        const there = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), side.record)
        if (kind === 'attribute') expect(id.endsWith(`:${steps.at(-1)}`)).toBe(true)
        else expect(there).toBe(id)
      }
    }
  })

  it('reach attributes and link types by key, and name no built-in link type', () => {
    const names = new Map(sides.map((side) => [nameOf(side), side.kind]))
    const byKey = sides.flatMap(referencesOf).filter(({ kind }) => kind === 'attribute' || kind === 'linkType')
    expect(byKey.map(({ kind, id }) => [kind, id]).sort()).toEqual([
      ['attribute', 'position:days'],
      ['linkType', 'accuses'],
    ])
    for (const { kind, id } of byKey) expect(names.get(id)).toBe(kind)
  })
})
