/**
 * Moving the boundaries of an annotation's fragments, and adding, joining and parting fragments. Offsets are UTF-16 code
 * units; fragments stay in text order, disjoint and inside the text, and none is ever empty.
 */
import { characterEdge, snapToCharacters, snapToWords, trim, wordsAround } from './snap.ts'
import type { Span } from './span.ts'

export type Edge = 'start' | 'end'

/** One boundary: which end of which fragment (counted from 0). */
export type Boundary = { index: number; edge: Edge }

/** The fragment that has the caret in it or at one of its ends; -1 where none has. */
export const fragmentAt = (fragments: readonly Span[], caret: number | undefined): number =>
  caret === undefined ? -1 : fragments.findIndex(({ start, end }) => start <= caret && caret <= end)

/** The boundary that is meant: of the fragment at the caret, else the outer one. */
export const boundaryAt = (fragments: readonly Span[], edge: Edge, caret: number | undefined): Boundary => {
  const at = fragmentAt(fragments, caret)
  return { index: at >= 0 ? at : edge === 'start' ? 0 : fragments.length - 1, edge }
}

/**
 * The fragments with a boundary moved to the next (1) or the previous (-1) word or character. Undefined where it cannot go
 * there: at the end of the text, at the fragment beside it, or where nothing would be left.
 */
export const stepBoundary = (
  text: string,
  fragments: readonly Span[],
  boundary: Boundary,
  step: 1 | -1,
  by: 'word' | 'character',
): Span[] | undefined => {
  const fragment = fragments[boundary.index]
  const to = fragment && (by === 'word' ? wordStep : characterStep)(text, fragment, boundary.edge, step)
  return to === undefined ? undefined : withBoundary(fragments, boundary, to)
}

/**
 * The fragments with a boundary dragged to an offset: with `snap` to the edge of the word that is touched, else to a whole
 * character. It goes no further than the fragment beside it, and leaves at least one word or character.
 */
export const dragBoundary = (
  text: string,
  fragments: readonly Span[],
  { index, edge }: Boundary,
  offset: number,
  snap: boolean,
): readonly Span[] => {
  const fragment = fragments[index]
  if (!fragment) return fragments
  const from = fragments[index - 1]?.end ?? 0
  const until = fragments[index + 1]?.start ?? text.length
  const fitted = snap ? snapToWords : snapToCharacters
  const least = edge === 'start' ? { ...fragment, start: fragment.end - 1 } : { ...fragment, end: fragment.start + 1 }
  const wanted = { ...fragment, [edge]: Math.max(from, Math.min(offset, until)) }
  const placed = (wanted.start < wanted.end ? fitted(text, wanted) : undefined) ?? fitted(text, least)
  const to = placed && Math.max(from, Math.min(placed[edge], until))
  return (to !== undefined && withBoundary(fragments, { index, edge }, to)) || fragments
}

/** The fragments with another one; those that overlap, or have nothing but spaces between them, become one. */
export const withFragment = (text: string, fragments: readonly Span[], added: Span): Span[] => {
  const joined: Span[] = []
  for (const { start, end } of [...fragments, added].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && /^[^\S\n]*$/.test(text.slice(last.end, start))) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/**
 * Where a caret parts an annotation; with `snap` it is moved to the beginning of its word, or behind the word where nothing
 * would be left. Undefined where it is inside no fragment.
 */
export const partingAt = (
  text: string,
  fragments: readonly Span[],
  caret: number,
  snap: boolean,
): number | undefined => {
  const fragment = fragments.find(({ start, end }) => start < caret && caret < end)
  if (!fragment) return undefined
  const parts = (at: number) =>
    text.slice(fragment.start, at).trim() !== '' && text.slice(at, fragment.end).trim() !== ''
  const word = snap ? wordsAround(text, caret).find(({ start, end }) => start < caret && caret < end) : undefined
  return [...(word ? [word.start, word.end] : []), caret].find(parts)
}

const withBoundary = (fragments: readonly Span[], { index, edge }: Boundary, to: number): Span[] | undefined => {
  const moved = fragments.map(({ start, end }, at) => ({ start, end, ...(at === index ? { [edge]: to } : {}) }))
  const isSound = moved.every(({ start, end }, at) => start < end && start >= (moved[at - 1]?.end ?? 0))
  return isSound ? moved : undefined
}

const characterStep = (text: string, fragment: Span, edge: Edge, step: 1 | -1): number | undefined => {
  let to = fragment[edge]
  do {
    if (step === 1 ? to >= text.length : to <= 0) return undefined
    to = characterEdge(text, to + step, step === 1 ? 'end' : 'start')
    // A line feed at an edge is nothing that can be seen.
  } while (text.charAt(edge === 'start' ? to : to - 1) === '\n')
  return to
}

const wordStep = (text: string, fragment: Span, edge: Edge, step: 1 | -1): number | undefined => {
  const from = fragment[edge]
  for (const word of wordsFrom(text, from, step)) {
    const reached =
      edge === 'start' ? { ...fragment, start: signsBefore(text, word) } : { ...fragment, end: signsBehind(text, word) }
    if (reached.start >= reached.end) return undefined
    const to = trim(text, reached)?.[edge]
    if (to !== undefined && (step === 1 ? to > from : to < from)) return to
  }
  return undefined
}

/** The words around an offset and all that follow (1) or precede (-1) them, in that direction. */
function* wordsFrom(text: string, offset: number, step: 1 | -1): Generator<Span> {
  const beside = (at: number) => text.charAt(step === 1 ? at : at - 1)
  for (let at = offset; ; ) {
    const words = wordsAround(text, at)
    yield* step === 1 ? words : words.reverse()
    const before = at
    while (/\S/.test(beside(at)) && Math.abs(at - before) < reach) at += step
    while (/\s/.test(beside(at))) at += step
    if (at === before) return
  }
}

// Scripts without spaces: no further at once than the words around an offset are found.
const reach = 200

/** Where the signs end that may belong to a word: closing quotation marks, brackets, per cent; trimming decides. */
const signsBehind = (text: string, { end }: Span): number =>
  end + (/^[\p{Pe}\p{Pf}\p{Pi}"'%‰.,!?…]*/u.exec(text.slice(end, end + 8))?.[0].length ?? 0)

const signsBefore = (text: string, { start }: Span): number =>
  start - (/[\p{Ps}\p{Pf}\p{Pi}"'§#@]*$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0)
