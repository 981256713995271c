/** Which encoding a file's bytes are in, and their text. Encodings go by their lower-case WHATWG names. */
import { isCommonPair, type Letter, letterOf } from './letters.ts'
import { Unreadable } from './unreadable.ts'

/** A reading that is possible; `score` from 0 (nonsense) to 1 (certain). */
export type EncodingCandidate = { encoding: string; score: number }

export type Decoded = { text: string; encoding: string; encodings: EncodingCandidate[] }

/**
 * Decodes and changes nothing, a byte order mark stays. `forced` is obeyed or fails; `declared` (what the file says about itself) is a hint. Throws `Unreadable`: binary, lone-surrogate, wrong-encoding.
 */
export const decode = (bytes: Uint8Array, forced?: string, declared?: string): Decoded => {
  if (forced === undefined) {
    const encodings = candidates(bytes, declared)
    const { encoding = 'utf-8' } = encodings[0] ?? {}
    return { text: decodeIn(bytes, encoding), encoding, encodings }
  }
  const encoding = canonicalName(forced)
  if (encoding === undefined) throw new Unreadable('wrong-encoding', { encoding: forced })
  return { text: decodeIn(bytes, encoding), encoding, encodings: candidatesIfAny(bytes, declared) }
}

/** A person may read what is not recognised as any text. */
const candidatesIfAny = (bytes: Uint8Array, declared: string | undefined): EncodingCandidate[] => {
  try {
    return candidates(bytes, declared)
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

/** The WHATWG name for a label, or nothing where there is no such encoding. */
export const canonicalName = (label: string): string | undefined => {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** The readings in falling order of likelihood; a byte order mark or valid UTF-8 decides alone. */
const candidates = (bytes: Uint8Array, declared: string | undefined): EncodingCandidate[] => {
  const marked = byteOrderMark(bytes)
  if (marked) return [{ encoding: marked, score: 1 }]
  const wide = utf16WithoutMark(bytes)
  if (wide) return [wide]
  if (looksBinary(bytes)) throw new Unreadable('binary')
  const { sequences, errors, surrogates } = utf8Sequences(bytes)
  if (errors === 0 && sequences === 0) return [{ encoding: 'utf-8', score: 1 }]
  const name = declared === undefined ? undefined : canonicalName(declared)
  if (errors === 0) return [{ encoding: 'utf-8', score: 1 }, ...singleByte(bytes, name, samples.toOffer).map(unlikely)]
  // Many well-formed sequences are no accident: this is damaged UTF-8 rather than another encoding.
  if (sequences >= 8 * errors) {
    if (surrogates) throw new Unreadable('lone-surrogate')
    throw new Unreadable('wrong-encoding', { encoding: 'utf-8' })
  }
  return singleByte(bytes, name, samples.toDecide)
}

/** Text in another encoding is hardly ever valid UTF-8 by chance. */
const unlikely = ({ encoding, score }: EncodingCandidate): EncodingCandidate => ({ encoding, score: score / 10 })

const decodeIn = (bytes: Uint8Array, encoding: string): string => {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const surrogate = encoding.startsWith('utf-16') && bytes.length % 2 === 0
    throw new Unreadable(surrogate ? 'lone-surrogate' : 'wrong-encoding', { encoding }, { cause })
  }
  if (text.includes('\0')) throw new Unreadable('binary')
  return text
}

const byteOrderMark = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 shows by its zero bytes (of spaces and line ends) or by the 04 of its Cyrillic letters. */
const utf16WithoutMark = (bytes: Uint8Array): EncodingCandidate | undefined => {
  if (bytes.length % 2 === 1 || !bytes.some((byte) => byte === 0 || byte === 4)) return undefined
  const units = bytes.length / 2
  const plausible = { 'utf-16le': 0, 'utf-16be': 0 }
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (isPlausibleUnit(second, first)) plausible['utf-16le'] += 1
    if (isPlausibleUnit(first, second)) plausible['utf-16be'] += 1
  }
  const encoding = plausible['utf-16le'] >= plausible['utf-16be'] ? 'utf-16le' : 'utf-16be'
  const score = plausible[encoding] / units
  return score > 0.9 ? { encoding, score } : undefined
}

const isPlausibleUnit = (high: number, low: number): boolean => {
  if (high === 0) return low >= 0x20 ? low < 0x7f || low >= 0xa0 : low === 9 || low === 10 || low === 13
  // Latin to Arabic letters, punctuation and currency, CJK, surrogates.
  return high <= 6 || high === 0x20 || high === 0x21 || (high >= 0x30 && high <= 0x9f) || (high >= 0xd8 && high <= 0xdf)
}

const looksBinary = (bytes: Uint8Array): boolean => {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    // Tab to carriage return, the end mark of old DOS files and escape occur in texts.
    if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) controls += 1
  }
  return controls * 100 > bytes.length
}

/** Well-formed sequences of two to four bytes and places that break the rules of UTF-8. */
const utf8Sequences = (bytes: Uint8Array): { sequences: number; errors: number; surrogates: boolean } => {
  let sequences = 0
  let errors = 0
  let surrogates = false
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0
    const second = bytes[at + 1] ?? 0
    const surrogate = lead === 0xed && second >= 0xa0
    const overlong =
      (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)
    let valid = length > 0 && !surrogate && !overlong
    for (let next = 1; next < length; next += 1) valid &&= ((bytes[at + next] ?? 0) & 0xc0) === 0x80
    if (surrogate) surrogates = true
    if (!valid) errors += 1
    else if (length > 1) sequences += 1
    at += valid ? length : surrogate ? 3 : 1
  }
  return { sequences, errors, surrogates }
}

/**
 * Of equally likely ones the first wins. What is hardly met any more starts behind, by the logarithm of its rarity: in
 * lower case Macintosh and Windows put all letters but one on the same bytes.
 */
const singleByteEncodings: ReadonlyMap<string, number> = new Map([
  ['windows-1252', 0],
  ['windows-1251', 0],
  ['koi8-r', 0],
  ['ibm866', 0],
  ['iso-8859-5', 2],
  ['koi8-u', 2],
  ['x-mac-cyrillic', 4],
])

const tables = new Map<string, readonly Letter[]>()

const tableOf = (encoding: string): readonly Letter[] => {
  let table = tables.get(encoding)
  if (!table) {
    const upperHalf = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
    table = Array.from(new TextDecoder(encoding).decode(upperHalf), letterOf)
    tables.set(encoding, table)
  }
  return table
}

const singleByte = (bytes: Uint8Array, declared: string | undefined, sampleSize: number): EncodingCandidate[] => {
  const scored = Array.from(singleByteEncodings, ([encoding, rarity]) => {
    const hint = encoding === declared ? 0.05 : 0
    return { encoding, score: likelihood(bytes, tableOf(encoding), rarity, sampleSize) + hint }
  })
  // A declared encoding that is none of ours cannot be scored; it wins over all but good Russian, which Greek and Hebrew come near.
  const other = declared !== undefined && !singleByteEncodings.has(declared) && !declared.startsWith('utf-')
  if (other && decodes(bytes, declared)) {
    scored.push({ encoding: declared, score: declaredScore })
    // Polish and Turkish letters are letters of windows-1252 too, only wrong ones.
    for (const each of scored)
      if (each.encoding === 'windows-1252') each.score = Math.min(each.score, declaredScore / 2)
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .map(({ encoding, score }) => ({ encoding, score: Math.min(1, Math.max(0, score)) }))
}

/** Sentences in Cyrillic that are as long as this one score 0.9 and more, Hebrew taken for them up to 0.86. */
const declaredScore = 0.88

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** So many bytes beyond ASCII are enough to know; fewer where nothing hangs on them. */
const samples = { toDecide: 20_000, toOffer: 300 }

/** The average likelihood of the bytes beyond ASCII by letter, pair and case: about 1 for Russian text, 0 for junk. */
const likelihood = (bytes: Uint8Array, table: readonly Letter[], rarity: number, sampleSize: number): number => {
  let sum = 0
  let count = 0
  let previous: Neighbour
  for (let at = 0; at < bytes.length && count < sampleSize; at += 1) {
    const byte = bytes[at] ?? 0
    const letter = byte < 128 ? undefined : table[byte - 128]
    if (letter) {
      count += 1
      sum += letter.weight + inContext(letter, previous, neighbour(bytes[at + 1] ?? 0, table))
    }
    previous = neighbour(byte, table)
  }
  // In long texts a few signs that two encodings share must not outweigh how rare one of them is.
  const average = count === 0 ? 0 : (sum - rarity * Math.max(1, count / 500)) / count
  // Russian text gets about −2.8, junk −9.
  return 1 + (average + 2.8) / 6.2
}

type Neighbour = Letter | 'ascii' | undefined

/** A letter of ASCII counts as such; its spaces and punctuation say nothing. */
const neighbour = (byte: number, table: readonly Letter[]): Neighbour => {
  if (byte >= 128) return table[byte - 128]
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a ? 'ascii' : undefined
}

const inContext = (letter: Letter, before: Neighbour, after: Neighbour): number => {
  const besideAscii = before === 'ascii' || after === 'ascii'
  switch (letter.kind) {
    case 'latin':
      return besideAscii ? 1 : isWord(before) ? -4 : -2
    case 'symbol':
    case 'junk':
      return isWord(before) || isWord(after) ? -3 : 0
    case 'punctuation':
      if (before !== undefined || !isWord(after) || '«№'.includes(letter.lower)) return 0
      return '„“'.includes(letter.lower) ? -2 : -6
    case 'russian':
    case 'cyrillic':
      if (besideAscii) return -4
      if (!isWord(before)) return letter.upper ? -0.5 : 0
      return (isCommonPair(before.lower, letter.lower) ? 0.7 : -0.4) + (letter.upper ? (before.upper ? -0.4 : -5) : 0)
  }
}

const isWord = (neighbour: Neighbour): neighbour is Letter =>
  typeof neighbour === 'object' && ['russian', 'cyrillic', 'latin'].includes(neighbour.kind)
