/**
 * Places in the page ↔ offsets in the article's text (UTF-16 code units). Blocks do not cover the text: a place between two
 * blocks belongs to the edge of one of them. The shown text never changes, so the places of its text nodes are kept.
 */
import type { LexicalEditor } from 'lexical'
import type { Span } from '../../../core/span.ts'
import type { LoadedArticle } from './load-article.ts'

export type Point = { node: Node; offset: number }

export type TextMap = {
  text: string
  blocks: readonly Span[]
  chunks: readonly { element: HTMLElement; first: number }[]
  blockElement(index: number): HTMLElement | undefined
  /** The block that contains the offset, else the next one, else the last one; -1 without blocks. */
  blockAt(offset: number): number
  /** The offset of a place in the page, or undefined where it is not in the text. */
  offsetAt(node: Node, offset: number): number | undefined
  /** The place of an offset; between blocks the start of the next block, or for 'end' the end of the one before. */
  pointAt(offset: number, edge?: 'start' | 'end'): Point | undefined
}

export const textMap = (editor: LexicalEditor, root: HTMLElement, loaded: LoadedArticle): TextMap => {
  const { text, blocks, blockKeys } = loaded
  const indexes = new WeakMap<Node, number>()
  const elements = blockKeys.map((key, index) => {
    const element = editor.getElementByKey(key) ?? undefined
    if (element) indexes.set(element, index)
    return element
  })
  const chunks = loaded.chunks.flatMap(({ key, first }) => {
    const element = editor.getElementByKey(key)
    return element ? [{ element, first }] : []
  })
  const firstOfChunk = new Map<Node, number>(chunks.map(({ element, first }) => [element, first]))
  const runsOfBlock = new Map<number, TextRun[]>()

  const runs = (index: number): TextRun[] => {
    let found = runsOfBlock.get(index)
    if (!found) {
      found = textRuns(elements[index], blocks[index]?.start ?? 0)
      runsOfBlock.set(index, found)
    }
    return found
  }

  const startOf = (index: number): number => blocks[index]?.start ?? text.length

  const blockAt = (offset: number): number =>
    Math.min(
      blocks.length - 1,
      firstWhere(blocks.length, (index) => (blocks[index]?.end ?? 0) >= offset),
    )

  /** Where the child of a chunk or of the root starts that stands at the given place among its children. */
  const startOfChild = (node: Node, child: number): number | undefined => {
    const first = firstOfChunk.get(node)
    if (first !== undefined) return startOf(first + child)
    if (node === root) return child < chunks.length ? startOf(chunks[child]?.first ?? 0) : text.length
    return undefined
  }

  const offsetInBlock = (index: number, node: Node, offset: number): number => {
    for (const run of runs(index)) {
      if (run.node === node) return run.start + Math.min(offset, run.node.length)
      // A place in an element is before its child of that number: the first text at or after it counts.
      if (node.nodeType === Node.ELEMENT_NODE && comparePlace(run.node, node, offset) >= 0) return run.start
    }
    return blocks[index]?.end ?? text.length
  }

  return {
    text,
    blocks,
    chunks,
    blockElement: (index) => elements[index],
    blockAt,
    offsetAt: (node, offset) => {
      for (let at: Node | null = node; at && at !== root.parentNode; at = at.parentNode) {
        const index = indexes.get(at)
        if (index !== undefined) return offsetInBlock(index, node, offset)
        const start = at === node ? startOfChild(at, offset) : undefined
        if (start !== undefined) return start
      }
      return undefined
    },
    pointAt: (offset, edge = 'start') => {
      let index = blockAt(offset)
      const block = blocks[index]
      if (!block) return undefined
      if (edge === 'end' && offset <= block.start && index > 0) index -= 1
      return pointInRuns(runs(index), offset, edge)
    },
  }
}

type TextRun = { node: Text; start: number }

const textRuns = (block: Node | undefined, start: number): TextRun[] => {
  if (!block) return []
  const runs: TextRun[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let at = start
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    runs.push({ node, start: at })
    at += node.length
  }
  return runs
}

const pointInRuns = (runs: readonly TextRun[], offset: number, edge: 'start' | 'end'): Point | undefined => {
  // At the border of two runs a start belongs to the later one and an end to the earlier one.
  const index = firstWhere(runs.length, (at) => {
    const run = runs[at]
    return run === undefined || (edge === 'start' ? run.start > offset : run.start >= offset)
  })
  const run = runs[Math.max(0, index - 1)]
  return run && { node: run.node, offset: Math.max(0, Math.min(offset - run.start, run.node.length)) }
}

/** Whether a text stands before (negative) or after a place among an element's children. */
const comparePlace = (textNode: Text, element: Node, offset: number): number => {
  const child = element.childNodes[offset]
  if (child)
    return child.contains(textNode) || child.compareDocumentPosition(textNode) & Node.DOCUMENT_POSITION_FOLLOWING
      ? 1
      : -1
  const isAfter =
    !element.contains(textNode) && element.compareDocumentPosition(textNode) & Node.DOCUMENT_POSITION_FOLLOWING
  return isAfter ? 1 : -1
}

/** The first number below `length` for which a condition holds that stays true once it is; else `length`. */
export const firstWhere = (length: number, holds: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
