/** What stands on every page and belongs to none of the articles: running heads and feet, page numbers. */
import type { Segment } from './pdf-columns.ts'

export type SegmentedPage = { width: number; height: number; segments: Segment[] }

type Row = { page: number; y: number; text: string; segments: Segment[] }

/** The pages without it; `url` is the address that a browser printed into the foot. */
export const withoutFurniture = (
  pages: readonly SegmentedPage[],
): { pages: SegmentedPage[]; url: string | undefined } => {
  const rows = pages.flatMap((page, index) => edgeRows(page, index))
  const repeated = repeatedRows(rows, pages)
  const offset = numberOffset(rows.filter((row) => isOutermost(row, pages)))
  const isPrint = rows.some(isPrintedAddress)
  const dropped = rows.filter(
    (row) =>
      repeated.has(row) ||
      isPrintedAddress(row) ||
      (isPrint && printedTime.test(row.text)) ||
      isLonelyNumber(row, pages) ||
      isNumbered(row, pages, offset),
  )
  const segments = new Set(dropped.flatMap((row) => row.segments))
  return {
    pages: pages.map((page) => ({ ...page, segments: page.segments.filter((segment) => !segments.has(segment)) })),
    url: dropped.map(({ text }) => printedAddress.exec(text)?.[1]).find((found) => found !== undefined),
  }
}

/** How much of the page's height, at either end, may hold it, and how many lines. */
const edge = { share: 0.15, lines: 3 }

const edgeRows = ({ height, segments }: SegmentedPage, page: number): Row[] => {
  const rows: Row[] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - segment.y) < 0.5 * segment.size) row.segments.push(segment)
    else rows.push({ page, y: segment.y, text: '', segments: [segment] })
  }
  const named = rows.map((row) => ({ ...row, text: textOf(row.segments) }))
  const atTop = named.slice(0, edge.lines).filter(({ y }) => y < edge.share * height)
  const atBottom = named.slice(-edge.lines).filter(({ y }) => y > (1 - edge.share) * height)
  return [...new Set([...atTop, ...atBottom])]
}

const textOf = (segments: readonly Segment[]): string =>
  segments
    .toSorted((a, b) => a.x - b.x)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The same words, whatever the numbers, at the same height of three pages; of two where there are not many. */
const repeatedRows = (rows: readonly Row[], pages: readonly SegmentedPage[]): ReadonlySet<Row> => {
  const needed = pages.length <= 5 ? 2 : 3
  const alike = Map.groupBy(rows, ({ text }) => text.replace(/\d+/g, '#'))
  const repeated = new Set<Row>()
  for (const group of alike.values())
    for (const row of group) {
      const height = pages[row.page]?.height ?? 0
      const same = group.filter((other) => Math.abs(other.y - row.y) < 0.02 * height)
      if (new Set(same.map(({ page }) => page)).size >= needed) repeated.add(row)
    }
  return repeated
}

/** As browsers print it: the address at the left, the page's number at the right. */
const printedAddress = /^(https?:\/\/\S+)\s+\d+\s*\/\s*\d+$/

const isPrintedAddress = ({ text }: Row): boolean => printedAddress.test(text)

/** Above it the browser prints when that was. */
const printedTime = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d/

/** A page's number, alone on the outermost line of its page. */
const isLonelyNumber = (row: Row, pages: readonly SegmentedPage[]): boolean => {
  const { height = 0 } = pages[row.page] ?? {}
  const atEdge = row.y > 0.92 * height || row.y < 0.08 * height
  return atEdge && pageNumber.test(row.text) && isOutermost(row, pages)
}

const isOutermost = ({ y, page, segments }: Row, pages: readonly SegmentedPage[]): boolean => {
  const { height = 0, segments: all = [] } = pages[page] ?? {}
  return all.every((segment) => segments.includes(segment) || segment.y < y === y > height / 2)
}

/** The running head of a short chapter, which shows by the page's number in it. */
const isNumbered = (row: Row, pages: readonly SegmentedPage[], offset: number | undefined): boolean =>
  offset !== undefined && row.text.length < 100 && numbersIn(row).includes(offset) && isOutermost(row, pages)

/** How far the numbers printed at the edges run ahead of the count of pages; nothing unless most pages agree. */
const numberOffset = (rows: readonly Row[]): number | undefined => {
  const counts = new Map<number, Set<number>>()
  for (const row of rows)
    for (const offset of numbersIn(row)) counts.set(offset, (counts.get(offset) ?? new Set()).add(row.page))
  const [best] = [...counts].sort((a, b) => b[1].size - a[1].size)
  const pages = new Set(rows.map(({ page }) => page)).size
  return best && best[1].size >= 3 && best[1].size * 2 > pages ? best[0] : undefined
}

const numbersIn = ({ text, page }: Row): number[] =>
  [/^\d{1,4}(?=\s|$)/.exec(text)?.[0], /(?<=^|\s)\d{1,4}$/.exec(text)?.[0]].flatMap((number) =>
    number === undefined ? [] : [Number(number) - page],
  )

const pageNumber =
  /^[-–—|\s]*(?:(?:стр\.?|страница|с\.|page|p\.|pg\.?)\s*)?\d{1,4}(?:\s*(?:\/|из|of)\s*\d{1,4})?[-–—|.\s]*$/i
