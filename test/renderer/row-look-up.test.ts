import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import { followed, rowLookUp } from '../../src/renderer/src/data/row-look-up.ts'

const row = (id: string, start: number): Annotation =>
  draftRow({ id, articleId: 'a', type: 'actor', fragments: [{ start, end: start + 1 }] }, 'some text', 'anna')

const [one, two, three] = [row('1', 0), row('2', 2), row('3', 4)]

describe('looking annotations up', () => {
  it('stays the same while others come and go, and knows those that came', () => {
    const lookUp = rowLookUp([one, three])
    expect(lookUp.find('1')).toBe(one)
    expect(followed(lookUp, [one, two, three])).toBe(lookUp)
    expect(lookUp.find('2')).toBe(two)
    expect(followed(lookUp, [one, two])).toBe(lookUp)
    expect(lookUp.find('3')).toBeUndefined()
  })

  it.each([
    ['changed', [row('1', 0), two, three]],
    ['went', [two, three]],
    ['came', [one, two, three, row('9', 6)]],
  ])('is another one when something that was asked for %s', (_, rows) => {
    const lookUp = rowLookUp([one, two, three])
    lookUp.find('1')
    lookUp.find('9')
    const next = followed(lookUp, rows)
    expect(next).not.toBe(lookUp)
    expect([next.find('1'), next.find('9')]).toEqual(['1', '9'].map((id) => rows.find((other) => other.id === id)))
  })
})
