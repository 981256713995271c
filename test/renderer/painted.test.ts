import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import { painted } from '../../src/renderer/src/editor/painted.ts'

const annotation = (id: string, type: Annotation['type'], ...ends: number[]): Annotation => {
  const common = {
    id,
    version: { '01990000-0000-7000-8000-000000000001': 1 },
    createdAt: '2025-01-01T00:00:00.000Z',
    createdBy: '01990000-0000-7000-8000-000000000002',
    modifiedAt: '2025-01-01T00:00:00.000Z',
    modifiedBy: '01990000-0000-7000-8000-000000000002',
    articleId: `sha256:${'0'.repeat(64)}`,
    annotatorId: '01990000-0000-7000-8000-000000000002',
    target: {
      fragments: Array.from({ length: ends.length / 2 }, (_, i) => ({
        start: ends[2 * i] ?? 0,
        end: ends[2 * i + 1] ?? 0,
        quote: 'q',
      })),
      prefix: '',
      suffix: '',
    },
    codes: [],
    attributes: {},
    certainty: 'sure' as const,
    origin: 'manual' as const,
    basedOn: [],
    anchor: 'exact' as const,
  }
  if (type === 'actor') return { ...common, type, body: {} }
  if (type === 'position') return { ...common, type, body: { holders: [], attribution: [] } }
  return { ...common, type, body: { issueIds: [], evidenceFor: [], attribution: [] } }
}

const ids = (annotations: readonly Annotation[]) => annotations.map((one) => one.id)

describe('what is painted', () => {
  const claim = annotation('claim', 'claim', 0, 60)
  const actor = annotation('actor', 'actor', 10, 16)
  const split = annotation('split', 'position', 5, 20, 40, 50)
  const all = [claim, split, actor]

  test('a click finds the innermost first', () => {
    const shown = painted()
    shown.update(all, [])
    expect(ids(shown.at(12))).toEqual(['actor', 'split', 'claim'])
    expect(ids(shown.at(30))).toEqual(['claim'])
    expect(ids(shown.at(16))).toEqual(['split', 'claim'])
    expect(ids(shown.at(60))).toEqual([])
  })

  test('reading order is by start, then the longer first', () => {
    const shown = painted()
    shown.update([actor, split, claim, annotation('inner', 'actor', 0, 5)], [])
    expect(shown.next(0, 1)?.id).toBe('claim')
    expect(shown.next(claim, 1)?.id).toBe('inner')
    expect(shown.next(actor, 1)).toBeUndefined()
    expect(shown.next(actor, -1)?.id).toBe('split')
    expect(shown.next(8, 1)?.id).toBe('actor')
    expect(shown.next(8, -1)?.id).toBe('split')
  })

  test('says whether anything to be seen has changed', () => {
    const shown = painted()
    expect(shown.update(all, [])).toBe(true)
    expect(shown.update([...all], [])).toBe(false)
    expect(shown.update([claim, split, { ...actor, note: 'a note' }], [])).toBe(false)
    expect(shown.get('actor')?.note).toBe('a note')
    expect(shown.update([claim, split, { ...actor, certainty: 'unsure' }], [])).toBe(true)
    expect(shown.update([claim, split], [])).toBe(true)
    expect(shown.get('actor')).toBeUndefined()
    expect(shown.overlapping(0, 100)).toHaveLength(3)
  })

  test('a correction keeps the lane, a moved span is placed anew', () => {
    const shown = painted()
    shown.update([claim], [])
    shown.overlapping(0, 100)
    shown.update([claim, actor], [])
    shown.overlapping(0, 100)
    shown.update([claim, { ...actor, certainty: 'unsure' }], [])
    expect(shown.pieces('actor')[0]?.lane).toBe(1)
    shown.update([claim, annotation('actor', 'actor', 70, 80)], [])
    shown.overlapping(0, 100)
    expect(shown.pieces('actor')).toMatchObject([{ start: 70, end: 80, lane: 0 }])
  })

  test('hidden types and orphans are neither painted nor hit', () => {
    const shown = painted()
    shown.update([...all, { ...annotation('lost', 'actor', 11, 12), anchor: 'orphan' }], ['position'])
    expect(ids(shown.at(11))).toEqual(['actor', 'claim'])
    expect(shown.update(all, [])).toBe(true)
    expect(ids(shown.at(11))).toEqual(['actor', 'split', 'claim'])
  })

  test('the first and the last of a part of the text, by reading order', () => {
    const shown = painted()
    shown.update(all, [])
    expect(shown.ends(11, 12)?.map((one) => one.id)).toEqual(['claim', 'actor'])
    expect(shown.ends(45, 46)?.map((one) => one.id)).toEqual(['claim', 'split'])
    expect(shown.ends(70, 80)).toBeUndefined()
  })

  test('any order of any changes ends where a fresh start would', () => {
    const shown = painted()
    const pool = Array.from({ length: 60 }, (_, i) => annotation(`a${i}`, 'actor', i * 3, i * 3 + 10))
    for (let round = 0; round < 40; round += 1) {
      const some = pool.filter((_, i) => (i * 7 + round * 13) % 5 < 3)
      if (round % 3 === 0) some.reverse()
      shown.update(some, [])
      expect(new Set(shown.overlapping(0, 1000).map((piece) => piece.annotation.id))).toEqual(new Set(ids(some)))
    }
  })
})
