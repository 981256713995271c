import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Declared, findReading, type OffsetUnit } from '../../../src/core/formats/offset-unit.ts'
import { shared } from '../shared.ts'

const declared = (unit: OffsetUnit, more: Partial<Declared> = {}): Declared => ({
  unit,
  cr: true,
  bom: false,
  binding: false,
  units: (['codePoint', 'utf16', 'utf8'] as const).filter((other) => other !== unit),
  ...more,
})

const find = (raw: string, claims: [start: number, end: number, quote?: string][], how: Declared) => {
  const { found, places } = findReading(
    [raw],
    claims.map(([start, end, quote]) => ({ document: 0, fragments: [{ start, end }], quote })),
    how,
  )
  return { found, places: places.map((spans) => spans?.[0] && [spans[0].start, spans[0].end]) }
}

describe('the unit of offsets', () => {
  it('is the declared one where all quotes stand, whatever else would fit', () => {
    const { found, places } = find('Anna met Boris.', [[9, 14, 'Boris']], declared('codePoint'))
    expect(found).toMatchObject({ reading: { unit: 'codePoint' }, proof: 'quotes', spans: 1, quotes: 1 })
    expect(places).toEqual([[9, 14]])
  })

  it('is another one where only that fits the whole file', () => {
    const text = '💩 Анна и 👨🏻‍🚒 Борис'
    const at = (quote: string, before = 0) => [
      text.indexOf(quote) - before,
      text.indexOf(quote) + quote.length - before,
    ]
    // UTF-16 in the file, code points declared.
    const [a = 0, b = 0] = at('Анна')
    const [c = 0, d = 0] = at('Борис')
    const { found, places } = find(
      text,
      [
        [a, b, 'Анна'],
        [c, d, 'Борис'],
      ],
      declared('codePoint'),
    )
    expect(found).toMatchObject({ reading: { unit: 'utf16' }, proof: 'quotes' })
    expect(places).toEqual([at('Анна'), at('Борис')])
    // Bytes.
    const bytes = (until: number) => Buffer.byteLength(text.slice(0, until))
    const inBytes = find(text, [[bytes(a), bytes(b), 'Анна']], declared('codePoint'))
    expect(inBytes.found.reading?.unit).toBe('utf8')
    expect(inBytes.places).toEqual([at('Анна')])
  })

  it('counts carriage returns and the byte order mark or not, as the quotes ask for', () => {
    const raw = '\uFEFFone\r\ntwo\r\nthree'
    const text = 'one\ntwo\nthree'
    const ours = [text.indexOf('three'), text.length]
    for (const [cr, bom, start] of [
      [true, true, 11],
      [true, false, 10],
      [false, true, 9],
      [false, false, 8],
    ] as const) {
      const { found, places } = find(raw, [[start, start + 5, 'three']], declared('codePoint'))
      expect({ start, reading: found.reading, places }).toEqual({
        start,
        reading: { unit: 'codePoint', cr, bom },
        places: [ours],
      })
    }
  })

  it('is refused, with counts, where some spans ask for one and some for another', () => {
    const text = '🙂 Анна, 🙂 Борис'
    const { found, places } = find(
      text,
      [
        [3, 7, 'Анна'],
        [10, 15, 'Борис'],
      ],
      declared('codePoint'),
    )
    expect(found.reading).toBeUndefined()
    expect(places).toEqual([])
    expect(found.tried.map(({ reading, fits }) => [reading.unit, fits])).toEqual([
      ['codePoint', 1],
      ['utf16', 1],
      ['utf8', 0],
    ])
  })

  it('is found in spite of a damaged line, but not where most are damaged', () => {
    const text = 'Anna met Boris.'
    const [good, bad] = [[0, 4, 'Anna'] as const, [5, 8, 'xyz'] as const]
    const { found, places } = find(text, [[...good], [...bad]], declared('codePoint'))
    expect(found.proof).toBe('quotes')
    expect(places).toEqual([[0, 4], undefined])
    expect(find(text, [[...good], [...bad], [...bad]], declared('codePoint')).found.reading).toBeUndefined()
  })

  it('needs no quotes where all ways of counting are the same, or a single one keeps to words', () => {
    const how = declared('utf16', { units: ['codePoint', 'grapheme'] })
    expect(find('Анна и Борис', [[7, 12]], how).found).toMatchObject({ proof: 'same', quotes: 0 })
    const fireman = '👨🏻‍🚒 firemen drive firetrucks'
    expect(find(fireman, [[22, 32]], how)).toMatchObject({
      found: { reading: { unit: 'utf16' }, proof: 'words' },
      places: [[22, 32]],
    })
    expect(find(fireman, [[19, 29]], how)).toMatchObject({ found: { proof: 'words' }, places: [[22, 32]] })
    expect(find(fireman, [[16, 26]], how)).toMatchObject({
      found: { reading: { unit: 'grapheme' } },
      places: [[22, 32]],
    })
    // Nothing says which of the full stops is meant.
    expect(find('🙂 ....', [[4, 5]], how).found.reading).toBeUndefined()
  })

  it('is the one that nearly every span of many keeps to words by, where hands slipped on a few and lines are marked to their ends', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `Комментарий ${i} 🙂 никому не верю`)
    const raw = `\uFEFF${lines.join('\r\n')}\r\n`
    const shown = raw.slice(1)
    const claimsOf = (slips: number) =>
      lines.map((line, i): [number, number] => {
        const start = shown.indexOf(line) + (i < slips ? 3 : 0)
        return [start, shown.indexOf(line) + line.length]
      })
    const how = declared('codePoint', { bom: true, units: ['utf16'], lasts: true })
    const { found, places } = find(raw, claimsOf(2), how)
    // To have the CR and not the LF behind it in a selection is none of the ways that a hand selects in.
    expect(found).toMatchObject({
      reading: { unit: 'utf16', cr: true, bom: false },
      proof: 'words',
      spans: 30,
      words: 28,
    })
    const text = shown.replaceAll('\r', '')
    expect(places.slice(2).map((place) => place && text.slice(place[0], place[1]))).toEqual(lines.slice(2))
    expect(find(raw, claimsOf(12), how).found.reading).toBeUndefined()
    expect(find(raw, claimsOf(2).slice(0, 6), how).found.reading).toBeUndefined()
  })

  it('never puts a boundary inside a character', () => {
    const { places } = find('a🙂b', [[0, 2]], declared('utf16', { binding: true, units: [] }))
    expect(places).toEqual([undefined])
  })

  it('leaves decomposed letters and zero-width characters as they are', () => {
    const text = 'Буи\u0306нов\u200B сказал: «Да».'
    const start = text.indexOf('сказал')
    expect(find(text, [[start, start + 6, 'сказал']], declared('codePoint')).places).toEqual([[start, start + 6]])
    expect(find(text, [[0, 8, 'Буйнов\u200B']], declared('codePoint')).found.reading).toBeUndefined()
  })
})

const pair = z.tuple([z.number(), z.number()])
const cases = z.array(
  z.looseObject({
    id: z.string(),
    text: z.string(),
    spans: z.array(z.looseObject({ quote: z.string(), codepoint: pair, utf16: pair, utf8: pair })),
  }),
)
const real = shared.there
  ? cases.parse(JSON.parse(readFileSync(shared.path('corpora/offsets/offset-cases.json'), 'utf8')))
  : []

it.skipIf(!shared.there)(`cases from issue trackers are proved in every unit ${shared.note}`, () => {
  for (const { id, text, spans } of real) {
    for (const [unit, name] of [
      ['codePoint', 'codepoint'],
      ['utf16', 'utf16'],
      ['utf8', 'utf8'],
    ] as const) {
      const claims = spans.map((span): [number, number, string] => [...span[name], span.quote])
      for (const assumed of ['codePoint', 'utf16', 'utf8'] as const) {
        const { places } = find(text, claims, declared(assumed))
        expect({ id, unit, assumed, places }).toEqual({ id, unit, assumed, places: spans.map(({ utf16 }) => utf16) })
      }
    }
  }
  expect(real.length).toBeGreaterThan(3)
})
