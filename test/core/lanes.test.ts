import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { innermostSegments, type Laned, laneIndex } from '../../src/core/lanes.ts'

type Named = Laned & { name: string }
const span = (name: string, start: number, end: number): Named => ({ name, start, end, lane: -1 })
/** An index that has been looked at everywhere. */
const seen = (spans: Named[], index = laneIndex<Named>()) => {
  index.add(spans)
  index.overlapping(0, 1_000_000)
  return index
}
const names = (spans: { name: string }[]) => spans.map((one) => one.name).sort()

const someSpans = fc
  .array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 3000 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([start, length], index) => span(String(index), start, start + length)))

describe('lanes of underlines', () => {
  test('a name inside a claim inside a quotation lies next to the text, the longest lowest', () => {
    const [quotation, claim, name] = [span('quotation', 0, 90), span('claim', 10, 60), span('name', 20, 26)]
    seen([quotation, claim, name])
    expect([name.lane, claim.lane, quotation.lane]).toEqual([0, 1, 2])
  })

  test('spans apart share the first lane, spans that touch do not', () => {
    const spans = [span('a', 0, 5), span('b', 5, 11), span('c', 12, 16)]
    seen(spans)
    expect(spans.map((one) => one.lane)).toEqual([0, 1, 0])
  })

  test('a new annotation moves none of those that are there, and leaves its place when removed', () => {
    const claim = span('claim', 10, 60)
    const index = seen([claim])
    const name = span('name', 20, 26)
    seen([name], index)
    expect([claim.lane, name.lane]).toEqual([0, 1])
    index.remove(claim)
    const other = span('other', 0, 40)
    seen([other], index)
    expect(other.lane).toBe(0)
  })

  test('no two spans that overlap or touch share a lane', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        const half = spans.length >> 1
        const index = seen(spans.slice(0, half))
        index.add(spans.slice(half))
        // Looked at piece by piece, as when a text is scrolled.
        for (let at = 0; at < 9000; at += 700) index.overlapping(at, at + 900)
        for (const a of spans)
          for (const b of spans) if (a !== b && a.lane === b.lane) expect(a.end < b.start || b.end < a.start).toBe(true)
      }),
    )
  })

  test('finds exactly what overlaps, also spans over the whole of a long article', () => {
    fc.assert(
      fc.property(someSpans, fc.nat(6000), fc.integer({ min: 1, max: 3000 }), (spans, start, length) => {
        const index = laneIndex<Named>()
        const whole = span('whole', 0, 1_000_000)
        index.add([...spans, whole])
        const [gone, ...rest] = spans
        if (gone) index.remove(gone)
        const expected = [...rest, whole].filter((one) => one.start < start + length && one.end > start)
        expect(names(index.overlapping(start, start + length))).toEqual(names(expected))
      }),
    )
  })

  test('with 20,000 annotations one more costs no more than a few milliseconds', () => {
    const index = laneIndex<Named>()
    index.add(Array.from({ length: 20_000 }, (_, i) => span(String(i), i * 50, i * 50 + 10 + (i % 7) * 40)))
    const start = performance.now()
    for (let i = 0; i < 100; i += 1) {
      index.add([span('new', i * 9_000, i * 9_000 + 300)])
      index.overlapping(i * 9_000 - 4_000, i * 9_000 + 4_000)
    }
    expect((performance.now() - start) / 100).toBeLessThan(3)
  })
})

describe('tint of the innermost', () => {
  test('a nested span interrupts the tint of the one around it', () => {
    const segments = innermostSegments([span('claim', 0, 30), span('name', 10, 16)])
    expect(segments.map(({ start, end, innermost }) => [start, end, innermost.name])).toEqual([
      [0, 10, 'claim'],
      [10, 16, 'name'],
      [16, 30, 'claim'],
    ])
  })

  test('where two spans cross, the shorter one has the common part', () => {
    const segments = innermostSegments([span('long', 0, 30), span('short', 20, 40)])
    expect(segments.map(({ start, end, innermost }) => [start, end, innermost.name])).toEqual([
      [0, 20, 'long'],
      [20, 40, 'short'],
    ])
  })

  test('every covered place has one tint, that of a shortest span there', () => {
    fc.assert(
      fc.property(someSpans, fc.nat(8000), (spans, at) => {
        const covering = spans.filter((one) => one.start <= at && at < one.end)
        const segments = innermostSegments(spans).filter((one) => one.start <= at && at < one.end)
        expect(segments.length).toBe(covering.length > 0 ? 1 : 0)
        const shortest = Math.min(...covering.map((one) => one.end - one.start))
        for (const { innermost } of segments) expect(innermost.end - innermost.start).toBe(shortest)
      }),
    )
  })
})
