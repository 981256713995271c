/**
 * The layout as it is drawn: any set of blocks and marks, also overlapping, nested, missing or empty ones of foreign
 * bundles, made into a flat cover of the text. Offsets are UTF-16 code units.
 */
import type { Block, Mark } from './article.ts'
import type { Span } from './span.ts'

export type Format = Exclude<Mark['type'], 'link'>

/** A leaf of the layout; `quote` says that it stands in a quotation, whatever it is itself. */
export type DisplayBlock = Span & { quote: boolean } & (
    | { type: 'paragraph' }
    | { type: 'heading'; level: number }
    | { type: 'listItem'; ordered: boolean; depth: number }
  )

/** A stretch of one block with the same formatting throughout. */
export type Run = Span & { formats: readonly Format[]; href?: string }

/** The order in which a run lists its formats. */
export const formats: readonly Format[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'superscript',
  'subscript',
  'code',
]

/**
 * Leaf blocks in text order, disjoint, that cover everything of the text that is not white space between them. Where blocks
 * lie on each other the one that starts last wins; text outside all blocks becomes paragraphs.
 */
export const displayBlocks = (text: string, blocks: readonly Block[]): DisplayBlock[] => {
  const result: DisplayBlock[] = []
  let covered = 0
  for (const leaf of leaves(text, blocks)) {
    for (const gap of paragraphs(text, covered, leaf.start)) result.push({ type: 'paragraph', ...gap, quote: false })
    const span = withoutLineBreaks(text, leaf)
    if (span) result.push({ ...leaf, ...span })
    covered = leaf.end
  }
  for (const gap of paragraphs(text, covered, text.length)) result.push({ type: 'paragraph', ...gap, quote: false })
  return result
}

/** The runs of one block, which they tile without a gap; of several links on each other the one that starts last wins. */
export const marksIn = (block: Span, marks: readonly Mark[]): Run[] => markRuns([block], marks)[0] ?? []

/** The runs of each of several blocks (in text order, disjoint) in one sweep over the marks. */
export const markRuns = (blocks: readonly Span[], marks: readonly Mark[]): Run[][] => {
  const edges = markEdges(marks)
  const open = openMarks()
  let next = 0
  const advance = (to: number) => {
    for (let edge = edges[next]; edge && edge.at <= to; edge = edges[next]) {
      open.pass(edge)
      next += 1
    }
  }
  return blocks.map((block) => {
    const runs: Run[] = []
    for (let at = block.start; at < block.end; ) {
      advance(at)
      const end = Math.min(block.end, edges[next]?.at ?? block.end)
      addRun(runs, { start: at, end, ...open.at(at) })
      at = end
    }
    return runs
  })
}

/**
 * The paragraphs of plain text: separated by blank lines where there are such between lines, else each line is one. Spaces
 * at their edges are kept.
 */
export const paragraphs = (text: string, from = 0, to = text.length): Span[] => {
  const separated = hasBlankLine(text, from, to)
  const spans: Span[] = []
  let open: Span | undefined
  for (const { start, end, blank } of lines(text, from, to)) {
    if (!blank && open && separated) open.end = end
    else if (!blank) {
      open = { start, end }
      spans.push(open)
    }
    if (blank) open = undefined
  }
  return spans
}

/** Whether there is a blank line with text before and after it. */
const hasBlankLine = (text: string, from: number, to: number): boolean => {
  let state: 'before' | 'text' | 'blank' = 'before'
  for (const { blank } of lines(text, from, to)) {
    if (state === 'blank' && !blank) return true
    if (!blank) state = 'text'
    else if (state === 'text') state = 'blank'
  }
  return false
}

const lines = function* (text: string, from: number, to: number): Generator<Span & { blank: boolean }> {
  for (let start = from; start <= to; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed > to ? to : feed
    yield { start, end, blank: !/\S/.test(text.slice(start, end)) }
    start = end + 1
  }
}

/** Cuts the text at every edge of a block and gives each piece to the innermost block there. */
const leaves = (text: string, blocks: readonly Block[]): DisplayBlock[] => {
  const sorted = blocks
    .map((block) => ({ ...block, end: Math.min(block.end, text.length) }))
    .filter((block) => block.start < block.end)
    .sort((a, b) => a.start - b.start || b.end - a.end || nesting[a.type] - nesting[b.type])
  const edges = [...new Set(sorted.flatMap((block) => [block.start, block.end]))].sort((a, b) => a - b)
  // Blocks that began last lie on top; those that ended are dropped when they come to the top.
  const open: Block[] = []
  const openItems: Item[] = []
  const shownItems = new Set<Item>()
  let quoteEnd = 0
  let next = 0
  let last: Block | undefined
  const result: DisplayBlock[] = []
  for (const [index, at] of edges.entries()) {
    for (let block = sorted[next]; block && block.start <= at; block = sorted[next]) {
      next += 1
      open.push(block)
      if (block.type === 'listItem') openItems.push(block)
      if (block.type === 'quote') quoteEnd = Math.max(quoteEnd, block.end)
    }
    dropEnded(open, at)
    dropEnded(openItems, at)
    const block = open.at(-1)
    const end = edges[index + 1] ?? at
    const previous = result.at(-1)
    if (block && block === last && previous?.end === at) previous.end = end
    else if (block && /\S/.test(text.slice(at, end))) {
      const item = openItems.at(-1)
      const quote = at < quoteEnd
      if (block.type === 'heading') result.push({ type: 'heading', start: at, end, quote, level: block.level })
      else if (item && !shownItems.has(item)) {
        shownItems.add(item)
        const { ordered = false, depth = 1 } = item
        result.push({ type: 'listItem', start: at, end, quote, ordered, depth })
      } else result.push({ type: 'paragraph', start: at, end, quote })
    }
    last = block
  }
  return result
}

type Item = Extract<Block, { type: 'listItem' }>

/** Of blocks over the same range, which lies outside which. */
const nesting: Record<Block['type'], number> = { quote: 0, listItem: 1, paragraph: 2, heading: 3 }

const dropEnded = (open: Span[], at: number): void => {
  for (let last = open.at(-1); last && last.end <= at; last = open.at(-1)) open.pop()
}

const withoutLineBreaks = (text: string, { start, end }: Span): Span | undefined => {
  let from = start
  let to = end
  while (from < to && text[from] === '\n') from += 1
  while (to > from && text[to - 1] === '\n') to -= 1
  return from < to ? { start: from, end: to } : undefined
}

type MarkEdge = { at: number; opens: boolean; mark: Mark }

const markEdges = (marks: readonly Mark[]): MarkEdge[] =>
  marks
    .filter((mark) => mark.start < mark.end)
    .flatMap((mark) => [
      { at: mark.start, opens: true, mark },
      { at: mark.end, opens: false, mark },
    ])
    .sort((a, b) => a.at - b.at || b.mark.end - a.mark.end)

const openMarks = () => {
  const counts = new Map<Format, number>()
  const links: Extract<Mark, { type: 'link' }>[] = []
  return {
    pass: ({ opens, mark }: MarkEdge): void => {
      if (mark.type !== 'link') counts.set(mark.type, (counts.get(mark.type) ?? 0) + (opens ? 1 : -1))
      else if (opens) links.push(mark)
    },
    at: (at: number): Omit<Run, keyof Span> => {
      dropEnded(links, at)
      const link = links.at(-1)
      const on = formats.filter((format) => (counts.get(format) ?? 0) > 0)
      return link ? { formats: on, href: link.href } : { formats: on }
    },
  }
}

const addRun = (runs: Run[], run: Run): void => {
  const last = runs.at(-1)
  if (last && last.href === run.href && last.formats.join() === run.formats.join()) last.end = run.end
  else runs.push(run)
}
