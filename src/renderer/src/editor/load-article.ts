/** Builds an article's text in Lexical: chunks of blocks of runs. */
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalEditor,
  type NodeKey,
  TEXT_TYPE_TO_FORMAT,
} from 'lexical'
import type { Article, Block } from '../../../core/article.ts'
import { type DisplayBlock, displayBlocks, markRuns, type Run } from '../../../core/layout.ts'
import { ChunkNode, LinkNode, ListItemNode } from './nodes.ts'

/** The blocks that are shown, with the Lexical keys of their elements and of the chunks around them. */
export type LoadedArticle = {
  text: string
  blocks: readonly DisplayBlock[]
  blockKeys: readonly NodeKey[]
  chunks: readonly { key: NodeKey; first: number }[]
}

/** Replaces what the editor shows by the article, in one synchronous update. */
export const loadArticle = (editor: LexicalEditor, { text, blocks: layout, marks }: Article): LoadedArticle => {
  const blocks = displayBlocks(text, layout)
  const runs = markRuns(blocks, marks)
  const markers = listMarkers(blocks, layout)
  const blockKeys: NodeKey[] = []
  const chunks: { key: NodeKey; first: number }[] = []
  editor.update(
    () => {
      const root = $getRoot().clear()
      for (const { first, end, lines } of chunkSpans(blocks)) {
        const chunk = $create(ChunkNode).setLines(lines)
        for (let index = first; index < end; index += 1) {
          const block = blocks[index]
          if (!block) continue
          const node = $createBlock(block, markers[index] ?? '')
          node.append(...$createRuns(text, runs[index] ?? []))
          blockKeys.push(node.getKey())
          chunk.append(node)
        }
        chunks.push({ key: chunk.getKey(), first })
        root.append(chunk)
      }
    },
    { discrete: true },
  )
  return { text, blocks, blockKeys, chunks }
}

// Laying out a chunk should fit into a frame, whether its blocks are many or long.
const blocksInChunk = 64
const unitsInChunk = 32_000

// Only an estimate for the scroll bar: what fits a line of the usual measure.
const unitsInLine = 66

type ChunkSpan = { first: number; end: number; lines: number }

const chunkSpans = (blocks: readonly DisplayBlock[]): ChunkSpan[] => {
  const chunks: ChunkSpan[] = []
  let units = 0
  for (const [index, { start, end }] of blocks.entries()) {
    let chunk = chunks.at(-1)
    if (!chunk || index - chunk.first >= blocksInChunk || units > unitsInChunk) {
      chunk = { first: index, end: index, lines: 0 }
      chunks.push(chunk)
      units = 0
    }
    units += end - start
    chunk.end = index + 1
    chunk.lines += Math.ceil((end - start) / unitsInLine) + marginInLines
  }
  return chunks
}

const marginInLines = 0.4

const headingTags: readonly HeadingTagType[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

const $createBlock = (block: DisplayBlock, marker: string): ElementNode => {
  if (block.type === 'heading') return $createHeadingNode(headingTags[block.level - 1] ?? 'h6')
  if (block.type === 'listItem') return $create(ListItemNode).setItem(marker, block.depth, block.quote)
  return block.quote ? $createQuoteNode() : $createParagraphNode()
}

const $createRuns = (text: string, runs: readonly Run[]) =>
  runs.map((run) => {
    const node = $createTextNode(text.slice(run.start, run.end))
    if (run.formats.length > 0)
      node.setFormat(run.formats.reduce((bits, one) => bits | (TEXT_TYPE_TO_FORMAT[one] ?? 0), 0))
    return run.href ? $create(LinkNode).setHref(run.href).append(node) : node
  })

/** Numbers of ordered items and bullets of others. A paragraph inside an item does not end its list. */
const listMarkers = (blocks: readonly DisplayBlock[], layout: readonly Block[]): string[] => {
  const items = layout.filter((block) => block.type === 'listItem')
  if (items.length === 0) return []
  const ends = new Map<number, number>()
  for (const { start, end } of items) ends.set(start, Math.max(end, ends.get(start) ?? 0))
  const counters: number[] = []
  let inside = 0
  return blocks.map((block) => {
    if (block.type !== 'listItem') {
      if (block.start >= inside) counters.length = 0
      return ''
    }
    inside = Math.max(inside, ends.get(block.start) ?? block.end)
    counters.length = block.depth
    const number = (counters[block.depth - 1] ?? 0) + 1
    counters[block.depth - 1] = number
    return block.ordered ? `${number}.` : '•'
  })
}
