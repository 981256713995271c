/** Lines into paragraphs: by their distance, indents, sizes and where they end. */
import { type Line, plain, type Run } from './pdf-lines.ts'

export type { Run } from './pdf-lines.ts'

import { beforeNext, type Vocabulary } from './hyphens.ts'

export type Paragraph = { lines: Line[]; kind: 'text' | 'heading' | 'item' | 'note' }

/** The lines of one column in order, with its edges. */
export type Block = { lines: Line[]; left: number; right: number }

/** Paragraphs in the order of reading, notes at the foot of pages last. Those that a column's end parts are one. */
export const paragraphsOf = (columns: readonly Line[][], bodySize: number): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  const notes: Paragraph[] = []
  for (const lines of columns) {
    const column = edgesOf(lines)
    const found = split(column, bodySize)
    const foot = found.length - found.toReversed().findIndex(({ kind }) => kind !== 'note')
    const cut = foot > found.length ? 0 : foot
    const [body, own] = [found.slice(0, cut), found.slice(cut)]
    const [first, ...rest] = body.map((paragraph) =>
      paragraph.kind === 'note' ? { ...paragraph, kind: 'text' as const } : paragraph,
    )
    const last = paragraphs.at(-1)
    if (first && last && goesOn(last, first, column)) last.lines.push(...first.lines)
    else if (first) paragraphs.push(first)
    paragraphs.push(...rest)
    notes.push(...own)
  }
  return [...paragraphs, ...notes]
}

const edgesOf = (lines: Line[]): Block => {
  const at = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0
  return {
    lines,
    left: at(
      lines.map(({ x }) => x),
      0.1,
    ),
    right: at(
      lines.map(({ right }) => right),
      0.9,
    ),
  }
}

const split = (column: Block, bodySize: number): Paragraph[] => {
  const leading = leadingOf(column.lines)
  const paragraphs: Paragraph[] = []
  let previous: Line | undefined
  for (const line of column.lines) {
    const open = paragraphs.at(-1)
    if (open && previous && !beginsAnew(open, previous, line, column, leading)) open.lines.push(line)
    else paragraphs.push({ lines: [line], kind: kindOf(line, bodySize) })
    previous = line
  }
  // A heading of many lines is a text in large letters.
  return paragraphs.map((each) => (each.kind === 'heading' && each.lines.length > 6 ? { ...each, kind: 'text' } : each))
}

/** The usual distance of lines, in type sizes. */
const leadingOf = (lines: readonly Line[]): number => {
  const distances = lines.slice(1).flatMap((line, index) => {
    const above = lines[index]
    const distance = above ? (line.y - above.y) / line.size : 0
    return distance > 0.8 && distance < 2.5 ? [distance] : []
  })
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 1.2
}

const bullet = /^[•●▪■◦‣∙*]\s+(?=\S)|^[–—-]\s+(?=\p{L})/u

const kindOf = ({ text, size }: Line, bodySize: number): Paragraph['kind'] => {
  if (size > 1.15 * bodySize && /\p{L}/u.test(text)) return 'heading'
  if (size < 0.92 * bodySize && /^(\d{1,3}|\*+)[\s.)]?\s*\p{L}/u.test(text)) return 'note'
  return /^[•●▪■◦‣∙]\s+\S/u.test(text) ? 'item' : 'text'
}

const beginsAnew = (
  open: Paragraph,
  previous: Line,
  line: Line,
  { lines, left, right }: Block,
  leading: number,
): boolean => {
  const em = line.size
  const distance = (line.y - previous.y) / em
  if (Math.abs(line.size - previous.size) > 0.12 * Math.max(line.size, previous.size)) return true
  if (distance > Math.max(1.35 * leading, leading + 0.3) || distance < 0) return true
  if (open.kind === 'heading') return false
  if (line.cells && previous.cells) return true
  if (bullet.test(line.text) && !/^[–—-]/.test(line.text)) return true
  if (open.kind === 'note' && kindOf(line, em / 0.9) === 'note' && line.x <= (open.lines[0]?.x ?? 0) + 0.5) return true
  const indent = line.x - left
  const indentBefore = previous.x - left
  if (indent > 0.8 * em && indentBefore < 0.5 * em && open.kind !== 'item') return true
  const isHanging = open.lines.length > 1 && indentBefore > 0.8 * em && indent < 0.4 * em
  if (isHanging && (open.lines[0]?.x ?? 0) - left < 0.4 * em) return true
  return endsEarly(previous, line, edgeBeside(lines, line, right))
}

/** Where lines end hereabouts: quotations and lists may be narrower than their column. */
const edgeBeside = (lines: readonly Line[], line: Line, right: number): number => {
  const at = lines.indexOf(line)
  const beside = lines.slice(Math.max(0, at - 6), at + 6).filter(({ x }) => Math.abs(x - line.x) < 2 * line.size)
  return beside.length < 3 ? right : Math.min(right, Math.max(...beside.map((each) => each.right)))
}

/** The next word would have found room: the line was ended on purpose. */
const endsEarly = (previous: Line, line: Line, right: number): boolean => {
  const width = (line.right - line.x) / Math.max(1, line.text.length)
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  const fits = previous.right + (word.length + 1) * width + 0.6 * line.size < right
  return fits && (ending.test(previous.text) || /^[\p{Lu}\d«“"„—–-]/u.test(line.text))
}

const ending = /[.!?…:;](?:[»”"’)\]]|\[\d+\])*$/u

/** Whether a column begins within the paragraph that the last one ended with. */
const goesOn = (last: Paragraph, first: Paragraph, { left }: Block): boolean => {
  const [before, after] = [last.lines.at(-1), first.lines[0]]
  if (!before || !after || last.kind === 'heading' || last.kind === 'note' || first.kind !== 'text') return false
  if (Math.abs(before.size - after.size) > 0.12 * before.size) return false
  if (/[\p{L}][-\u2010\u00ad]$/u.test(before.text)) return true
  return !ending.test(before.text) && (/^[\p{Ll}\d(«“"—–]/u.test(after.text) || after.x - left < 0.8 * after.size)
}

/** The words of a paragraph, lines put together. */
export const runsOf = ({ lines, kind }: Paragraph, vocabulary: Vocabulary): Run[] => {
  const runs: { pieces: string[]; raised: boolean }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    const [next, ...others] = line.runs
    if (!next) continue
    const before = last?.pieces.pop()
    if (!last || before === undefined) runs.push({ pieces: [next.text], raised: next.raised })
    else if (last.raised || next.raised) {
      last.pieces.push(before)
      runs.push({ pieces: [` ${next.text}`], raised: next.raised })
    } else last.pieces.push(beforeNext(before, next.text, vocabulary), next.text.trimStart())
    runs.push(...others.map(({ text, raised }) => ({ pieces: [text], raised })))
  }
  const [first] = runs
  if (kind === 'item' && first) first.pieces[0] = (first.pieces[0] ?? '').replace(/^\s*[•●▪■◦‣∙]\s+/u, '')
  const whole = runs.map(({ pieces, raised }) => ({ text: pieces.join(''), raised }))
  return plain(whole) === '' ? [] : whole
}
