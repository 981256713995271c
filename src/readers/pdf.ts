/**
 * PDF: the text layer put back into paragraphs. Columns are read one after the other, running heads, feet and page numbers are
 * left out, words that a line end parts are joined. Nothing is drawn, run or fetched.
 */
import { documentMetadata } from './document.ts'
import { type Context, createFlow } from './flow.ts'
import { vocabularyOf } from './hyphens.ts'
import { type Column, columnsOf, segmentsOf } from './pdf-columns.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { columnLines } from './pdf-lines.ts'
import { type Page, pdfPages } from './pdf-pages.ts'
import { type Paragraph, paragraphsOf, type Run, runsOf } from './pdf-paragraphs.ts'
import type { BinaryReader } from './reader.ts'
import { Unreadable } from './unreadable.ts'
import { pageAddress } from './web-address.ts'

export const pdf: BinaryReader = {
  id: 'pdf/1',
  mediaType: 'application/pdf',
  aliases: ['application/x-pdf'],
  extensions: ['pdf'],
  recognises: (head) => head.includes('%PDF-'),
  readBytes: async (bytes) => {
    const { pages, properties } = await pdfPages(bytes)
    checkText(pages, bytes)
    const bodySize = usualSize(pages)
    const bare = withoutFurniture(pages.map((page) => ({ ...page, segments: segmentsOf(page.pieces, bodySize) })))
    const columns = bare.pages.flatMap(({ segments }, page) =>
      columnsOf(segments).map((column) => ({ ...column, page })),
    )
    const vocabulary = vocabularyOf(columns.flatMap(segmentTexts))
    const lines = columns.map((column) =>
      columnLines(column, column.page, bodySize, (word) => vocabulary.has(word)).filter(
        ({ text }) => !contents.test(text),
      ),
    )
    const laidOut = layOut(
      paragraphsOf(lines, bodySize).map((paragraph) => ({ ...paragraph, runs: runsOf(paragraph, vocabulary) })),
    )
    const url = pageAddress(bare.url)
    return { ...laidOut, metadata: { ...documentMetadata(laidOut, properties), ...(url !== undefined && { url }) } }
  },
}

/** A line of a table of contents: dots that lead to a page's number. */
const contents = /(?:\s?[.…·]){6,}\s*\p{L}*\d+$/u

/** Throws `Unreadable` where the pages show more than their text layer says: scanned, garbled. */
const checkText = (pages: readonly Page[], bytes: Uint8Array): void => {
  const texts = pages.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
  const all = texts.join('').replace(/\s/g, '')
  const strange = all.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0
  if (strange > 0.3 * all.length) throw new Unreadable('garbled')
  const bare = texts.filter((text) => (text.match(/\p{L}/gu)?.length ?? 0) < 15)
  // Pictures are streams, whose heads are never packed.
  const hasPictures = /\/Subtype\s*\/Image\b/.test(new TextDecoder('windows-1252').decode(bytes))
  if (bare.length * 2 > pages.length && hasPictures) throw new Unreadable('scanned')
}

/** The type size that most letters have. */
const usualSize = (pages: readonly Page[]): number => {
  const lengths = new Map<number, number>()
  for (const { pieces } of pages)
    for (const { size, text } of pieces) {
      const rounded = Math.round(size * 2) / 2
      lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
    }
  return [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 10
}

const segmentTexts = ({ segments }: Column): string[] =>
  segments.map(({ pieces }) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .trim(),
  )

const layOut = (paragraphs: readonly (Paragraph & { runs: Run[] })[]) => {
  const flow = createFlow()
  const sizes = headingSizes(paragraphs)
  for (const paragraph of paragraphs) {
    const context: Context = {
      formats: new Set(),
      quote: false,
      preformatted: false,
      ...(paragraph.kind === 'heading' && { heading: Math.min(6, 1 + sizes.indexOf(sizeOf(paragraph))) }),
      ...(paragraph.kind === 'item' && { item: { ordered: false, depth: 1 } }),
    }
    for (const { text, raised } of paragraph.runs)
      flow.text(text, raised ? { ...context, formats: new Set(['superscript']) } : context)
    flow.endBlock()
  }
  return flow.finish()
}

const sizeOf = ({ lines }: Paragraph): number => Math.round(lines[0]?.size ?? 0)

/** Different sizes of headings, largest first. */
const headingSizes = (paragraphs: readonly Paragraph[]): number[] =>
  [...new Set(paragraphs.filter(({ kind }) => kind === 'heading').map(sizeOf))].sort((a, b) => b - a)
