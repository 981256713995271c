import { expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import { compareRows, countRows, draftRow, patchRows } from '../../src/renderer/src/data/annotation-rows.ts'

const text = 'Песков заявил, что Кремль не торопится.'

const row = (id: string, start: number, end: number, rest: Partial<Annotation> = {}): Annotation =>
  ({
    ...draftRow({ id, articleId: 'a', type: 'actor', fragments: [{ start, end }] }, text, 'anna'),
    createdAt: '2025-01-01T00:00:00.000Z',
    modifiedAt: '2025-01-01T00:00:00.000Z',
    ...rest,
  }) as Annotation

const rows = [row('1', 0, 6), row('2', 0, 3), row('3', 15, 25), row('4', 19, 25)]
const ids = (list: readonly Annotation[]) => list.map(({ id }) => id)

test('a draft has the words it stands on', () => {
  expect(row('1', 0, 6).target.fragments).toEqual([{ start: 0, end: 6, quote: 'Песков' }])
})

test('what is patched stands in the order of the text, the longer one first', () => {
  const patched = patchRows(rows, new Set(['5', '6']), [row('5', 0, 13), row('6', 19, 20)])
  expect(ids(patched)).toEqual(['5', '1', '2', '3', '4', '6'])
  expect([...patched].sort(compareRows)).toEqual(patched)
})

test('unchanged rows keep their identity, and a list without changes is the same list', () => {
  expect(patchRows(rows, new Set(['2']), [structuredClone(rows[1] as Annotation)])).toBe(rows)
  const patched = patchRows(rows, new Set(['2', '3']), [
    { ...(rows[1] as Annotation), note: 'neu' },
    structuredClone(rows[2] as Annotation),
  ])
  expect(patched[0]).toBe(rows[0])
  expect(patched[1]).toMatchObject({ id: '2', note: 'neu' })
  expect(patched[2]).toBe(rows[2])
})

test('what no longer stands goes', () => {
  expect(ids(patchRows(rows, new Set(['1', '4']), []))).toEqual(['2', '3'])
})

test('counts of a patched list are those of counting it anew', () => {
  countRows(rows)
  const patched = patchRows(rows, new Set(['1', '5']), [row('5', 2, 4, { certainty: 'unsure', annotatorId: 'boris' })])
  const { annotators, ...counts } = countRows(patched)
  expect(counts).toEqual({ actor: 4, position: 0, claim: 0, total: 4, unlinked: 4, unsourced: 0, unsure: 1, orphan: 0 })
  expect([...annotators]).toEqual([
    ['anna', 3],
    ['boris', 1],
  ])
  expect(countRows([...patched])).toEqual(countRows(patched))
})
