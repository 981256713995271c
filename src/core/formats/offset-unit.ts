/**
 * Finds out in which unit a foreign file counts: what it declares first, then every other way. Only quotes prove it; where a
 * format has none, the ways of counting must not differ, or only one may keep to the ends of words.
 */
import { lf1 } from '../lf1.ts'
import type { Span } from '../span.ts'
import { placesIn } from './offset-places.ts'
import { isAtWords, keepsBetter } from './whole-words.ts'

export type OffsetUnit = 'codePoint' | 'utf16' | 'utf8' | 'grapheme'

/**
 * A way of counting: what counts as one, whether CR of CRLF counts, and whether a byte order mark does; `last` says that an end is the
 * last character of a span, and not the place behind it.
 */
export type OffsetReading = { unit: OffsetUnit; cr: boolean; bom: boolean; last?: true }

/** What a file says of one span: fragments in its own unit, and the words there, those of several fragments joined by a space. */
export type OffsetClaim = {
  document: number
  fragments: readonly Span[]
  quote?: string | undefined
  /** The quote may be only the beginning. */
  isCut?: true
}

export type Declared = OffsetReading & {
  /** Whether the format's definition leaves nothing open: then it holds where there are no quotes. */
  binding: boolean
  /** What else may count as one. */
  units: readonly OffsetUnit[]
  /** Ends may also be last characters. */
  lasts?: true
  /** A quote may be cut off, or a name that is none: it counts where it fits. */
  named?: true
}

/** Of formats that define code points, and whose files often enough count otherwise: quotes decide. `bom` as in a reading. */
export const definedInCodePoints = (bom: boolean): Declared => ({
  unit: 'codePoint',
  cr: true,
  bom,
  binding: false,
  units: ['utf16', 'utf8'],
})

export type OffsetsFound = {
  /** Absent where no single way of counting fits the file. */
  reading?: OffsetReading
  /** How it is known; 'same': all ways of counting lead to the same places. */
  proof?: 'quotes' | 'declared' | 'same' | 'words'
  spans: number
  quotes: number
  /** Without quotes: how many spans begin and end with whole words; chance would cut some. */
  words?: number
  /** How many spans were found by their words, with what stands beside them, since offsets do not lead there. */
  byQuotes?: number
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
  const readings = candidates(texts, declared)
  const attempts: Attempts = (of) => readings.map((reading) => attempt(texts, of, reading))
  const settled = declared.named ? settledNames(claims, attempts) : claims
  const tries = attempts(settled)
  const quoted = settled.filter(({ quote }) => quote !== undefined).length
  const chosen = quoted > 0 ? byQuotes(tries, settled, quoted, declared) : withoutQuotes(tries, declared)
  const found: OffsetsFound = {
    spans: claims.length,
    quotes: quoted,
    tried: tries.map(({ reading, places }) => ({ reading, fits: places.filter(Boolean).length })),
  }
  if (!chosen) return { found, places: [] }
  const { reading, places } = chosen.tried
  const words = wordsKept(chosen.tried)
  return { found: { reading, proof: chosen.proof, ...found, ...(quoted === 0 && { words }) }, places }
}

type Try = { reading: OffsetReading; places: Places; atWords: boolean[] }
type Chosen = { tried: Try; proof: NonNullable<OffsetsFound['proof']> } | undefined

type Attempts = (claims: readonly OffsetClaim[]) => Try[]

/** What fits nowhere as a quote may be the beginning of one; what is not that either is a name, and proves nothing. */
const settledNames = (claims: readonly OffsetClaim[], attempts: Attempts): OffsetClaim[] => {
  const fitting = (of: readonly OffsetClaim[]) => {
    const tries = attempts(of)
    return (index: number) => tries.some(({ places }) => places[index])
  }
  const fits = fitting(claims)
  const cut = claims.map((claim, index) => (fits(index) ? claim : { ...claim, isCut: true as const }))
  const fitsCut = fitting(cut)
  return cut.map((claim, index) => (fitsCut(index) ? claim : { ...claim, quote: undefined }))
}

/** What was declared, then all else that can make a difference. */
const candidates = (texts: readonly string[], { unit, cr, bom, units, lasts }: Declared): OffsetReading[] => {
  const has = (text: string) => texts.some((whole) => whole.includes(text))
  const crs = has('\r\n') ? [cr, !cr] : [cr]
  const boms = texts.some((text) => text.startsWith('\uFEFF')) ? [bom, !bom] : [bom]
  const others = units.filter((other) => other !== unit)
  const ends: { last?: true }[] = lasts ? [{}, { last: true }] : [{}]
  return [unit, ...others].flatMap((unit) =>
    crs.flatMap((cr) => boms.flatMap((bom) => ends.map((end) => ({ unit, cr, bom, ...end })))),
  )
}

const attempt = (texts: readonly string[], claims: readonly OffsetClaim[], reading: OffsetReading): Try => {
  const endOf = ({ end }: Span): number => (reading.last ? end + 1 : end)
  const byDocument = Map.groupBy(claims, ({ document }) => document)
  const lookUps = texts.map((text, index) => {
    const offsets = (byDocument.get(index) ?? []).flatMap(({ fragments }) =>
      fragments.flatMap((f) => [f.start, endOf(f)]),
    )
    return { text: lf1(text), ...placesIn(text, reading, offsets) }
  })
  const atWords = claims.map(() => false)
  const places = claims.map(({ document, fragments, quote, isCut }, index) => {
    const { text = '', places, parted } = lookUps[document] ?? {}
    const spans = fragments.map((fragment) => {
      const [start, end] = [places?.get(fragment.start), places?.get(endOf(fragment))]
      return start === undefined || end === undefined || end < start ? undefined : { start, end }
    })
    const whole = spans.filter((span) => span !== undefined)
    if (whole.length < spans.length) return undefined
    const isParted = fragments.some((fragment) => parted?.has(fragment.start) || parted?.has(endOf(fragment)))
    atWords[index] = !isParted && whole.every((span) => isAtWords(text, span))
    const found = whole.map(({ start, end }) => text.slice(start, end)).join(' ')
    return quote === undefined || says(lf1(quote), found, isCut) ? whole : undefined
  })
  return { reading, places, atWords }
}

/** In the attribute of an element white space is one space or several; what is cut off may end in dots. */
const says = (quote: string, words: string, isCut: true | undefined): boolean => {
  if (!isCut) return inOneLine(words) === inOneLine(quote)
  const [said, whole] = [quote, words].map((text) => text.replace(/\s+/g, ' '))
  const begins = said?.replace(/ ?(…|\.\.\.)$/, '') ?? ''
  return whole === said || (begins.length >= SHORTEST && (whole?.startsWith(begins) ?? false))
}

/** A shorter beginning of a quote would fit by chance. */
const SHORTEST = 12

const inOneLine = (text: string): string => text.replaceAll('\n', ' ')

/** One way of counting must fit every span that any fits; what none fits is damaged, and may not be the larger part. */
const byQuotes = (
  tries: readonly Try[],
  claims: readonly OffsetClaim[],
  quoted: number,
  { named }: Declared,
): Chosen => {
  const provable = claims.flatMap((claim, index) =>
    claim.quote !== undefined && tries.some(({ places }) => places[index]) ? [index] : [],
  )
  if (provable.length * 2 < quoted) return undefined
  const whole = tries.filter(({ places }) => provable.every((index) => places[index]))
  const [first, ...others] = whole
  if (!first) return undefined
  if (others.every((other) => isSame(first, other))) return { tried: first, proof: 'quotes' }
  // Quotes that are cut off say nothing about ends.
  if (named) return atWords(whole)
  return first === tries[0] ? { tried: first, proof: 'quotes' } : undefined
}

const withoutQuotes = (tries: readonly Try[], { binding }: Declared): Chosen => {
  const [declared] = tries
  if (!declared) return undefined
  if (binding) return { tried: declared, proof: 'declared' }
  if (tries.every((other) => isSame(declared, other))) return { tried: declared, proof: 'same' }
  return atWords(tries)
}

/** The only way that keeps to whole words. */
const atWords = (tries: readonly Try[]): Chosen => {
  const [best] = [...tries].sort((a, b) => wordsKept(b) - wordsKept(a))
  const isClear = best && tries.every((other) => isSame(best, other) || keepsBetter(best, other))
  return isClear && wordsKept(best) > 0 ? { tried: best, proof: 'words' } : undefined
}

const wordsKept = ({ atWords }: Try): number => atWords.filter(Boolean).length

const isSame = (a: Try, b: Try): boolean => JSON.stringify(a.places) === JSON.stringify(b.places)
