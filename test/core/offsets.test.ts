import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { codePointLength, codePointsAfter, codePointsBefore, indexText } from '../../src/core/offsets.ts'
import { shared } from './shared.ts'

const wellFormed = fc.string({ unit: 'binary' })

describe('offsets', () => {
  it('counts an emoji as one code point and two code units', () => {
    const text = indexText('Да 👍🏽 нет')
    expect(text.length).toBe(9)
    expect(text.toUtf16(5)).toBe(7)
    expect(text.toCodePoint(7)).toBe(5)
    expect(text.splitsCharacter(4)).toBe(true)
    expect(text.splitsCharacter(5)).toBe(false)
  })

  it('agrees with a walk over the code points, both ways', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const index = indexText(text)
        const points = [...text]
        expect(index.length).toBe(points.length)
        expect(codePointLength(text)).toBe(points.length)
        let utf16 = 0
        for (const [i, point] of [...points, ''].entries()) {
          expect(index.toUtf16(i)).toBe(utf16)
          expect(index.toCodePoint(utf16)).toBe(i)
          expect(index.splitsCharacter(utf16)).toBe(false)
          if (point.length === 2) {
            expect(index.splitsCharacter(utf16 + 1)).toBe(true)
            expect(index.toCodePoint(utf16 + 1)).toBe(i)
          }
          utf16 += point.length
        }
      }),
    )
  })

  it('stays invertible past the end of the text', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(1000), (text, offset) => {
        const index = indexText(text)
        expect(index.toCodePoint(index.toUtf16(offset))).toBe(offset)
      }),
    )
  })

  it('takes context by code points without splitting one', () => {
    const text = '👍👍б👍👍'
    expect(text.slice(codePointsBefore(text, 4, 2), 4)).toBe('👍👍')
    expect(text.slice(codePointsBefore(text, 5, 2), 5)).toBe('👍б')
    expect(text.slice(5, codePointsAfter(text, 5, 1))).toBe('👍')
    expect(codePointsBefore(text, 2, 9)).toBe(0)
    expect(codePointsAfter(text, 5, 9)).toBe(text.length)
  })

  it.skipIf(!shared.there)(`agrees with the collected offset cases ${shared.note}`, () => {
    const pair = z.tuple([z.number(), z.number()])
    const cases = z
      .array(
        z.object({ text: z.string(), spans: z.array(z.object({ quote: z.string(), codepoint: pair, utf16: pair })) }),
      )
      .parse(JSON.parse(readFileSync(shared.path('corpora/offsets/offset-cases.json'), 'utf8')))
    for (const { text, spans } of cases) {
      const index = indexText(text)
      for (const { quote, codepoint, utf16 } of spans) {
        expect(codepoint.map(index.toUtf16)).toEqual(utf16)
        expect(utf16.map(index.toCodePoint)).toEqual(codepoint)
        expect(text.slice(...utf16)).toBe(quote)
      }
    }
  })
})
