import { expect, it } from 'vitest'
import type { ForeignDocument, ForeignSpan } from '../../../src/core/formats/foreign.ts'
import { type ImportMapping, importMapping, leftOutList, mapped } from '../../../src/core/formats/mapping.ts'
import { proposeMapping } from '../../../src/core/formats/propose-mapping.ts'

const span = (id: string, layer: string, features: ForeignSpan['features'] = {}, end = 1): ForeignSpan => ({
  id,
  layer,
  fragments: [{ start: 0, end }],
  features,
})
const relation = (layer: string, from: string, to: string, features: ForeignSpan['features'] = {}) => ({
  id: `${layer} ${from} ${to}`,
  layer,
  from,
  to,
  features,
})
const documentOf = (spans: ForeignSpan[], relations: ForeignDocument['relations'] = []): ForeignDocument => ({
  name: 'x',
  text: 'a',
  spans,
  relations,
})
const mappingOf = (spans: ImportMapping['spans'], relations: ImportMapping['relations'] = []): ImportMapping => ({
  format: 'actant-import-mapping',
  formatVersion: '1.0',
  spans,
  relations,
})

it('proposes types by names, codes by labels, attributes for what else is said', () => {
  const layer = 'de.x.NamedEntity'
  const proposed = proposeMapping([
    documentOf(
      [
        span('1', layer, { value: 'PER', identifier: 'Q1' }),
        span('2', layer, { value: 'DATE' }),
        span('3', 'Claim'),
        span('4', 'Transfer-money'),
        span('5', 'Position'),
        span('6', 'de.x.Token', { id: '1' }),
        span('7', 'Premise'),
      ],
      [relation('Supports', '7', '3'), relation('Dep', '6', '1'), relation('Located', '1', '4', { sure: true })],
    ),
  ])
  expect(proposed).toEqual(
    mappingOf(
      [
        { layer: 'Claim', as: 'claim' },
        { layer: 'Position', as: 'position' },
        { layer: 'Premise', as: 'claim', code: 'Premise' },
        { layer: 'Transfer-money', as: 'claim', code: 'Transfer-money' },
        { layer, where: { value: 'DATE' }, as: 'ignore' },
        { layer, where: { value: 'PER' }, as: 'actor', code: 'PER', attributes: { identifier: 'identifier' } },
        { layer: 'de.x.Token', as: 'ignore' },
      ],
      [
        { layer: 'Located', as: 'link', type: 'Located', attributes: { sure: 'sure' } },
        { layer: 'Supports', as: 'link', type: 'supports' },
        { layer: 'Dep', as: 'ignore' },
      ],
    ),
  )
  expect(importMapping.parse(proposed)).toEqual(proposed)
})

it('applies the first rule that fits, and counts what is left out and why', () => {
  const leftOut = leftOutList()
  const document = documentOf(
    [
      span('1', 'N', { value: 'PER', kind: 'x', other: 1 }),
      span('2', 'N', { value: 'LOC' }),
      span('3', 'N'),
      span('4', 'M', {}, 0),
      span('5', 'Z'),
      span('6', 'M'),
    ],
    [relation('R', '1', '6'), relation('R', '1', '2'), relation('R', '6', '6'), relation('Q', '1', '6')],
  )
  const mapping = mappingOf(
    [
      { layer: 'N', where: { value: 'PER' }, as: 'actor', code: 'Person', attributes: { kind: 'sort' } },
      { layer: 'N', where: { value: 'LOC' }, as: 'ignore' },
      { layer: 'M', as: 'claim' },
    ],
    [{ layer: 'R', as: 'link', type: 'r' }],
  )
  const { annotations, links } = mapped(document, mapping, leftOut)
  expect(annotations.map(({ id, type, codes, attributes }) => [id, type, codes[0]?.label, attributes])).toEqual([
    ['1', 'actor', 'Person', { sort: 'x' }],
    ['6', 'claim', undefined, {}],
  ])
  expect(links.map(({ from, to, type }) => [from, to, type])).toEqual([['1', '6', 'r']])
  expect(leftOut.list().map(({ reason, what, count }) => `${count} ${what} ${reason}`)).toEqual([
    '1 N: other feature',
    '1 N ignored',
    '1 N unmapped',
    '1 M no-words',
    '1 Z unmapped',
    '1 R end',
    '1 R self',
    '1 Q unmapped',
  ])
})

it('proposes positions where a stance on an issue is told, and says who holds and who voices them', () => {
  const layer = 'Statement'
  const features = { Organisation: 'Greens', person: 'A. Smith', topic: 'Tax', Stance: 'anti', memo: 'sic', page: 3 }
  const proposed = proposeMapping([
    documentOf([
      span('1', layer, features),
      span('2', layer, { ...features, Stance: 'pro' }),
      span('3', 'Quote', { speaker: 'A. Smith', topic: 'Tax', paraphrase: 'Less' }),
      span('4', 'Scored', { issue: 'Tax', agreement: 5 }),
    ]),
  ])
  const person = { feature: 'person', actorType: 'person' }
  expect(proposed.spans).toEqual([
    {
      ...{ layer: 'Quote', as: 'claim', code: 'Quote', issue: 'topic', paraphrase: 'paraphrase' },
      speaker: [{ feature: 'speaker', actorType: 'person' }],
    },
    // A scale that nobody explains is no stance.
    { layer: 'Scored', as: 'claim', code: 'Scored', issue: 'issue', attributes: { agreement: 'agreement' } },
    {
      ...{ layer, as: 'position', code: layer, issue: 'topic', note: 'memo', attributes: { page: 'page' } },
      holder: [{ feature: 'Organisation', actorType: 'organization' }, person],
      speaker: [person],
      stance: { feature: 'Stance', values: { anti: 'oppose', pro: 'support' } },
    },
  ])
  expect(importMapping.parse(proposed)).toEqual(proposed)
})

it('a mapping that gives a type what its body has no place for is refused where that stands', () => {
  const rule = { layer: 'x', as: 'claim', stance: { feature: 'f', values: { yes: 'support' } } }
  const refused = importMapping.safeParse({ ...mappingOf([]), spans: [{ layer: 'y', as: 'ignore' }, rule] })
  expect(JSON.stringify(refused.error?.issues)).toContain('"stance"')
  expect(importMapping.safeParse({ ...mappingOf([]), spans: [{ ...rule, as: 'position' }] }).success).toBe(true)
})
