import { describe, expect, test } from 'vitest'
import { hits } from '../../src/renderer/src/editor/hits.ts'

const text = 'мир и Мир, мира нет; МИР'

describe('hits of find', () => {
  test('the search begins where the analyst reads and comes round to the first', () => {
    const search = hits(text)
    expect(search.find('мир', 8)).toEqual({ total: 4, current: 2 })
    expect([search.step(1), search.step(1), search.step(1)].map((state) => state.current)).toEqual([3, 4, 1])
    expect(search.step(-1)).toEqual({ total: 4, current: 4 })
  })

  test('more letters go on from the same place, not from the hit of the letters before', () => {
    const search = hits(text)
    search.find('м', 5)
    search.step(1)
    expect(search.find('мир', 5).current).toBe(2)
    expect(search.current()).toEqual({ start: 6, end: 9 })
  })

  test('after the end a search begins anew elsewhere', () => {
    const search = hits(text)
    search.find('мир', 20)
    search.end()
    expect(search.current()).toBeUndefined()
    expect(search.find('мир', 0).current).toBe(1)
  })

  test('tells what lies in a part of the text', () => {
    const search = hits(text)
    search.find('мир', 0)
    expect(search.within({ start: 7, end: 12 })).toEqual([
      { start: 6, end: 9 },
      { start: 11, end: 14 },
    ])
    expect(search.find('война', 0)).toEqual({ total: 0, current: 0 })
    expect(search.step(1)).toEqual({ total: 0, current: 0 })
  })
})
