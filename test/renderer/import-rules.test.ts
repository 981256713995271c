import { expect, test } from 'vitest'
import type { ForeignDocument } from '../../src/core/formats/foreign.ts'
import { findKinds } from '../../src/core/formats/found.ts'
import { importMapping } from '../../src/core/formats/mapping.ts'
import {
  becoming,
  listedRules,
  nameOfRule,
  type RuleRow,
  withFeature,
  withRule,
} from '../../src/renderer/src/exchange/rules.ts'

const document: ForeignDocument = {
  name: 'a',
  text: 'Anna left.',
  spans: [
    { id: '1', layer: 'x.y.Entity', fragments: [{ start: 0, end: 4 }], features: { value: 'PER', ref: 'Q1' } },
    { id: '2', layer: 'x.y.Entity', fragments: [{ start: 5, end: 9 }], features: { value: 'DATE' } },
  ],
  relations: [{ id: 'r', layer: 'Knows', from: '1', to: '2', features: {} }],
}
const found = findKinds([document])
const preview = { ...found, readable: 1, refused: [], documents: 1 }
const rows = listedRules(preview, found.mapping)
const row = (name: string): RuleRow => {
  const one = rows.find(({ rule }) => nameOfRule(rule).name === name)
  if (!one) throw new Error(`no ${name}`)
  return one
}

test('labels go by their own names, layers by the last part of theirs', () => {
  expect(rows.map(({ rule }) => nameOfRule(rule))).toEqual([
    { name: 'DATE', hint: 'Entity · value' },
    { name: 'PER', hint: 'Entity · value' },
    { name: 'Knows', hint: '' },
  ])
  expect(nameOfRule({ layer: 'x.y.Entity', as: 'ignore' })).toEqual({ name: 'Entity', hint: 'x.y.Entity' })
})

test('what was left out and is taken again has a code and attributes as a proposal has', () => {
  const out = becoming(row('PER'), 'ignore')
  expect(out.rule).toEqual({ layer: 'x.y.Entity', where: { value: 'PER' }, as: 'ignore' })
  expect(becoming(out, 'position').rule).toEqual({
    layer: 'x.y.Entity',
    where: { value: 'PER' },
    as: 'position',
    code: 'PER',
    attributes: { ref: 'ref' },
  })
  expect(becoming(row('Knows'), 'link').rule).toEqual({ layer: 'Knows', as: 'link', type: 'Knows' })
})

test('another type keeps what was chosen, and every change is a mapping that can be used', () => {
  const changed = withFeature(becoming(row('PER'), 'claim'), 'ref', 'identifier')
  expect(changed.rule).toMatchObject({ as: 'claim', code: 'PER', attributes: { ref: 'identifier' } })
  const mapping = withRule(found.mapping, changed)
  expect(importMapping.parse(mapping).spans.find((rule) => rule.as === 'claim')).toEqual(changed.rule)
  expect(withFeature(changed, 'ref', undefined).rule).not.toHaveProperty('attributes')
})

test('rules of a saved mapping without anything in these files are not listed, and stay', () => {
  const given = { ...found.mapping, spans: [{ layer: 'Gone', as: 'claim' as const }, ...found.mapping.spans] }
  const again = { ...preview, ...findKinds([document], given) }
  const listed = listedRules(again, again.mapping)
  expect(listed.map(({ rule }) => rule.layer)).not.toContain('Gone')
  const [first] = listed
  expect(withRule(again.mapping, becoming(first as RuleRow, 'actor')).spans[0]).toEqual({ layer: 'Gone', as: 'claim' })
})
