/** Where foreign offsets lead in a text by rule lf1. */
import type { OffsetReading, OffsetUnit } from './offset-unit.ts'

/** `parted` are foreign offsets that part a line end: what a hand selects has both of its characters, or neither. */
export type FoundPlaces = { places: Map<number, number>; parted: Set<number> }

/**
 * The UTF-16 offset in the text by rule lf1 of each foreign one; none for those inside a character or past the end. One pass over the text.
 * @param raw the text with its byte order mark and CR
 */
export const placesIn = (raw: string, reading: OffsetReading, offsets: readonly number[]): FoundPlaces => {
  const wanted = [...new Set(offsets)].filter((offset) => Number.isSafeInteger(offset) && offset >= 0)
  wanted.sort((a, b) => a - b)
  const places = new Map<number, number>()
  const parted = new Set<number>()
  let [foreign, ours, next, isBehindCr] = [0, 0, 0, false]
  const settle = () => {
    while (next < wanted.length && (wanted[next] ?? 0) <= foreign) {
      const offset = wanted[next++] ?? 0
      if (offset !== foreign) continue
      places.set(offset, ours)
      if (isBehindCr && reading.cr) parted.add(offset)
    }
  }
  for (const { character, before, after } of charactersOf(raw, reading.unit)) {
    settle()
    if (next === wanted.length) break
    const isMark = character === '\uFEFF' && before === 0
    const isCr = character === '\r' && after === '\n'
    if (isMark ? reading.bom : !isCr || reading.cr) foreign += widths[reading.unit](character)
    if (!isMark && !isCr) ours += character === '\r\n' ? 1 : character.length
    isBehindCr = isCr
  }
  settle()
  return { places, parted }
}

const widths: Record<OffsetUnit, (character: string) => number> = {
  codePoint: () => 1,
  grapheme: () => 1,
  utf16: ({ length }) => length,
  utf8: (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  },
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function* charactersOf(raw: string, unit: OffsetUnit) {
  let before = 0
  if (unit === 'grapheme') {
    for (const { segment, index } of graphemes.segment(raw)) yield { character: segment, before: index, after: '' }
    return
  }
  for (const character of raw) {
    yield { character, before, after: raw[before + character.length] }
    before += character.length
  }
}
