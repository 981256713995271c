/** The table and the map of agreement, how they are gone through, and who is shown beside whom. */
import { expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import { tabbed } from '../../src/core/csv.ts'
import { stepFrom } from '../../src/renderer/src/agreement/grid-keys.ts'
import { requestOf, usualChoices } from '../../src/renderer/src/agreement/state.ts'
import { articleLines, pairLines, readingOf, tableOf, tintOf } from '../../src/renderer/src/agreement/table.ts'
import { sidesOf } from '../../src/renderer/src/agreement/who-tagged.ts'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import type { AgreementRow } from '../../src/workbench/contract.ts'

const row = (scope: AgreementRow['scope'], value: number | null, more: Partial<AgreementRow> = {}): AgreementRow => ({
  metric: 'spanF1Exact',
  scope,
  value,
  items: 20,
  ...more,
})

test('lines come by kind, columns without anything to compare are named apart', () => {
  const table = tableOf([
    row({}, 0.5),
    row({ articleId: 'x' }, 0.4),
    row({}, null, { metric: 'chainAlpha', items: 0, reason: 'no-items' }),
    row({ type: 'claim' }, 0.2, { metric: 'krippendorffAlpha', attribute: 'issue' }),
  ])
  expect(table.columns.map(({ key }) => key)).toEqual(['spanF1Exact', 'krippendorffAlpha.issue'])
  expect(table.idle.map(({ key }) => key)).toEqual(['chainAlpha'])
  expect(table.lines.map(({ kind }) => kind)).toEqual(['all', 'type', 'article'])
  expect(table.lines[1]?.cells.get('krippendorffAlpha.issue')?.value).toBe(0.2)
})

test('a pair stands in the map both ways round, of two annotators the whole is their pair', () => {
  const three = tableOf([row({}, 0.9), row({ pair: ['a', 'b'] }, 0.1), row({ pair: ['b', 'c'] }, 0.2)])
  const lines = pairLines(three, 'spanF1Exact', ['a', 'b', 'c'])
  const value = (first: number, second: string) => lines[first]?.cells.get(second)?.value
  expect([value(0, 'b'), value(1, 'a'), value(1, 'c'), value(2, 'b')]).toEqual([0.1, 0.1, 0.2, 0.2])
  expect([value(0, 'a'), value(0, 'c')]).toEqual([undefined, undefined])
  expect(pairLines(tableOf([row({}, 0.9)]), 'spanF1Exact', ['a', 'b'])[1]?.cells.get('a')?.value).toBe(0.9)
})

test('articles come by how little is agreed in them, those without a figure last', () => {
  const table = tableOf([
    row({ articleId: 'x' }, null, { reason: 'no-units' }),
    row({ articleId: 'y' }, 0.7),
    row({ articleId: 'z' }, -0.1),
  ])
  expect(articleLines(table, 'spanF1Exact').map(({ scope }) => scope.articleId)).toEqual(['z', 'y', 'x'])
})

test('tints and readings claim no more than the value says', () => {
  expect([null, -0.2, 0, 0.2, 0.79, 1].map((value) => tintOf(row({}, value)))).toEqual([
    undefined,
    undefined,
    1,
    2,
    4,
    5,
  ])
  const read = (metric: AgreementRow['metric'], value: number | null) => readingOf(row({}, value, { metric }))
  expect(read('spanF1Exact', 0.3)).toBe('share')
  expect([null, 0, 0.66, 0.67, 0.8].map((value) => read('krippendorffAlpha', value))).toEqual([
    undefined,
    'chance',
    'low',
    'tentative',
    'high',
  ])
  expect(read('gamma', 0.9)).toBe('gamma')
})

test('keys go through a table and stop at its edges', () => {
  const size = { lines: 3, heads: 2 }
  const from = (line: number, head: number, code: string, ctrlKey = false) =>
    stepFrom({ line, head }, { code, ctrlKey }, size)
  expect(from(0, 0, 'ArrowRight')).toEqual({ line: 0, head: 1 })
  expect(from(0, 1, 'ArrowRight')).toEqual({ line: 0, head: 1 })
  expect(from(2, 0, 'PageDown')).toEqual({ line: 2, head: 0 })
  expect(from(1, 0, 'End', true)).toEqual({ line: 2, head: 1 })
  expect(from(1, 1, 'ArrowUp', true)).toBeUndefined()
  expect(from(1, 1, 'Enter')).toBeUndefined()
})

test('what is not chosen is not restricted', () => {
  expect(requestOf(usualChoices, 'x')).toEqual({ metrics: [...usualChoices.metrics] })
  expect(requestOf({ ...usualChoices, articles: 'this', types: ['claim'] }, 'x')).toMatchObject({
    articleIds: ['x'],
    types: ['claim'],
  })
  expect(requestOf({ ...usualChoices, articles: 'chosen' }, 'x')).not.toHaveProperty('articleIds')
})

const tagged = (id: string, annotatorId: string, start: number, end: number, type: Annotation['type'] = 'actor') =>
  draftRow({ id, articleId: 'x', type, fragments: [{ start, end }] }, 'x'.repeat(50), annotatorId)

test('beside a span that stands alone stands what nearly is the same, or nothing', () => {
  const rows = [
    tagged('1', 'a', 0, 10),
    tagged('2', 'b', 5, 12),
    tagged('3', 'b', 5, 12, 'claim'),
    tagged('4', 'a', 20, 25),
  ]
  const sides = (...ids: string[]) =>
    sidesOf(rows, ids, ['a', 'b']).map(({ annotatorId, annotations }) => [
      annotatorId,
      ...annotations.map(({ id }) => id),
    ])
  expect(sides('1')).toEqual([
    ['a', '1'],
    ['b', '2'],
  ])
  expect(sides('4')).toEqual([['a', '4'], ['b']])
  expect(sides('2', '1')).toEqual([
    ['a', '1'],
    ['b', '2'],
  ])
})

test('a table that is pasted holds no formula and keeps its numbers', () => {
  expect(tabbed([['=1+1', 'a\tb\nc', '-0,500', '-1 pier', 0.5]])).toBe("'=1+1\ta b c\t-0,500\t'-1 pier\t0.5")
})
