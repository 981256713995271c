/**
 * Finds out in which unit a foreign file counts: what it declares first, then every other way. Only quotes prove it; where a
 * format has none, the ways of counting must not differ, or only one may keep to the ends of words.
 */
import { lf1 } from '../lf1.ts'
import type { Span } from '../span.ts'
import { placesIn } from './offset-places.ts'

export type OffsetUnit = 'codePoint' | 'utf16' | 'utf8' | 'grapheme'

/** A way of counting: what counts as one, whether CR of CRLF counts, and whether a byte order mark does. */
export type OffsetReading = { unit: OffsetUnit; cr: boolean; bom: boolean }

/** What a file says of one span: fragments in its own unit, and the words there, those of several fragments joined by a space. */
export type OffsetClaim = { document: number; fragments: readonly Span[]; quote?: string | undefined }

export type Declared = OffsetReading & {
  /** Whether the format's definition leaves nothing open: then it holds where there are no quotes. */
  binding: boolean
  /** What else may count as one. */
  units: readonly OffsetUnit[]
}

export type OffsetsFound = {
  /** Absent where no single way of counting fits the file. */
  reading?: OffsetReading
  /** How it is known; 'same': all ways of counting lead to the same places. */
  proof?: 'quotes' | 'declared' | 'same' | 'words'
  spans: number
  quotes: number
  /** Without quotes: how many spans begin and end with whole words; chance would cut some. */
  words?: number
  /** Each way that was tried, with the number of spans it fits. */
  tried: { reading: OffsetReading; fits: number }[]
}

/** UTF-16 spans of the text by rule lf1; undefined where a claim is outside the text, or its quote is not there. */
export type Places = (Span[] | undefined)[]

/** @param texts as they stand in the file, with byte order mark and CR */
export const findReading = (
  texts: readonly string[],
  claims: readonly OffsetClaim[],
  declared: Declared,
): { found: OffsetsFound; places: Places } => {
  const tries = candidates(texts, declared).map((reading) => attempt(texts, claims, reading))
  const quoted = claims.filter(({ quote }) => quote !== undefined).length
  const chosen = quoted > 0 ? byQuotes(tries, claims, quoted) : withoutQuotes(tries, declared)
  const found: OffsetsFound = {
    spans: claims.length,
    quotes: quoted,
    tried: tries.map(({ reading, places }) => ({ reading, fits: places.filter(Boolean).length })),
  }
  if (!chosen) return { found, places: [] }
  const { reading, words, places } = chosen.tried
  return { found: { reading, proof: chosen.proof, ...found, ...(quoted === 0 && { words }) }, places }
}

type Try = { reading: OffsetReading; places: Places; words: number }
type Chosen = { tried: Try; proof: NonNullable<OffsetsFound['proof']> } | undefined

/** What was declared, then all else that can make a difference. */
const candidates = (texts: readonly string[], { unit, cr, bom, units }: Declared): OffsetReading[] => {
  const has = (text: string) => texts.some((whole) => whole.includes(text))
  const crs = has('\r\n') ? [cr, !cr] : [cr]
  const boms = texts.some((text) => text.startsWith('\uFEFF')) ? [bom, !bom] : [bom]
  const others = units.filter((other) => other !== unit)
  return [unit, ...others].flatMap((unit) => crs.flatMap((cr) => boms.map((bom) => ({ unit, cr, bom }))))
}

const attempt = (texts: readonly string[], claims: readonly OffsetClaim[], reading: OffsetReading): Try => {
  const byDocument = Map.groupBy(claims, ({ document }) => document)
  const lookUps = texts.map((text, index) => {
    const offsets = (byDocument.get(index) ?? []).flatMap(({ fragments }) => fragments.flatMap((f) => [f.start, f.end]))
    return { text: lf1(text), places: placesIn(text, reading, offsets) }
  })
  let words = 0
  const places = claims.map(({ document, fragments, quote }) => {
    const { text, places } = lookUps[document] ?? { text: '', places: new Map<number, number>() }
    const spans = fragments.map((fragment) => {
      const [start, end] = [places.get(fragment.start), places.get(fragment.end)]
      return start === undefined || end === undefined || end < start ? undefined : { start, end }
    })
    const whole = spans.filter((span) => span !== undefined)
    if (whole.length < spans.length) return undefined
    if (whole.every((span) => isAtWords(text, span))) words += 1
    const found = whole.map(({ start, end }) => text.slice(start, end)).join(' ')
    return quote === undefined || inOneLine(found) === inOneLine(lf1(quote)) ? whole : undefined
  })
  return { reading, places, words }
}

const inOneLine = (text: string): string => text.replaceAll('\n', ' ')

/** One way of counting must fit every span that any fits; what none fits is damaged, and may not be the larger part. */
const byQuotes = (tries: readonly Try[], claims: readonly OffsetClaim[], quoted: number): Chosen => {
  const provable = claims.flatMap(({ quote }, index) =>
    quote !== undefined && tries.some(({ places }) => places[index]) ? [index] : [],
  )
  if (provable.length * 2 < quoted) return undefined
  const whole = tries.filter(({ places }) => provable.every((index) => places[index]))
  const [first, ...others] = whole
  if (!first || (first !== tries[0] && !others.every((other) => isSame(first, other)))) return undefined
  return { tried: first, proof: 'quotes' }
}

const withoutQuotes = (tries: readonly Try[], { binding }: Declared): Chosen => {
  const [declared] = tries
  if (!declared) return undefined
  if (binding) return { tried: declared, proof: 'declared' }
  if (tries.every((other) => isSame(declared, other))) return { tried: declared, proof: 'same' }
  const [first, ...others] = tries.filter(({ places, words }) => words === places.length)
  return first && others.every((other) => isSame(first, other)) ? { tried: first, proof: 'words' } : undefined
}

const isSame = (a: Try, b: Try): boolean => JSON.stringify(a.places) === JSON.stringify(b.places)

const wordInside = /^[\p{L}\p{M}\p{N}]{2}$/u

/** Whether neither end stands inside a word or beside a space that belongs to the outside. */
const isAtWords = (text: string, { start, end }: Span): boolean =>
  start < end &&
  !wordInside.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !wordInside.test(text.slice(end - 1, end + 1)) &&
  !/^\s|\s$/u.test(text.slice(start, end))
