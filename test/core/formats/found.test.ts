import { expect, it } from 'vitest'
import { findKinds } from '../../../src/core/formats/found.ts'
import type { ImportMapping } from '../../../src/core/formats/mapping.ts'
import { recogniseFormat } from '../../../src/core/formats/recognise.ts'
import { readForeign } from './read.ts'

const long = 'Слово '.repeat(40)
const text = `${long}Анна встретила 🙂 Бориса. ${long}`
const at = [...long].length
const corpus = readForeign(
  'brat',
  'a.ann',
  [
    `T1\tPerson ${at} ${at + 4}\tАнна`,
    `T2\tPerson ${at + 17} ${at + 23}\tБориса`,
    `T3\tEvent ${at + 5} ${at + 14};${at + 17} ${at + 23}\tвстретила Бориса`,
    'A1\tMention T1 Name',
    'R1\tKnows Arg1:T1 Arg2:T2',
  ].join('\n'),
  { 'a.txt': text },
).documents

const wordsIn = ({ text, marks }: { text: string; marks: { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => text.slice(start, end))

it('counts what each rule of the proposal decides about, with features and words in their context', () => {
  const { mapping, spans, relations } = findKinds(corpus)
  expect(mapping.spans.map(({ layer, as }, index) => [layer, as, spans[index]?.count])).toEqual([
    ['Event', 'claim', 1],
    ['Person', 'actor', 2],
  ])
  expect(spans[1]?.features).toEqual([{ name: 'Mention', count: 1, values: ['Name'] }])
  expect(spans[0]?.examples.map(({ document, snippets }) => [document, snippets.map(wordsIn)])).toEqual([
    ['a.txt', [['встретила', 'Бориса']]],
  ])
  const [snippet] = spans[1]?.examples[0]?.snippets ?? []
  expect(snippet?.text).toMatch(/^Слово .*Слово Анна встретила 🙂 Бориса\. .*Слово$/)
  expect(snippet?.text.length).toBeLessThan(200)
  expect(relations[0]).toMatchObject({ count: 1, features: [] })
  expect(relations[0]?.examples[0]?.snippets.map((one) => [wordsIn(one), one.rule])).toEqual([
    [['Анна'], 1],
    [['Бориса'], 1],
  ])
})

it('completes a mapping with proposals for what it says nothing about', () => {
  const given: ImportMapping = {
    format: 'actant-import-mapping',
    formatVersion: '1.0',
    spans: [
      { layer: 'Gone', as: 'claim' },
      { layer: 'Person', where: { Mention: 'Name' }, as: 'position' },
    ],
    relations: [],
  }
  const { mapping, spans, relations } = findKinds(corpus, given)
  expect(mapping.spans.map(({ layer, as }, index) => [layer, as, spans[index]?.count, spans[index]?.isNew])).toEqual([
    ['Gone', 'claim', 0, false],
    ['Person', 'position', 1, false],
    ['Event', 'claim', 1, true],
    ['Person', 'actor', 1, true],
  ])
  expect(mapping.relations.map(({ layer }, index) => [layer, relations[index]?.isNew])).toEqual([['Knows', true]])
})

it.each([
  ['x.ann', 'T1\tPerson 0 4\tAnna', 'brat'],
  ['x.tsv', '#FORMAT=WebAnno TSV 3.3\n', 'webanno-tsv'],
  ['x.tsv', 'title\ttext\n', undefined],
  ['x.jsonl', '{"id":1,"text":"Anna","label":[[0,4,"PER"]]}', 'doccano'],
  ['x.jsonl', '{"text":"Anna","entities":[{"id":1}],"relations":[]}', 'doccano'],
  ['x.jsonl', '{"title":"Anna","text":"She went."}', undefined],
  ['x.jsonl', '{"sent_id": 0, "text": "Anna", "opinions": []}', 'ruopinionne'],
  ['x.jsonl', '{"text": "Anna", "opinions": [{"Source": [["NULL"], ["0:0"]]', 'ruopinionne'],
  [
    'x.json',
    '[{"id":1,"annotations":[{"result":[{"value":{"text":"A","labels":["P"]}}]}],"data":{"text":"A"}}]',
    'labelstudio',
  ],
  ['x.json', '{"%TYPES":{},"%FEATURE_STRUCTURES":[]}', 'cas-json'],
  ['x.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld"}', 'w3c'],
  ['x.json', '{"format":"actant-bundle","annotations":[]}', undefined],
  ['x.dna', 'SQLite format 3\0\u0010', 'dna'],
  ['x.dna', 'Anna', undefined],
  ['x.qdpx', 'PK\u0003\u0004', 'qdpx'],
  ['x.txt', 'Anna', undefined],
])('%s that begins with %s', (name, opening, format) => {
  expect(recogniseFormat(name, opening)?.id).toBe(format)
})
