import { expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import type { Actor, Issue } from '../../src/core/registries.ts'
import { type Filter, matchingRows, toggled, withFocused } from '../../src/renderer/src/data/annotation-filter.ts'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import { offersFor } from '../../src/renderer/src/data/filter-choices.ts'

const text = 'Ёлкин заявил, что Кремль не торопится. План поддержали.'

const row = (id: string, type: Annotation['type'], quote: string, rest: object = {}): Annotation => {
  const start = text.indexOf(quote)
  const draft = draftRow({ id, articleId: 'a', type, fragments: [{ start, end: start + quote.length }] }, text, 'anna')
  const { body = {}, ...more } = rest as { body?: object }
  return { ...draft, ...more, body: { ...draft.body, ...body } } as Annotation
}

const actor = (id: string, mergedInto?: string) => ({ id, name: id, mergedInto }) as Actor
const registries = {
  actors: [actor('elkin'), actor('yolkin', 'elkin'), actor('kremlin')],
  issues: [
    { id: 'peace', name: 'peace' },
    { id: 'truce', name: 'truce', mergedInto: 'peace' },
  ] as Issue[],
}

const rows = [
  row('mention', 'actor', 'Ёлкин', { body: { actorId: 'yolkin' }, codes: ['c1'] }),
  row('unlinked', 'actor', 'Кремль', { note: 'кто именно?' }),
  row('said', 'claim', 'Кремль не торопится', {
    body: { issueIds: ['truce'], attribution: [{ sources: [{ annotation: 'mention' }], cue: [], basis: 'cue' }] },
  }),
  row('bare', 'claim', 'торопится', { annotatorId: 'boris', body: { paraphrase: 'Никто не спешит' } }),
  row('held', 'position', 'План поддержали', { body: { holders: [{ implicit: true }], toward: 'kremlin' } }),
  row('unheld', 'position', 'поддержали', { certainty: 'unsure', anchor: 'orphan' }),
]

const listed = (filter: Filter, hidden: Annotation['type'][] = []) =>
  matchingRows(rows, filter, hidden, registries).map(({ id }) => id)

test('without a condition everything is listed, as the same array', () => {
  expect(matchingRows(rows, [], [], registries)).toBe(rows)
})

test('an actor is found where it is mentioned, speaks or is spoken about, merged entries as one', () => {
  expect(listed([{ kind: 'actor', id: 'elkin' }])).toEqual(['mention', 'said'])
  expect(listed([{ kind: 'actor', id: 'kremlin' }])).toEqual(['held'])
})

test('one condition of a kind is enough, but of each kind one must hold', () => {
  const both: Filter = [
    { kind: 'actor', id: 'elkin' },
    { kind: 'actor', id: 'kremlin' },
  ]
  expect(listed(both)).toEqual(['mention', 'said', 'held'])
  expect(listed([...both, { kind: 'issue', id: 'peace' }])).toEqual(['said'])
  expect(listed([...both, { kind: 'issue', id: 'peace' }, { kind: 'annotator', id: 'boris' }])).toEqual([])
})

test('an issue stands for those that are a part of it, at any depth and through what was merged', () => {
  const tree = {
    issues: [
      { id: 'war', name: 'war' },
      { id: 'peace', name: 'peace', parent: 'war' },
      { id: 'talks', name: 'talks', parent: 'peace' },
      { id: 'truce', name: 'truce', mergedInto: 'talks' },
      // A circle, as a merge of two people's work can make one.
      { id: 'hen', name: 'hen', parent: 'egg' },
      { id: 'egg', name: 'egg', parent: 'hen' },
    ] as Issue[],
  }
  const eggs = [...rows, row('laid', 'position', 'План', { body: { issueId: 'egg' } })]
  const about = (id: string) => matchingRows(eggs, [{ kind: 'issue', id }], [], tree).map(({ id }) => id)
  expect(about('war')).toEqual(['said'])
  expect(about('peace')).toEqual(['said'])
  expect(about('talks')).toEqual(['said'])
  expect(about('hen')).toEqual(['laid'])
  expect(offersFor(eggs, tree).flatMap(({ condition }) => (condition.kind === 'issue' ? [condition.id] : []))).toEqual([
    'talks',
    'peace',
    'war',
    'egg',
    'hen',
  ])
})

test('by code and by annotator', () => {
  expect(listed([{ kind: 'code', id: 'c1' }])).toEqual(['mention'])
  expect(listed([{ kind: 'annotator', id: 'boris' }])).toEqual(['bare'])
})

test('what is left to do: unlinked mentions, claims and positions of nobody, unsure ones, orphans', () => {
  expect(listed([{ kind: 'task', id: 'unlinked' }])).toEqual(['unlinked'])
  expect(listed([{ kind: 'task', id: 'unsourced' }])).toEqual(['bare', 'unheld'])
  expect(listed([{ kind: 'task', id: 'unsure' }])).toEqual(['unheld'])
  expect(
    listed([
      { kind: 'task', id: 'orphan' },
      { kind: 'task', id: 'unlinked' },
    ]),
  ).toEqual(['unlinked', 'unheld'])
})

test('words stand in the quote, the note or the paraphrase, in any order and case, ё as е', () => {
  expect(listed([{ kind: 'words', id: 'елкин' }])).toEqual(['mention'])
  expect(listed([{ kind: 'words', id: 'ИМЕННО кто' }])).toEqual(['unlinked'])
  expect(listed([{ kind: 'words', id: 'никто спешит' }])).toEqual(['bare'])
  expect(
    listed([
      { kind: 'words', id: 'торопится' },
      { kind: 'words', id: 'кремль' },
    ]),
  ).toEqual(['said'])
})

test('hidden types are not listed', () => {
  expect(listed([], ['actor', 'claim'])).toEqual(['held', 'unheld'])
})

test('the annotation in focus stays listed at its place, and is named as one that does not fit', () => {
  const matching = matchingRows(rows, [{ kind: 'task', id: 'unsourced' }], [], registries)
  const { rows: shown, ...about } = withFocused(rows, matching, 'said')
  expect(shown.map(({ id }) => id)).toEqual(['said', 'bare', 'unheld'])
  expect(about).toEqual({ matching: 2, apart: 'said' })
  expect(withFocused(rows, matching, 'bare')).toEqual({ rows: matching, matching: 2, apart: undefined })
  expect(withFocused(rows, matching, 'gone').rows).toBe(matching)
})

test('what is proposed is what the article has, counted as the filter would', () => {
  const offers = offersFor(rows, registries)
  for (const { condition, count } of offers) expect(listed([condition])).toHaveLength(count)
  expect(offers.map(({ condition: { kind, id } }) => `${kind}:${id}`)).toEqual([
    'task:unlinked',
    'task:unsourced',
    'task:unsure',
    'task:orphan',
    'annotator:anna',
    'annotator:boris',
    'code:c1',
    'issue:peace',
    'actor:elkin',
    'actor:kremlin',
    'lacks:code',
    'lacks:issue',
    'lacks:stance',
  ])
})

test('a condition that is put in twice is taken out', () => {
  const once = toggled([], { kind: 'task', id: 'unsure' })
  expect(once).toEqual([{ kind: 'task', id: 'unsure' }])
  expect(toggled(once, { kind: 'task', id: 'unsure' })).toEqual([])
})

test('twenty thousand are filtered within a frame or so', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...(rows[index % 6] as Annotation), id: `${index}` }))
  const filter: Filter = [
    { kind: 'words', id: 'кремль' },
    { kind: 'actor', id: 'elkin' },
  ]
  matchingRows(many, filter, [], registries)
  const from = performance.now()
  matchingRows(many, [...filter, { kind: 'words', id: 'торопится' }], [], registries)
  expect(performance.now() - from).toBeLessThan(500)
})
