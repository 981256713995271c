import { expect, it } from 'vitest'
import { proposeMapping } from '../../../src/core/formats/propose-mapping.ts'
import { problemsIn, readForeign, relationsIn, wordsIn } from './read.ts'

const text = '🙂 Петрова снова похвалила не всех, а завод, хотя завод и Петрова спорят.'
const at = (quote: string, from = 0) => {
  const before = [...text.slice(0, text.indexOf(quote, from))].length
  return [[quote], [`${before}:${before + [...quote].length}`]]
}
const opinion = (more: object = {}) => ({
  Source: at('Петрова'),
  Target: at('завод'),
  Polar_expression: at('похвалила'),
  Polarity: 'POS',
  ...more,
})
const read = (...opinions: unknown[]) =>
  readForeign(
    'ruopinionne',
    'x.jsonl',
    [
      { sent_id: 4, text, opinions },
      { sent_id: 5, text: 'Никто.', opinions: [] },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  )

it('reads opinions as spans with their polarity, source and target, and who is meant as mentions, each once', () => {
  const [first = '', second = ''] = [at('похвалила')[1]?.[0], at('завод')[1]?.[0]]
  const file = read(
    opinion(),
    opinion({ Source: [['NULL'], ['0:0']], Target: at('Петрова'), Polarity: 'NEG', Polar_expression: at('спорят') }),
    opinion({
      Source: [['AUTHOR'], ['NULL']],
      Polar_expression: [
        ['похвалила', 'завод'],
        [first, second],
      ],
    }),
  )
  expect(problemsIn(file)).toEqual([])
  expect(file.documents.map(({ name }) => name)).toEqual(['x.jsonl#4', 'x.jsonl#5'])
  expect(wordsIn(file)).toEqual([
    'Polar_expression похвалила',
    'Source Петрова',
    'Target завод',
    'Polar_expression спорят',
    'Target Петрова',
    'Polar_expression похвалила|завод',
  ])
  const spans = file.documents[0]?.spans ?? []
  expect(spans.filter(({ layer }) => layer === 'Polar_expression').map(({ features }) => features)).toEqual([
    { polarity: 'POS', source: 'Петрова', target: 'завод' },
    { polarity: 'NEG', target: 'Петрова' },
    { polarity: 'POS', source: 'AUTHOR', target: 'завод' },
  ])
  expect(spans[1]?.unit).toBe(spans[4]?.unit)
  expect(relationsIn(file).map((relation) => relation.split(' ').slice(0, 2).join(' '))).toEqual([
    'Source opinion1',
    'Target opinion1',
    'Target opinion2',
    'Target opinion3',
  ])
})

it('proposes positions with stance and holder, and actors', () => {
  const { spans } = proposeMapping(read(opinion(), opinion({ Polarity: 'NEG' })).documents)
  expect(spans).toMatchObject([
    {
      layer: 'Polar_expression',
      as: 'position',
      holder: [{ feature: 'source' }],
      stance: { feature: 'polarity', values: { POS: 'support', NEG: 'oppose' } },
      toward: [{ feature: 'target' }],
    },
    { layer: 'Source', as: 'actor' },
    { layer: 'Target', as: 'actor' },
  ])
})

it('lists what is damaged, with the line, and takes the rest', () => {
  const file = read(
    opinion(),
    opinion({ Polarity: 'MAYBE' }),
    opinion({ Target: [['завод'], ['3:8']] }),
    opinion({ Source: [['Петрова'], ['0:0']] }),
    opinion({ Source: [['Петрова', 'завод'], ['2:9']] }),
    opinion({ Polar_expression: [['NULL'], ['0:0']] }),
    'nothing',
  )
  expect(wordsIn(file)).toEqual([
    'Polar_expression похвалила',
    'Source Петрова',
    'Target завод',
    'Polar_expression похвалила',
  ])
  // The opinion with the wrong target is there without it.
  expect(problemsIn(file).sort()).toEqual(['1 quote', '1 reference', ...Array.from({ length: 5 }, () => '1 value')])
  expect(problemsIn(readForeign('ruopinionne', 'x.jsonl', '{"text": "cut o\n{"sent_id": 1}'))).toEqual([
    '1 format',
    '2 format',
  ])
})
