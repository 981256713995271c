import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Mark } from '../../src/core/article.ts'
import { displayBlocks, markRuns, marksIn, paragraphs } from '../../src/core/layout.ts'

const slices = (text: string, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end))

describe('paragraphs of plain text', () => {
  it('are separated by blank lines where there are such', () => {
    const text = ' one\nstill one\n\n \t\ntwo \n\n\nthree\n\n'
    expect(slices(text, paragraphs(text))).toEqual([' one\nstill one', 'two ', 'three'])
  })
  it('are the lines where no blank line stands between them', () => {
    const text = '\n\none\ntwo\nthree\n\n'
    expect(slices(text, paragraphs(text))).toEqual(['one', 'two', 'three'])
  })
  it('of nothing are none', () => {
    expect(paragraphs('')).toEqual([])
    expect(paragraphs(' \n\n ')).toEqual([])
  })
})

describe('display blocks', () => {
  const text = 'Title\n\nFirst words, and more.\n\nSecond.'

  it('are the blocks themselves where these are flat', () => {
    const blocks: Block[] = [
      { type: 'heading', start: 0, end: 5, level: 2 },
      { type: 'paragraph', start: 7, end: 29 },
      { type: 'quote', start: 31, end: 38 },
    ]
    expect(displayBlocks(text, blocks)).toEqual([
      { type: 'heading', start: 0, end: 5, level: 2, quote: false },
      { type: 'paragraph', start: 7, end: 29, quote: false },
      { type: 'paragraph', start: 31, end: 38, quote: true },
    ])
  })

  it('come from blank lines where there are no blocks at all', () => {
    expect(slices(text, displayBlocks(text, []))).toEqual(['Title', 'First words, and more.', 'Second.'])
  })

  it('fill what blocks leave out, and cut what they put on each other', () => {
    const shown = displayBlocks(text, [
      { type: 'quote', start: 7, end: 38 },
      { type: 'paragraph', start: 13, end: 18 },
      { type: 'paragraph', start: 20, end: 20 },
      { type: 'paragraph', start: 36, end: 900 },
    ])
    expect(slices(text, shown)).toEqual(['Title', 'First ', 'words', ', and more.\n\nSecon', 'd.'])
    expect(shown.map((block) => block.quote)).toEqual([false, true, true, true, true])
  })

  it('keep the quotation of what stands in it, and a list item its first paragraph only', () => {
    const blocks: Block[] = [
      { type: 'listItem', start: 0, end: 29, ordered: true, depth: 2 },
      { type: 'paragraph', start: 0, end: 5 },
      { type: 'quote', start: 0, end: 29 },
      { type: 'paragraph', start: 7, end: 29 },
    ]
    expect(displayBlocks(text, blocks)).toEqual([
      { type: 'listItem', start: 0, end: 5, quote: true, ordered: true, depth: 2 },
      { type: 'paragraph', start: 7, end: 29, quote: true },
      { type: 'paragraph', start: 31, end: 38, quote: false },
    ])
  })
})

describe('runs', () => {
  it('flatten marks that cross, and the link that starts last wins', () => {
    const marks: Mark[] = [
      { type: 'bold', start: 0, end: 6 },
      { type: 'link', start: 2, end: 10, href: 'https://a.example/' },
      { type: 'italic', start: 4, end: 8 },
      { type: 'link', start: 5, end: 7, href: 'https://b.example/' },
      { type: 'bold', start: 5, end: 9 },
    ]
    expect(marksIn({ start: 1, end: 12 }, marks)).toEqual([
      { start: 1, end: 2, formats: ['bold'] },
      { start: 2, end: 4, formats: ['bold'], href: 'https://a.example/' },
      { start: 4, end: 5, formats: ['bold', 'italic'], href: 'https://a.example/' },
      { start: 5, end: 7, formats: ['bold', 'italic'], href: 'https://b.example/' },
      { start: 7, end: 8, formats: ['bold', 'italic'], href: 'https://a.example/' },
      { start: 8, end: 9, formats: ['bold'], href: 'https://a.example/' },
      { start: 9, end: 10, formats: [], href: 'https://a.example/' },
      { start: 10, end: 12, formats: [] },
    ])
  })
})

const anyText = fc.string({ unit: fc.constantFrom('a', 'б', ' ', '\n', '\u00a0', '😀'), maxLength: 60 })
const span = fc.tuple(fc.nat(70), fc.nat(70)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const anyBlocks = fc.array(
  fc
    .tuple(span, fc.constantFrom('paragraph', 'quote', 'heading', 'listItem'))
    .map(([range, type]): Block => (type === 'heading' ? { type, ...range, level: 1 } : { type, ...range })),
  { maxLength: 8 },
)
const anyMarks = fc.array(
  fc
    .tuple(span, fc.constantFrom('bold', 'code', 'link'))
    .map(
      ([range, type]): Mark =>
        type === 'link' ? { type, ...range, href: `https://${range.start}.example/` } : { type, ...range },
    ),
  { maxLength: 8 },
)

describe('whatever the layout', () => {
  it('blocks are ordered and disjoint and lose nothing but white space', () => {
    fc.assert(
      fc.property(anyText, anyBlocks, (text, blocks) => {
        let at = 0
        for (const block of displayBlocks(text, blocks)) {
          expect(block.start).toBeGreaterThanOrEqual(at)
          expect(block.end).toBeGreaterThan(block.start)
          expect(text.slice(at, block.start)).toMatch(/^\s*$/)
          at = block.end
        }
        expect(text.slice(at)).toMatch(/^\s*$/)
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('runs tile each block, and every character has the formats of the marks over it', () => {
    fc.assert(
      fc.property(anyText, anyBlocks, anyMarks, (text, blocks, marks) => {
        const shown = displayBlocks(text, blocks)
        const all = markRuns(shown, marks)
        for (const [index, block] of shown.entries()) {
          const runs = all[index] ?? []
          expect(runs).toEqual(marksIn(block, marks))
          expect(runs[0]?.start).toBe(block.start)
          expect(runs.at(-1)?.end).toBe(block.end)
          for (const [place, run] of runs.entries()) {
            if (place > 0) expect(run.start).toBe(runs[place - 1]?.end)
            for (let at = run.start; at < run.end; at += 1) {
              const over = marks.filter((mark) => mark.start <= at && at < mark.end)
              expect(run.formats.includes('bold')).toBe(over.some((mark) => mark.type === 'bold'))
              expect(run.href === undefined).toBe(!over.some((mark) => mark.type === 'link'))
            }
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a hundred thousand nested blocks and marks take no more than a moment', () => {
    const size = 100_000
    const text = 'x'.repeat(2 * size)
    const nested = Array.from({ length: size }, (_, index) => ({ start: index, end: 2 * size - index }))
    const started = performance.now()
    const shown = displayBlocks(
      text,
      nested.map((range) => ({ type: 'quote', ...range })),
    )
    markRuns(
      shown,
      nested.map((range) => ({ type: 'italic', ...range })),
    )
    expect(performance.now() - started).toBeLessThan(5000)
    expect(shown.length).toBe(2 * size - 1)
  })
})
