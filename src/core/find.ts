/**
 * Finding words in a text regardless of case, ё, composed or decomposed letters, stress marks, soft hyphens, zero-width
 * characters and the kind of space, quotation mark and dash. The text stays raw: it is searched in a normalised shadow with
 * a map back. Offsets are UTF-16 code units.
 */
import type { Span } from './span.ts'

/** `offsets[i]` is where the character starts that `text[i]` came from; one more entry for the end. */
export type NormalText = { raw: string; text: string; offsets: Uint32Array }

/** Makes the shadow of a text. It takes some 20 ms a megabyte: keep it while the text is searched. */
export const normalText = (raw: string): NormalText => {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: special, index } of raw.matchAll(specials)) {
    if (index > at) pieces.push(...plainPieces(raw.slice(at, index), at))
    pieces.push({ text: foldSpecial(special), at: index, step: 0 })
    at = index + special.length
  }
  if (at < raw.length) pieces.push(...plainPieces(raw.slice(at), at))
  const text = pieces.map((piece) => piece.text).join('')
  return { raw, text, offsets: offsetsOf(pieces, text.length, raw.length) }
}

/** All places of a query in text order, without overlaps; none for a query that is only white space. */
export const findAll = (normal: NormalText, query: string): Span[] => {
  const needle = normalText(query).text
  const spans: Span[] = []
  if (needle.trim() === '') return spans
  for (let at = normal.text.indexOf(needle); at >= 0; ) {
    const end = at + needle.length
    const isWhole = isCharacterStart(normal, at) && isCharacterStart(normal, end)
    if (isWhole) spans.push(rawSpan(normal, at, end))
    at = normal.text.indexOf(needle, isWhole ? end : at + 1)
  }
  return spans
}

/** A stretch of the shadow: each code unit came from the next one of the text (step 1), or all from one character (0). */
type Piece = { text: string; at: number; step: 0 | 1 }

const unseen = '\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF'

// What changes its length: a character with its marks, a run of white space and unseen characters, one unseen character.
const specials = new RegExp(`[^\\s${unseen}]\\p{M}+|[\\s${unseen}]{2,}|[${unseen}]`, 'gu')

const foldSpecial = (special: string): string => {
  if (/\p{M}/u.test(special)) return fold(special.replace(stress, '$1').normalize('NFC'))
  return /[^\S\uFEFF]/.test(special) ? ' ' : ''
}

// Grave and acute on Cyrillic vowels mark the stress in reading books; no letter is made of them.
const stress = /([аеёиоуыэюяАЕЁИОУЫЭЮЯ])[\u0300\u0301]/g

const plainPieces = (plain: string, at: number): Piece[] => {
  const text = fold(plain.normalize('NFC'))
  if (text.length === plain.length) return [{ text, at, step: 1 }]
  const pieces: Piece[] = []
  let offset = at
  for (const character of plain) {
    pieces.push({ text: fold(character.normalize('NFC')), at: offset, step: 0 })
    offset += character.length
  }
  return pieces
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»‹›“”„‟‘’‚‛′″`´]/g, (mark) => (/[‘’‚‛′`´]/.test(mark) ? "'" : '"'))
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, ' ')

const offsetsOf = (pieces: readonly Piece[], length: number, rawLength: number): Uint32Array => {
  const offsets = new Uint32Array(length + 1)
  let index = 0
  for (const { text, at, step } of pieces) {
    for (let unit = 0; unit < text.length; unit += 1, index += 1) offsets[index] = at + unit * step
  }
  offsets[length] = rawLength
  return offsets
}

/** Whether no part of the same character stands before this place of the shadow. */
const isCharacterStart = ({ offsets }: NormalText, at: number): boolean => at === 0 || offsets[at] !== offsets[at - 1]

const rawSpan = ({ raw, offsets }: NormalText, from: number, to: number): Span => {
  const start = offsets[from] ?? 0
  let end = offsets[to] ?? raw.length
  while (end > start && unseenAtEnd.test(raw.charAt(end - 1))) end -= 1
  return { start, end }
}

const unseenAtEnd = new RegExp(`[${unseen}]`)
