/**
 * Builds an article's text from a stream of formatted pieces the way a browser shows them: white space collapsed, blocks
 * joined by two line feeds, formats as ranges. Offsets are UTF-16 code units.
 */
import type { Block, Mark } from '../core/article.ts'
import { type Format, formats } from '../core/layout.ts'

/** What a piece of text stands in; `item` is one object a list item. */
export type Context = {
  formats: ReadonlySet<Format>
  href?: string | undefined
  heading?: number | undefined
  item?: { ordered: boolean; depth: number } | undefined
  quote: boolean
  /** White space and line feeds stay as they are. */
  preformatted: boolean
}

export type Flow = {
  text(value: string, context: Context): void
  lineBreak(): void
  /** Ends the block; nothing happens between blocks. */
  endBlock(): void
  /** Keeps what follows apart from what stands before it in the same block, as a table's cells. */
  endCell(): void
  finish(): { text: string; blocks: Block[]; marks: Mark[] }
}

type Style = Pick<Context, 'formats' | 'href'>

export const createFlow = (): Flow => {
  const pieces: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  const seenItems = new Set<Context['item']>()
  let length = 0
  let current: OpenBlock | undefined

  const endBlock = (): void => {
    const done = current && closeBlock(current)
    current = undefined
    if (!done) return
    const separator = length > 0 ? '\n\n' : ''
    const start = length + separator.length
    const end = start + done.text.length
    pieces.push(separator, done.text)
    length = end
    blocks.push(...blocksFor(done.context, start, end, seenItems))
    for (const mark of done.marks) marks.push({ ...mark, start: mark.start + start, end: mark.end + start })
  }

  return {
    endBlock,
    lineBreak: () => {
      if (current) current.breaks += 1
    },
    endCell: () => {
      if (current) current.gap ??= { text: '\t', style: plain }
    },
    text: (value, context) => {
      const { leading, body, trailing } = context.preformatted ? kept(value) : collapsed(value)
      if (leading && current) current.gap ??= { text: ' ', style: context }
      if (body === '') return
      // Two line breaks are how many pages separate paragraphs.
      if (current && current.breaks > 1 && current.context.heading === undefined && !context.preformatted) endBlock()
      current ??= openBlock(context)
      append(current, body, context)
      if (trailing) current.gap = { text: ' ', style: context }
    },
    finish: () => {
      endBlock()
      return { text: pieces.join(''), blocks, marks }
    },
  }
}

type OpenBlock = {
  context: Context
  pieces: string[]
  length: number
  marks: Mark[]
  /** The latest mark of each format, which grows while the pieces follow each other. */
  latest: Map<Mark['type'], Mark>
  /** Line breaks and white space that count only if more text follows. */
  breaks: number
  gap: { text: string; style: Style } | undefined
}

const plain: Style = { formats: new Set() }

const openBlock = (context: Context): OpenBlock => ({
  context,
  pieces: [],
  length: 0,
  marks: [],
  latest: new Map(),
  breaks: 0,
  gap: undefined,
})

const append = (block: OpenBlock, body: string, context: Context): void => {
  if (block.breaks > 0) addPiece(block, '\n'.repeat(context.preformatted ? block.breaks : 1), plain)
  else if (block.gap) addPiece(block, block.gap.text, common(block.gap.style, context))
  block.breaks = 0
  block.gap = undefined
  addPiece(block, body, context)
}

const addPiece = (block: OpenBlock, piece: string, style: Style): void => {
  const start = block.length
  const end = start + piece.length
  block.pieces.push(piece)
  block.length = end
  for (const type of formats) if (style.formats.has(type)) extendMark(block, { type, start, end })
  if (style.href !== undefined) extendMark(block, { type: 'link', start, end, href: style.href })
}

const extendMark = (block: OpenBlock, mark: Mark): void => {
  const latest = block.latest.get(mark.type)
  const sameLink = mark.type !== 'link' || (latest?.type === 'link' && latest.href === mark.href)
  if (latest?.end === mark.start && sameLink) latest.end = mark.end
  else {
    block.marks.push(mark)
    block.latest.set(mark.type, mark)
  }
}

/** White space between two pieces has the formats that both have. */
const common = (first: Style, second: Style): Style => ({
  formats: new Set([...first.formats].filter((format) => second.formats.has(format))),
  href: first.href === second.href ? first.href : undefined,
})

/** Nothing where the block shows nothing; line feeds at its edges go, with what was marked on them. */
const closeBlock = (block: OpenBlock): { text: string; marks: Mark[]; context: Context } | undefined => {
  const whole = block.pieces.join('')
  if (!/[^\s\u200b-\u200f\u2060\ufeff]/.test(whole)) return undefined
  let from = 0
  let to = whole.length
  while (whole[from] === '\n') from += 1
  while (whole[to - 1] === '\n') to -= 1
  const text = whole.slice(from, to)
  const clip = (offset: number) => Math.min(Math.max(offset - from, 0), text.length)
  const marks = block.marks
    .map((mark) => ({ ...mark, start: clip(mark.start), end: clip(mark.end) }))
    .filter((mark) => mark.start < mark.end)
  return { text, marks, context: block.context }
}

/** A heading or list item in a quotation is both: two blocks over the same range. */
const blocksFor = (context: Context, start: number, end: number, seenItems: Set<Context['item']>): Block[] => {
  const { heading, item, quote } = context
  const quoted: Block[] = quote ? [{ type: 'quote', start, end }] : []
  if (heading !== undefined) return [{ type: 'heading', start, end, level: heading }, ...quoted]
  if (item && !seenItems.has(item)) {
    seenItems.add(item)
    return [{ type: 'listItem', start, end, ordered: item.ordered, depth: item.depth }, ...quoted]
  }
  return quote ? quoted : [{ type: 'paragraph', start, end }]
}

const kept = (value: string) => ({ leading: false, body: value.replace(/\r\n?/g, '\n'), trailing: false })

/** The white space that HTML collapses is that of ASCII; no-break spaces and their like stay. */
const collapsed = (value: string) => {
  const single = value.replace(/[ \t\n\f\r]+/g, ' ')
  const leading = single.startsWith(' ')
  const trailing = single.length > 1 && single.endsWith(' ')
  return { leading, body: single.slice(leading ? 1 : 0, trailing ? -1 : undefined), trailing }
}
