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
  const { unit, bom, cr } = reading
  const ends = unit === 'grapheme' ? graphemeEnds(raw) : undefined
  for (let at = 0, end = 0; at < raw.length && next < wanted.length; at = end) {
    settle()
    const code = raw.codePointAt(at) ?? 0
    end = ends?.next().value ?? at + (code > 0xffff ? 2 : 1)
    const isMark = at === 0 && code === mark && end === 1
    const isCr = code === carriageReturn && end === at + 1 && raw.charCodeAt(end) === lineFeed
    if (isMark ? bom : !isCr || cr) foreign += widthOf(unit, code)
    if (!isMark && !isCr) ours += code === carriageReturn && end === at + 2 ? 1 : end - at
    isBehindCr = isCr
  }
  settle()
  return { places, parted }
}

const [mark, carriageReturn, lineFeed] = [0xfeff, 0x0d, 0x0a]

/** Of a character, or of the cluster that begins with it, in the file's unit. */
const widthOf = (unit: OffsetUnit, code: number): number => {
  if (unit === 'utf16') return code > 0xffff ? 2 : 1
  if (unit === 'utf8') return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  return 1
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function* graphemeEnds(raw: string): Generator<number, undefined> {
  for (const { segment, index } of graphemes.segment(raw)) yield index + segment.length
  return undefined
}
