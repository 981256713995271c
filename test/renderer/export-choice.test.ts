import { expect, test } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import { findKinds } from '../../src/core/formats/found.ts'
import { outFormats } from '../../src/core/formats/out/index.ts'
import { choiceNames, outFlags } from '../../src/core/formats/out/options.ts'
import {
  askedBy,
  choiceIn,
  exportChoice,
  firstChoice,
  keptChoice,
  requestOf,
  sharesIn,
  typesOf,
} from '../../src/renderer/src/exchange/export-choice.ts'
import { type ArticleSummary, formatRequest } from '../../src/workbench/contract.ts'

const id = (n: number) => `sha256:${String(n).padStart(64, '0')}`
const article = (n: number, state: 'todo' | 'done'): ArticleSummary => ({
  id: id(n),
  opening: 'x',
  createdAt: '2026-01-01T00:00:00.000Z',
  length: 1,
  annotations: { actor: 0, position: 0, claim: 0 },
  people: [{ annotatorId: 'a', state }],
})
const articles = [article(1, 'todo'), article(2, 'done')]
const formatOf = (name: string) => {
  const format = outFormats.find((one) => one.id === name)
  if (!format) throw new Error(`no ${name}`)
  return format
}

test.each(outFormats)('what is asked of $id is what it takes, and nothing more', (format) => {
  const options = { chains: 'text', labels: 'codes', nesting: 'outermost', node: 'speaker', bom: true, more: 'x' }
  const split = { shares: '80/20', seed: '3', stratify: 'month' as const }
  const mapping = findKinds([]).mapping
  const mappings = [{ name: 'News', format: 'brat', mapping }]
  const request = requestOf({ ...firstChoice, options, split, mapping: 'News' }, format, articles, mappings)
  expect(formatRequest.parse(request)).toEqual(request)
  const given = Object.keys(request ?? {})
  const taken = [...choiceNames, ...outFlags].filter((name) => format.options[name])
  const more = [...(format.splits ? ['split'] : []), ...(format.options.mapping ? ['mapping'] : [])]
  expect(given.sort()).toEqual(['format', 'types', ...taken, ...more].sort())
})

test('a choice that a format does not have gives way to its usual one; what has to be asked has none', () => {
  expect(choiceIn({ chains: 'text' }, formatOf('spacy'), 'chains')).toBe('relations')
  expect(choiceIn({}, formatOf('iob2'), 'nesting')).toBeUndefined()
  expect(askedBy(new Failure('bad-request', { reason: 'nesting', count: 2 }))).toBe('nesting')
  expect(askedBy(new Failure('bad-request', { reason: 'several-people' }))).toBe('layer')
  expect(askedBy(new Failure('bad-request', { reason: 'format' }))).toBeUndefined()
})

test('networks begin with positions alone; types a format does not know are not asked for', () => {
  expect(typesOf(firstChoice, formatOf('graphml'))).toEqual(['position'])
  expect(typesOf({ ...firstChoice, types: ['actor', 'claim'] }, formatOf('graphml'))).toEqual(['claim'])
})

test('while something is missing nothing is asked for', () => {
  const hf = formatOf('hf')
  expect(requestOf({ ...firstChoice, types: [] }, hf, articles, [])).toBeUndefined()
  expect(requestOf({ ...firstChoice, which: 'some', articleIds: [id(9)] }, hf, articles, [])).toBeUndefined()
  expect(requestOf({ ...firstChoice, which: 'done' }, hf, articles, [])?.articleIds).toEqual([id(2)])
  const split = (shares: string, seed = '1') =>
    requestOf({ ...firstChoice, split: { shares, seed, stratify: '' } }, hf, articles, [])?.split
  expect(split('80/10/10')).toEqual({ shares: [80, 10, 10], seed: 1 })
  for (const wrong of ['80', '80/0', '1/2/3/4', 'a/b']) expect(split(wrong)).toBeUndefined()
  expect(split('80/20', '-1')).toBeUndefined()
  expect(sharesIn(' 80 / 20 ')).toEqual([80, 20])
})

test('what is remembered fits where it is kept, and what is read from there is parsed', () => {
  const many = { ...firstChoice, which: 'some' as const, articleIds: Array.from({ length: 5000 }, (_, n) => id(n)) }
  expect(keptChoice(many)).toMatchObject({ which: 'worked', articleIds: [] })
  const kept = keptChoice({ ...firstChoice, format: 'iob2', options: { nesting: 'innermost' } })
  expect(exportChoice.parse(JSON.parse(JSON.stringify(kept)))).toEqual({ ...kept, types: undefined, split: undefined })
  expect(exportChoice.parse({ format: 'gone', layer: 3, options: 'x' })).toMatchObject({ format: 'hf', layer: '' })
})
