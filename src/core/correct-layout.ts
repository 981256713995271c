/**
 * The layout of a corrected text. Blocks and marks move, stretch and shrink with the edits; a blank line put into a block
 * parts it, taking the line break between two away joins them, and new text between blocks becomes paragraphs.
 */
import type { Article, Block, Mark } from './article.ts'
import { blockOrder, markOrder } from './canonical.ts'
import type { EditMapping } from './edit-mapping.ts'
import { paragraphs } from './layout.ts'
import type { Span } from './span.ts'

export const correctLayout = (article: Article, mapping: EditMapping): Pick<Article, 'blocks' | 'marks'> => {
  const byLine = article.blocks.length > 1 && !blankLine.test(mapping.before)
  const placed = joinBlocks(mapping, placeBlocks(mapping, article.blocks))
  const blocks = placed.flatMap((block) => partBlock(mapping, block, placed, byLine ? /\n+/g : /\n(?:[^\S\n]*\n)+/g))
  return {
    blocks: article.blocks.length > 0 ? withNewText(mapping, blocks) : [],
    marks: article.marks.flatMap((mark) => placeMark(mapping, mark)).sort(markOrder),
  }
}

const blankLine = /\n[^\S\n]*\n/

/** `was` is where it stood in the old text; of blocks within each other the innermost is a leaf. */
type PlacedBlock = { block: Block; was: Span; leaf: boolean }

const placeBlocks = (mapping: EditMapping, blocks: readonly Block[]): PlacedBlock[] => {
  const inText = blocks
    .map((block) => ({ ...block, end: Math.min(block.end, mapping.before.length) }))
    .filter((block) => block.start < block.end)
    .sort((a, b) => a.start - b.start || b.end - a.end || nesting[a.type] - nesting[b.type])
  const ends = new Set(inText.map(({ end }) => end))
  return inText
    .map((block, i) => {
      // What is inserted where one block ends and another begins belongs to the one that ends.
      const start = startOf(mapping, block.start, !ends.has(block.start))
      const end = endOf(mapping, block.end, true)
      return { block: { ...block, start, end }, was: { start: block.start, end: block.end }, leaf: isLeaf(inText, i) }
    })
    .filter(({ block }) => block.start < block.end)
}

/** Of blocks over the same words, which lies around which. */
const nesting: Record<Block['type'], number> = { quote: 0, listItem: 1, paragraph: 2, heading: 2 }

/** Blocks stand in order: one that lies within another comes after it, and next to it if that is no leaf. */
const isLeaf = (blocks: readonly Block[], index: number): boolean => {
  const block = blocks[index]
  const next = blocks[index + 1]
  return !block || !next || next.start >= block.end || next.end > block.end
}

const placeMark = (mapping: EditMapping, mark: Mark): Mark[] => {
  const end = Math.min(mark.end, mapping.before.length)
  if (mark.start >= end) return []
  const placed = { ...mark, start: startOf(mapping, mark.start, false), end: endOf(mapping, end, false) }
  return placed.start < placed.end ? [placed] : []
}

/** `greedy`: with what is inserted right there. What replaces words on both sides of an edge stays outside. */
const startOf = (mapping: EditMapping, offset: number, greedy: boolean): number => {
  const { edit, shift } = mapping.at(offset)
  if (!edit) return offset + shift
  if (edit.start === edit.end) return greedy ? edit.at : edit.until
  return edit.start === offset ? edit.at : edit.until
}

const endOf = (mapping: EditMapping, offset: number, greedy: boolean): number => {
  const { edit, shift } = mapping.at(offset)
  if (!edit) return offset + shift
  if (edit.start === edit.end) return greedy ? edit.until : edit.at
  return edit.end === offset ? edit.until : edit.at
}

/** Leaves that are no longer on lines of their own become one, of the first one's kind. */
const joinBlocks = ({ before, after }: EditMapping, placed: PlacedBlock[]): PlacedBlock[] => {
  const gone = new Set<PlacedBlock>()
  let last: PlacedBlock | undefined
  for (const next of placed) {
    if (!next.leaf) continue
    if (
      last &&
      last.was.end <= next.was.start &&
      before.slice(last.was.end, next.was.start).includes('\n') &&
      !after.slice(last.block.end, next.block.start).includes('\n')
    ) {
      join(placed, last, next, gone)
      last.was = { start: last.was.start, end: next.was.end }
    } else last = next
  }
  return placed.filter((entry) => !gone.has(entry) && entry.block.start < entry.block.end)
}

/** What lay around the first goes on around both; what lay around the second alone begins after it. */
const join = (placed: PlacedBlock[], first: PlacedBlock, second: PlacedBlock, gone: Set<PlacedBlock>): void => {
  const seam = first.block.end
  const { start, end } = second.block
  const around = placed.filter(({ block }) => block.end === seam && block.start <= first.block.start)
  for (const { block } of around) block.end = end
  gone.add(second)
  for (const entry of placed) {
    const { block } = entry
    if (entry === second || block.start !== start) continue
    const same = around.find((other) => !other.leaf && other.block.type === block.type)
    if (same) {
      same.block.end = block.end
      gone.add(entry)
    } else block.start = end
  }
}

/** The pieces of a leaf between the breaks that edits put into it; a heading is one where its first old words are. */
const partBlock = (mapping: EditMapping, entry: PlacedBlock, all: PlacedBlock[], separator: RegExp): Block[] => {
  const { block, was, leaf } = entry
  const edits = mapping.edits.filter(({ at, until }) => at <= block.end && until >= block.start)
  if (!leaf || edits.length === 0 || !all.includes(entry)) return [block]
  const { after } = mapping
  const breaks = [...after.slice(block.start, block.end).matchAll(separator)]
    .map(({ 0: found, index }) => ({ start: block.start + index, end: block.start + index + found.length }))
    .filter((span) => edits.some(({ at, until }) => at <= span.end && until >= span.start))
  const edges = [block.start, ...breaks.flatMap(({ start, end }) => [start, end]), block.end]
  const pieces: Span[] = []
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const piece = withoutLineBreaks(after, edges[i] ?? 0, edges[i + 1] ?? 0)
    if (/\S/.test(after.slice(piece.start, piece.end))) pieces.push(piece)
  }
  const firstOld = startOf(mapping, was.start, false)
  const own = pieces.findIndex(({ end }) => end > firstOld)
  return pieces.map((piece, i) =>
    block.type === 'heading' && i !== Math.max(0, own) ? { type: 'paragraph', ...piece } : { ...block, ...piece },
  )
}

const withoutLineBreaks = (text: string, from: number, to: number): Span => {
  let [start, end] = [from, to]
  while (start < end && text[start] === '\n') start++
  while (end > start && text[end - 1] === '\n') end--
  return { start, end }
}

/** Text that edits put between blocks becomes paragraphs, or belongs to the block it shares a line with. */
const withNewText = ({ after, isNew }: EditMapping, blocks: readonly Block[]): Block[] => {
  const all = blocks.map((block) => ({ ...block })).sort(blockOrder)
  const added: Block[] = []
  let covered = 0
  for (const { start, end } of [...all, { start: after.length, end: after.length }]) {
    const found = start > covered && isNew({ start: covered, end: start }) ? paragraphs(after, covered, start) : []
    for (const span of found.filter(isNew)) {
      const next = all.filter((block) => block.start === span.end)
      const previous = all.filter((block) => block.end === span.start)
      for (const block of next) block.start = span.start
      if (next.length > 0) continue
      for (const block of previous) block.end = span.end
      if (previous.length === 0) added.push({ type: 'paragraph', ...span })
    }
    covered = Math.max(covered, end)
  }
  return [...all, ...added].sort(blockOrder)
}
