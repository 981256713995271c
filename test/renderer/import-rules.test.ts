import { expect, test } from 'vitest'
import type { ForeignDocument } from '../../src/core/formats/foreign.ts'
import { findKinds } from '../../src/core/formats/found.ts'
import { importMapping } from '../../src/core/formats/mapping.ts'
import { roleOf, rolesFor, withActorType, withRole, withStance } from '../../src/renderer/src/exchange/features.ts'
import {
  becoming,
  featuresOfRow,
  listedRules,
  nameOfRule,
  type RuleRow,
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

test('what is taken comes first; labels go by their own names, layers by the last part of theirs', () => {
  expect(rows.map(({ rule }) => nameOfRule(rule))).toEqual([
    { name: 'PER', hint: 'Entity · value' },
    { name: 'DATE', hint: 'Entity · value' },
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

test('another type keeps the code and the names of attributes, and every change is a mapping that can be used', () => {
  const { rule } = becoming(row('PER'), 'claim')
  if (rule.as !== 'claim') throw new Error(`it is ${rule.as}`)
  const [ref = { name: '', count: 0, values: [] }] = featuresOfRow(row('PER'))
  const changed = { ...rule, attributes: { ref: 'identifier' } }
  const position = becoming({ ...row('PER'), rule: changed } as RuleRow, 'position')
  expect(position.rule).toMatchObject({ as: 'position', code: 'PER', attributes: { ref: 'identifier' } })
  for (const role of rolesFor('claim')) {
    const said = withRole(changed, ref, role)
    expect(roleOf(said, 'ref')).toBe(role)
    const mapping = withRule(found.mapping, { ...row('PER'), rule: said } as RuleRow)
    expect(importMapping.safeParse(mapping).error, role).toBeUndefined()
  }
})

test('a stance is proposed by what values say, and what only one feature can be, another is no longer', () => {
  const layer = { layer: 'Statement', as: 'position' as const }
  const agree = { name: 'agree', count: 3, values: ['yes', 'no', 'hm'] }
  const rule = withRole({ ...layer, issue: 'topic' }, agree, 'stance')
  expect(rule.stance).toEqual({ feature: 'agree', values: { yes: 'support', no: 'oppose' } })
  expect(withStance(rule, 'hm', 'neutral').stance?.values).toEqual({ yes: 'support', no: 'oppose', hm: 'neutral' })
  expect(withRole(rule, agree, 'issue')).toEqual({ ...layer, issue: 'agree' })
  const spoken = withRole(withRole(rule, { ...agree, name: 'who' }, 'holderSpeaker'), agree, 'ignore')
  expect(withActorType(spoken, 'who', 'person')).toEqual({
    ...layer,
    issue: 'topic',
    holder: [{ feature: 'who', actorType: 'person' }],
    speaker: [{ feature: 'who', actorType: 'person' }],
  })
})

test('rules of a saved mapping without anything in these files are not listed, and stay', () => {
  const given = { ...found.mapping, spans: [{ layer: 'Gone', as: 'claim' as const }, ...found.mapping.spans] }
  const again = { ...preview, ...findKinds([document], given) }
  const listed = listedRules(again, again.mapping)
  expect(listed.map(({ rule }) => rule.layer)).not.toContain('Gone')
  const [first] = listed
  expect(withRule(again.mapping, becoming(first as RuleRow, 'actor')).spans[0]).toEqual({ layer: 'Gone', as: 'claim' })
})
