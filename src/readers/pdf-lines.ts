/** The lines of a column as they are read, and the initials that reach over several of them. */
import { type Column, isInitial, type Segment } from './pdf-columns.ts'
import type { Piece } from './pdf-pages.ts'

/** `raised`: small and above the line, as the marks of notes. */
export type Run = { text: string; raised: boolean }

export type Line = {
  runs: Run[]
  text: string
  x: number
  right: number
  y: number
  size: number
  page: number
  /** Words far apart on it, as the cells of a table are. */
  cells: boolean
}

/** From top to bottom. `known` tells words of the text, by which an initial that is a word itself is set apart. */
export const columnLines = (
  { segments }: Column,
  page: number,
  bodySize: number,
  known: (word: string) => boolean,
): Line[] => {
  const initials = segments.filter((segment) => isInitial({ text: textOf(segment), size: segment.size }, bodySize))
  const lines = rows(segments.filter((segment) => !initials.includes(segment))).map((row) => lineOf(row, page))
  for (const initial of initials) {
    const beside = lines.filter(
      ({ x, y, size }) =>
        x >= initial.right - size &&
        x < initial.right + 2 * size &&
        y <= initial.y + 1.6 * size &&
        y > initial.y - initial.size,
    )
    const letter = textOf(initial).trim()
    const [first] = beside
    if (!first) {
      lines.push(lineOf([initial], page))
      continue
    }
    const word = /^\p{L}+(?:-\p{L}+)*/u.exec(first.text)?.[0] ?? ''
    const isWord = /^\p{Lu}\p{Ll}/u.test(word) || known(word.toLowerCase())
    const apart = isWord && !known(`${letter}${word}`.toLowerCase())
    first.runs.unshift({ text: apart ? `${letter} ` : letter, raised: false })
    first.text = plain(first.runs)
    for (const line of beside) line.x = initial.x
  }
  return lines.sort((a, b) => a.y - b.y)
}

const textOf = ({ pieces }: Segment): string => pieces.map(({ text }) => text).join('')

const rows = (segments: readonly Segment[]): Segment[][] => {
  const found: { y: number; segments: Segment[] }[] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = found.findLast(
      ({ y, segments: [first] }) => Math.abs(y - segment.y) < 0.3 * Math.min(segment.size, first?.size ?? 0),
    )
    if (row) row.segments.push(segment)
    else found.push({ y: segment.y, segments: [segment] })
  }
  return found.map((row) => row.segments.sort((a, b) => a.x - b.x))
}

const lineOf = (segments: readonly Segment[], page: number): Line => {
  const pieces = segments.flatMap((segment) => segment.pieces)
  const main = mainPiece(pieces)
  const runs: Run[] = []
  let end: number | undefined
  let cells = false
  for (const piece of pieces) {
    const raised = piece.size < 0.85 * main.size && main.y - piece.y > 0.15 * main.size
    const gap = end === undefined ? 0 : piece.x - end
    if (gap > 2 * main.size) cells = true
    const last = runs.at(-1)
    const text = last && gap > 0.15 * main.size && !last.text.endsWith(' ') ? ` ${piece.text}` : piece.text
    if (last?.raised === raised) last.text += text
    else runs.push({ text, raised })
    end = piece.x + piece.width
  }
  return {
    runs,
    text: plain(runs),
    x: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: main.y,
    size: main.size,
    page,
    cells,
  }
}

export const plain = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Of the size that most letters have. */
const mainPiece = (pieces: readonly Piece[]): Piece => {
  const [first, ...others] = pieces
  if (!first) throw new Error('a line has words')
  const lengths = Map.groupBy(pieces, ({ size }) => Math.round(size * 2))
  const total = (piece: Piece) =>
    (lengths.get(Math.round(piece.size * 2)) ?? []).reduce((sum, { text }) => sum + text.length, 0)
  return others.reduce((best, piece) => (total(piece) > total(best) ? piece : best), first)
}
