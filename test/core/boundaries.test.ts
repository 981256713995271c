import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundaryAt,
  dragBoundary,
  type Edge,
  partingAt,
  stepBoundary,
  withFragment,
} from '../../src/core/boundaries.ts'
import { splitsPair } from '../../src/core/offsets.ts'
import { snapToWords } from '../../src/core/snap.ts'
import type { Span } from '../../src/core/span.ts'

/** Fragments are written between [ and ], the caret as |. */
const read = (marked: string): { text: string; fragments: Span[]; caret: number | undefined } => {
  let text = ''
  let caret: number | undefined
  const fragments: Span[] = []
  for (const sign of marked) {
    const last = fragments.at(-1)
    if (sign === '[') fragments.push({ start: text.length, end: text.length })
    else if (sign === ']' && last) last.end = text.length
    else if (sign === '|') caret = text.length
    else text += sign
  }
  return { text, fragments, caret }
}

const write = (text: string, fragments: readonly Span[] | undefined): string | undefined => {
  if (!fragments) return undefined
  let marked = text
  for (const { start, end } of fragments.toReversed())
    marked = `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`
  return marked
}

const stepped = (marked: string, edge: Edge, step: 1 | -1, by: 'word' | 'character' = 'word') => {
  const { text, fragments, caret } = read(marked)
  return write(text, stepBoundary(text, fragments, boundaryAt(fragments, edge, caret), step, by))
}

describe('a boundary moves by words', () => {
  test.each<[string, Edge, 1 | -1, string | undefined]>([
    ['Сергей [Лавров] отверг', 'start', -1, '[Сергей Лавров] отверг'],
    ['[Сергей Лавров] отверг', 'start', 1, 'Сергей [Лавров] отверг'],
    ['Сергей [Лавров] отверг', 'end', 1, 'Сергей [Лавров отверг]'],
    ['[Сергей Лавров] отверг', 'end', -1, '[Сергей] Лавров отверг'],
    // Never empty, never outside.
    ['Сергей [Лавров] отверг', 'start', 1, undefined],
    ['Сергей [Лавров] отверг', 'end', -1, undefined],
    ['[Сергей] Лавров', 'start', -1, undefined],
    ['Сергей [Лавров].', 'end', 1, undefined],
    // From the middle of a word to its edge.
    ['Серг[ей Лав]ров отверг', 'start', -1, '[Сергей Лав]ров отверг'],
    ['Серг[ей Лав]ров отверг', 'end', 1, 'Серг[ей Лавров] отверг'],
    // Spaces and punctuation stay outside, the quotation mark whose other half is inside comes along.
    ['План, [наконец], принят', 'end', 1, 'План, [наконец, принят]'],
    ['гарантии [«Северного] союза» даны', 'end', 1, 'гарантии [«Северного союза»] даны'],
    ['гарантии «Северного [союза» даны]', 'start', -1, 'гарантии [«Северного союза» даны]'],
    ['гарантии [«Северного союза»] даны', 'end', -1, 'гарантии [«Северного] союза» даны'],
    ['вырос [на] 1,5% за год', 'end', 1, 'вырос [на 1,5%] за год'],
    // A hyphen parts words; paragraphs and line feeds do not stop it.
    ['[Премьер]-министр', 'end', 1, '[Премьер-министр]'],
    ['Первый.\n\n[Второй] абзац', 'start', -1, '[Первый.\n\nВторой] абзац'],
    // The fragment at the caret, else the outer ends; never over the fragment beside it.
    ['а [бв] где [жз] ик', 'end', 1, 'а [бв] где [жз ик]'],
    ['а [б|в] где [жз] ик', 'end', 1, 'а [бв где] [жз] ик'],
    ['а [б|в] [жз] ик', 'end', 1, undefined],
    ['а [бв] где [|жз] ик', 'start', -1, 'а [бв] [где жз] ик'],
    ['а [бв] где [жз] ик', 'start', -1, '[а бв] где [жз] ик'],
  ])('%s, %s by %i', (marked, edge, step, result) => {
    expect(stepped(marked, edge, step)).toBe(result)
  })
})

describe('a boundary moves by characters as a reader sees them', () => {
  test.each<[string, Edge, 1 | -1, string | undefined]>([
    ['Лавр[ов]у', 'end', 1, 'Лавр[ову]'],
    ['Лавр[ов]у', 'end', -1, 'Лавр[о]ву'],
    ['Лавр[ов]у', 'start', -1, 'Лав[ров]у'],
    ['Лавр[о]ву', 'end', -1, undefined],
    ['[мир 👩‍👩‍👧]!', 'end', -1, '[мир ]👩‍👩‍👧!'],
    ['бе[и]\u0306лый', 'end', 1, 'бе[и\u0306]лый'],
    ['один[.]\n\nДва', 'end', 1, 'один[.\n\nД]ва'],
    ['один[.\n\nД]ва', 'end', -1, 'один[.]\n\nДва'],
  ])('%s, %s by %i', (marked, edge, step, result) => {
    expect(stepped(marked, edge, step, 'character')).toBe(result)
  })
})

describe('a boundary is dragged', () => {
  const dragged = (marked: string, edge: Edge, to: string, snap = true) => {
    const { text, fragments } = read(marked)
    return write(text, dragBoundary(text, fragments, { index: 0, edge }, text.indexOf(to), snap))
  }
  test('to the edge of the word that is touched, or to the character', () => {
    expect(dragged('а [план] принят', 'end', 'инят')).toBe('а [план принят]')
    expect(dragged('а [план] принят', 'end', 'инят', false)).toBe('а [план пр]инят')
    expect(dragged('[план был принят]', 'start', 'ыл')).toBe('план [был принят]')
  })
  test('no further than the fragment beside it, and never to nothing', () => {
    expect(dragged('а [план] был [принят] всеми', 'end', 'всеми')).toBe(
      'а [план был ][принят] всеми'.replace(' ]', '] '),
    )
    expect(dragged('а [план принят]', 'end', 'а')).toBe('а [план] принят')
    expect(dragged('а [план принят]', 'end', 'а', false)).toBe('а [п]лан принят')
  })
})

test('fragments that overlap or stand beside each other become one', () => {
  const added = (marked: string) => {
    const { text, fragments } = read(marked)
    const [last] = fragments.splice(-1)
    return last && write(text, withFragment(text, fragments, last))
  }
  expect(added('[а] б [в]')).toBe('[а] б [в]')
  expect(added('[а] [б] в')).toBe('[а б] в')
  expect(added('[а]\n\n[б]')).toBe('[а]\n\n[б]')
  const { text, fragments } = read('[аб] в [где] ж')
  expect(write(text, withFragment(text, fragments, { start: 1, end: 6 }))).toBe('[аб в где] ж')
})

test('an annotation is parted at the caret, not inside a word where it snaps', () => {
  const parted = (marked: string, snap: boolean) => {
    const { text, fragments, caret } = read(marked)
    const at = partingAt(text, fragments, caret ?? 0, snap)
    return at === undefined ? undefined : `${text.slice(0, at)}|${text.slice(at)}`
  }
  expect(parted('[план пр|инят]', true)).toBe('план |принят')
  expect(parted('[пл|ан принят]', true)).toBe('план| принят')
  expect(parted('[пла|н]', true)).toBe('пла|н')
  expect(parted('[план пр|инят]', false)).toBe('план пр|инят')
  expect(parted('[план] |принят', true)).toBeUndefined()
  expect(parted('|[план]', true)).toBeUndefined()
})

test('whatever is pressed or dragged, fragments stay whole, ordered, disjoint and inside', () => {
  const words = fc.array(fc.constantFrom('план', '«мир»', '5%', 'é', '👩‍👧', '—', '\n\n', ' ', 'т.е.', '和平', ', '), {
    minLength: 3,
    maxLength: 25,
  })
  fc.assert(
    fc.property(
      words,
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.nat(300), { maxLength: 12 }),
      (parts, a, b, isEnd, snap, moves) => {
        const text = parts.join(' ')
        const start = a % text.length
        const first = snapToWords(text, { start, end: Math.min(text.length, start + 1 + (b % 8)) })
        if (!first) return
        let fragments: readonly Span[] = [first]
        for (const move of moves) {
          const edge = isEnd === move % 2 > 0 ? 'end' : 'start'
          const boundary = boundaryAt(fragments, edge, move % text.length)
          const by = move % 3 ? 'word' : 'character'
          const more = { start: move % text.length, end: (move % text.length) + 1 }
          const next =
            move % 7 === 0
              ? dragBoundary(text, fragments, boundary, move % (text.length + 1), snap)
              : move % 11 === 0
                ? withFragment(text, fragments, snapToWords(text, more) ?? first)
                : (stepBoundary(text, fragments, boundary, move % 5 ? 1 : -1, by) ?? fragments)
          fragments = next
          let last = 0
          for (const span of fragments) {
            expect(span.start).toBeGreaterThanOrEqual(last)
            expect(span.end).toBeGreaterThan(span.start)
            expect(splitsPair(text, span.start) || splitsPair(text, span.end)).toBe(false)
            last = span.end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        }
      },
    ),
  )
})
