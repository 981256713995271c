/**
 * What an analyst means by a selection: whole words, without spaces, punctuation and unbalanced quotation marks at the
 * edges. Word boundaries are those of Unicode (UAX 29), so a hyphen parts and an apostrophe does not. Offsets are UTF-16
 * code units; results never part a surrogate pair or a letter and its combining marks.
 */
import type { Span } from './span.ts'

/** The whole words a selection touches, trimmed; undefined where that leaves nothing. */
export const snapToWords = (text: string, selection: Span): Span | undefined => {
  const span = snapToCharacters(text, selection)
  if (!span) return undefined
  return trim(text, {
    start: wordAround(text, span.start)?.start ?? span.start,
    end: wordAround(text, span.end)?.end ?? span.end,
  })
}

/** The selection as it is, widened to whole characters as a reader sees them; undefined where it is empty. */
export const snapToCharacters = (text: string, { start, end }: Span): Span | undefined => {
  const from = Math.max(0, Math.min(start, end))
  const to = Math.min(text.length, Math.max(start, end))
  if (from >= to) return undefined
  return { start: characterEdge(text, from, 'start'), end: characterEdge(text, to, 'end') }
}

/** The word at a caret: the one it stands in or before, else the one it stands behind. */
export const wordAt = (text: string, offset: number): Span | undefined => {
  const words = wordsAround(text, offset)
  return words.find((word) => word.start <= offset && offset < word.end) ?? words.find((word) => word.end === offset)
}

/** The sentence around a caret inside a block, without the space that follows it. */
export const sentenceAt = (text: string, block: Span, offset: number): Span | undefined => {
  if (block.start >= block.end) return undefined
  const sentences = sentenceSegmenter.segment(text.slice(block.start, block.end))
  const at = (index: number) => sentences.containing(index)
  const last = block.end - block.start - 1
  let first = at(Math.max(0, Math.min(offset - block.start, last)))
  if (!first) return undefined
  let end = first.index + first.segment.length
  while (end <= last && endsInAbbreviation(text.slice(block.start + first.index, block.start + end))) {
    const next = at(end)
    if (!next) break
    end = next.index + next.segment.length
  }
  for (let before = at(first.index - 1); before && endsInAbbreviation(before.segment); before = at(first.index - 1)) {
    first = before
  }
  const sentence = text.slice(block.start + first.index, block.start + end).trimEnd()
  return { start: block.start + first.index, end: block.start + first.index + sentence.length }
}

/** A block parted into its sentences, each with the space that follows it. */
export const sentencesIn = (text: string, block: Span): Span[] => {
  const sentences: Span[] = []
  for (const { index, segment } of sentenceSegmenter.segment(text.slice(block.start, block.end))) {
    const start = block.start + index
    const end = start + segment.length
    const before = sentences.at(-1)
    if (before && endsInAbbreviation(text.slice(before.start, before.end))) before.end = end
    else sentences.push({ start, end })
  }
  return sentences
}

const wordSegmenter = new Intl.Segmenter('ru', { granularity: 'word' })
const sentenceSegmenter = new Intl.Segmenter('ru', { granularity: 'sentence' })
const characterSegmenter = new Intl.Segmenter('ru', { granularity: 'grapheme' })

/** The word that has the offset strictly inside. */
const wordAround = (text: string, offset: number): Span | undefined =>
  wordsAround(text, offset).find((word) => word.start < offset && offset < word.end)

/** The words of the stretch without white space around an offset. */
export const wordsAround = (text: string, offset: number): Span[] => {
  const { start, end } = stretch(text, offset)
  const words: Span[] = []
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text.slice(start, end))) {
    if (isWordLike) words.push(...parts(segment, start + index))
  }
  return words
}

// Scripts without spaces make long stretches; their words are found well enough from this much text around.
const reach = 256

const stretch = (text: string, offset: number): Span => {
  let start = offset
  while (start > 0 && offset - start < reach && !isSpace(text, start - 1)) start -= 1
  let end = offset
  while (end < text.length && end - offset < reach && !isSpace(text, end)) end += 1
  return { start: characterEdge(text, start, 'start'), end: characterEdge(text, end, 'end') }
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/** UAX 29 keeps `end.Start` and `said:yes` whole, which in articles is a missing space. */
const parts = (segment: string, at: number): Span[] => {
  const spans: Span[] = []
  let start = 0
  for (const { index } of segment.matchAll(/(?<=\p{L}\p{M}*):(?=\p{L})|(?<=\p{L}\p{M}*\p{L}\p{M}*)\.(?=\p{Lu})/gu)) {
    spans.push({ start: at + start, end: at + index })
    start = index + 1
  }
  spans.push({ start: at + start, end: at + segment.length })
  return spans
}

const isPlain = (code: number): boolean =>
  code >= 0x20 && code < 0x300 && code !== 0xad && code !== 0xa9 && code !== 0xae

/** The nearest edge of a character, as a reader sees it, at or beyond an offset, outwards. */
export const characterEdge = (text: string, offset: number, edge: 'start' | 'end'): number => {
  if (offset <= 0 || offset >= text.length) return offset
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return offset
  // Segmenting may start only where a character surely starts.
  let from = offset - 1
  while (from > 0 && offset - from < reach && !isPlain(text.charCodeAt(from))) from -= 1
  if (from > 0 && isLowSurrogate(text.charCodeAt(from))) from -= 1
  const character = characterSegmenter.segment(text.slice(from, offset + reach)).containing(offset - from)
  const start = from + (character?.index ?? offset - from)
  return edge === 'start' || !character || start === offset ? start : start + character.segment.length
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** A span without loose spaces and punctuation at its edges; undefined where that leaves nothing. */
export const trim = (text: string, { start, end }: Span): Span | undefined => {
  const balanced = balancedMarks(text, start, end)
  const isLoose = (at: number): boolean =>
    /[\s\p{P}\p{Cf}\p{Cc}]/u.test(text.charAt(at)) && !balanced.has(at) && !isKept(text, at)
  const isAllLoose = (character: Span): boolean => {
    for (let at = character.start; at < character.end; at += 1) if (!isLoose(at)) return false
    return true
  }
  let from = start
  for (let next = start; next < end; from = next) {
    next = characterEdge(text, from + 1, 'end')
    if (!isAllLoose({ start: from, end: next })) break
  }
  let to = end
  for (let before = end; before > from; to = before) {
    before = characterEdge(text, to - 1, 'start')
    if (!isAllLoose({ start: before, end: to })) break
  }
  return from < to ? { start: from, end: to } : undefined
}

/** Signs that belong to what stands beside them, and the last full stop of `т.е.` and `U.S.` */
const isKept = (text: string, at: number): boolean => {
  const sign = text.charAt(at)
  if (/[%‰§&#@]/.test(sign)) return true
  return sign === '.' && /(?:^|[^\p{L}\p{M}])\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(text.slice(Math.max(0, at - 12), at))
}

const closers: Readonly<Record<string, string>> = {
  '«': '»',
  '‹': '›',
  '“': '”',
  '„': '“”',
  '‘': '’',
  '‚': '‘’',
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  "'": "'",
}

/** Marks that open in one tradition and close in another. */
const ambiguous = '"\'“‘'

/** Places of the quotation marks and brackets whose other half is in the range too. */
const balancedMarks = (text: string, start: number, end: number): Set<number> => {
  const balanced = new Set<number>()
  const open: { at: number; closers: string }[] = []
  for (const { 0: mark, index } of text.slice(start, end).matchAll(/[«»‹›“”„‘’‚()[\]{}"']/g)) {
    const at = start + index
    if (isApostrophe(text, at)) continue
    const opener = open.findLastIndex((one) => one.closers.includes(mark))
    const opened = open[opener]
    if (opened) {
      balanced.add(opened.at).add(at)
      open.length = opener
    } else if (closers[mark] && !(ambiguous.includes(mark) && isBehindText(text, at))) {
      open.push({ at, closers: closers[mark] })
    }
  }
  return balanced
}

const isApostrophe = (text: string, at: number): boolean =>
  /['’‘]/.test(text.charAt(at)) &&
  /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at - 1)) &&
  /[\p{L}\p{N}]/u.test(text.charAt(at + 1))

const isBehindText = (text: string, at: number): boolean => /[\p{L}\p{N}\p{M}.,!?…%)»]/u.test(text.charAt(at - 1))

const abbreviation =
  /(?:^|[^\p{L}\p{M}])(?:\p{Lu}|им|ул|пр|проф|акад|ген|полк|св|обл|пос|см|ср|напр|т|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|vs|No)\.\s*$/u
// Before a name it is a town; after a number it is a year and may well end the sentence.
const town = /(?<![\p{L}\p{M}]|\d\s?)г\.\s*$/u

const endsInAbbreviation = (sentence: string): boolean => {
  const tail = sentence.slice(-16)
  return abbreviation.test(tail) || town.test(tail)
}
