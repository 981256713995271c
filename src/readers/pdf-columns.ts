/** In which order the words of a page are read: columns from left to right, what reaches across them in between. */
import type { Piece } from './pdf-pages.ts'

/** Words that follow each other closely on one line. */
export type Segment = { pieces: Piece[]; x: number; right: number; y: number; size: number; length: number }

/** A stretch of the page that is read from top to bottom. */
export type Column = { segments: Segment[] }

/** Wider gaps within a line may part columns (in type sizes). */
const gutter = 0.8

/** Pages with more pieces than this are a map or a table; they are read line by line. */
const manySegments = 4000

export const segmentsOf = (pieces: readonly Piece[], bodySize: number): Segment[] => {
  const [initials, others] = [
    pieces.filter((piece) => isInitial(piece, bodySize)),
    pieces.filter((piece) => !isInitial(piece, bodySize)),
  ]
  const segments: Segment[] = initials.map((piece) => segmentFrom(piece))
  for (const line of linesOf(others)) {
    let open: Segment | undefined
    for (const piece of line) {
      if (open && isTwin(open.pieces.at(-1), piece)) continue
      const size = Math.max(open?.size ?? 0, piece.size)
      if (open && piece.x - open.right < gutter * size) {
        open.pieces.push(piece)
        open.right = Math.max(open.right, piece.x + piece.width)
        open.size = size
        open.length += piece.text.length
      } else {
        open = {
          pieces: [piece],
          x: piece.x,
          right: piece.x + piece.width,
          y: piece.y,
          size,
          length: piece.text.length,
        }
        segments.push(open)
      }
    }
  }
  return segments
}

const segmentFrom = (piece: Piece): Segment => ({
  pieces: [piece],
  x: piece.x,
  right: piece.x + piece.width,
  y: piece.y,
  size: piece.size,
  length: piece.text.length,
})

/** A large first letter that reaches over several lines. */
export const isInitial = ({ text, size }: Pick<Piece, 'text' | 'size'>, bodySize: number): boolean =>
  size > 1.8 * bodySize && /^[«“"„]?\p{Lu}$/u.test(text.trim())

/** Pieces that stand on one line (raised and lowered ones too), from left to right; lines from top to bottom. */
const linesOf = (pieces: readonly Piece[]): Piece[][] => {
  const lines: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.findLast(
      (each, at) => at > lines.length - 8 && Math.abs(each.y - piece.y) < reach(each.size, piece.size),
    )
    if (!line) lines.push({ y: piece.y, size: piece.size, pieces: [piece] })
    else {
      line.pieces.push(piece)
      if (piece.size > line.size) Object.assign(line, { y: piece.y, size: piece.size })
    }
  }
  return lines.map((line) => line.pieces.sort((a, b) => a.x - b.x))
}

/** How far apart letters of one line may stand; small ones may be raised. */
const reach = (a: number, b: number): number => {
  const [small, large] = [Math.min(a, b), Math.max(a, b)]
  return small < 0.85 * large ? 0.45 * large : 0.3 * large
}

/** Some programs print letters twice, a little apart, to make them bold. */
const isTwin = (previous: Piece | undefined, piece: Piece): boolean =>
  previous?.text === piece.text && Math.abs(previous.x - piece.x) < 0.2 * piece.size && piece.text.trim().length > 0

/** The columns of a page or a part of it in the order of reading. */
export const columnsOf = (segments: readonly Segment[]): Column[] => {
  const whole = { segments: [...segments].sort(fromTop) }
  const middle = segments.length > manySegments ? undefined : bestGutter(segments)
  if (middle === undefined) return segments.length > 0 ? [whole] : []
  const parts = partsAt(whole.segments, middle)
  return parts.flatMap(({ left, right, across }) =>
    left.length > 0 || right.length > 0
      ? [...columnsOf(left), ...columnsOf(right)]
      : across.length === segments.length
        ? [whole]
        : columnsOf(across),
  )
}

const fromTop = (a: Segment, b: Segment): number => a.y - b.y || a.x - b.x

type Part = { left: Segment[]; right: Segment[]; across: Segment[] }

/** Parts from top to bottom: two columns beside each other, or what reaches across them. */
const partsAt = (segments: readonly Segment[], middle: number): Part[] => {
  const parts: Part[] = []
  let open: Part = { left: [], right: [], across: [] }
  let across: Segment | undefined
  const close = () => {
    if (!isTwoColumns(open))
      open = { left: [], right: [], across: [...open.left, ...open.right, ...open.across].sort(fromTop) }
    const last = parts.at(-1)
    if (open.across.length > 0 && last && last.across.length > 0) last.across.push(...open.across)
    else if (open.across.length + open.left.length > 0) parts.push(open)
    open = { left: [], right: [], across: [] }
  }
  for (const segment of segments) {
    const goesOn = across !== undefined && isNextLineOf(across, segment)
    const side = goesOn ? 'across' : segment.right <= middle ? 'left' : segment.x >= middle ? 'right' : 'across'
    if (side === 'across') {
      across = segment
      close()
      open.across.push(segment)
      close()
    } else open[side].push(segment)
  }
  close()
  return parts
}

/** The last line of a headline across the columns may be a short one. */
const isNextLineOf = (above: Segment, { y, size }: Segment): boolean =>
  Math.abs(size - above.size) < 0.05 * size && size > 12 && y - above.y < 1.5 * size

/** Both sides have some lines of running text, side by side. */
const isTwoColumns = ({ left, right }: Part): boolean => {
  const [top, bottom] = [Math.max(topOf(left), topOf(right)), Math.min(bottomOf(left), bottomOf(right))]
  return [left, right].every((side) => isProse(side.filter(({ y }) => y >= top - 1 && y <= bottom + 1)))
}

const topOf = (segments: readonly Segment[]) => Math.min(...segments.map(({ y }) => y))
const bottomOf = (segments: readonly Segment[]) => Math.max(...segments.map(({ y }) => y))

/** Cells of tables, numbers of pages and marks of lists are shorter. */
const isProse = (segments: readonly Segment[]): boolean => {
  const lines = lineCount(segments)
  return lines >= 3 && segments.reduce((sum, { length }) => sum + length, 0) / lines >= 12
}

const lineCount = (segments: readonly Segment[]): number => new Set(segments.map(({ y }) => Math.round(y))).size

/** The place between columns that most lines keep free; nothing where there is none. */
const bestGutter = (segments: readonly Segment[]): number | undefined => {
  const sorted = [...segments].sort(fromTop)
  let best: { middle: number; lines: number } | undefined
  for (const middle of candidates(segments)) {
    const lines = partsAt(sorted, middle).reduce(
      (sum, { left, right }) => sum + Math.min(lineCount(left), lineCount(right)),
      0,
    )
    if (lines > (best?.lines ?? 0)) best = { middle, lines }
  }
  return best?.middle
}

/** The middles of gaps at whose right side at least three lines begin at the same place. */
const candidates = (segments: readonly Segment[]): number[] => {
  const edges = new Map<number, { count: number; gap: number }>()
  for (const segment of segments) {
    const next = nearestRight(segment, segments)
    const gap = (next ?? 0) - segment.right
    if (next === undefined || gap < gutter * 0.9 * segment.size) continue
    const edge = Math.round(next / 2) * 2
    const known = edges.get(edge)
    edges.set(edge, { count: (known?.count ?? 0) + 1, gap: Math.min(known?.gap ?? gap, gap) })
  }
  return [...edges]
    .filter(([, { count }]) => count >= 3)
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, 12)
    .map(([edge, { gap }]) => edge - gap / 2)
}

/** Where the next segment on about the same line begins. */
const nearestRight = ({ right, y, size }: Segment, segments: readonly Segment[]): number | undefined => {
  let nearest: number | undefined
  for (const other of segments)
    if (other.x >= right && Math.abs(other.y - y) < 0.7 * size && other.x < (nearest ?? Number.POSITIVE_INFINITY))
      nearest = other.x
  return nearest
}
