/**
 * The words of a PDF's pages and where they stand. PDF.js parses in this thread: it runs no script of the document, draws
 * nothing and is given no address from which to fetch anything.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from './unreadable.ts'

/** Some words on one line in one type size. In points, from the page's upper left corner; `y` is where the letters stand. */
export type Piece = { text: string; x: number; y: number; width: number; size: number }

export type Page = { width: number; height: number; pieces: Piece[] }

export type Pdf = {
  pages: Page[]
  properties: {
    title?: string | undefined
    author?: string | undefined
    made?: string | undefined
    language?: string | undefined
  }
}

/** An article of a newspaper has a page or two, a long report some hundred. */
const limits = { pages: 500, pieces: 1_000_000, seconds: 25 }

/** Throws `Unreadable`: damaged, encrypted, too-many-pages, too-complex. */
export const pdfPages = async (bytes: Uint8Array): Promise<Pdf> => {
  const pdfjs = await quietly(async () => {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })
  const loading = pdfjs.getDocument({
    // The library takes the bytes for itself.
    data: Uint8Array.from(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  })
  let late = false
  const clock = setTimeout(() => {
    late = true
    void loading.destroy()
  }, limits.seconds * 1000)
  try {
    return await readAll(await loading.promise)
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    if (late) throw new Unreadable('too-complex', {}, { cause })
    throw new Unreadable(cause instanceof pdfjs.PasswordException ? 'encrypted' : 'damaged', {}, { cause })
  } finally {
    clearTimeout(clock)
    await loading.destroy().catch(() => undefined)
  }
}

const readAll = async (document: PDFDocumentProxy): Promise<Pdf> => {
  if (document.numPages > limits.pages) throw new Unreadable('too-many-pages')
  const pages: Page[] = []
  let pieces = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    pages.push(await readPage(page))
    page.cleanup()
    pieces += pages.at(-1)?.pieces.length ?? 0
    if (pieces > limits.pieces) throw new Unreadable('too-complex')
  }
  return { pages, properties: await propertiesOf(document) }
}

const readPage = async (page: PDFPageProxy): Promise<Page> => {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item) => {
    if (!('str' in item)) return []
    const text = readable(item.str)
    return text === '' ? [] : [place(text, multiply(transform, item.transform), item.width)]
  })
  const turned = mostCommon(placed, ({ turn }) => turn)
  return {
    width: turned % 2 === 0 ? width : height,
    height: turned % 2 === 0 ? height : width,
    // Words across the others are stamps and watermarks.
    pieces: placed.filter(({ turn }) => turn === turned).map((piece) => upright(piece, width, height)),
  }
}

type Placed = Piece & { turn: number }

type Matrix = readonly number[]

const multiply = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: Matrix,
) => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f] as const

/** `turn` counts quarters of a circle, clockwise; what stands aslant belongs to none (−1). */
const place = (text: string, [a, b, c, d, x, y]: ReturnType<typeof multiply>, width: number): Placed => {
  const quarters = Math.atan2(b, a) / (Math.PI / 2)
  const aslant = Math.abs(quarters - Math.round(quarters)) > 0.05
  return { text, x, y, width, size: Math.hypot(c, d), turn: aslant ? -1 : (Math.round(quarters) + 4) % 4 }
}

const upright = ({ text, x, y, width, size, turn }: Placed, pageWidth: number, pageHeight: number): Piece => {
  if (turn === 1) return { text, x: y, y: pageWidth - x, width, size }
  if (turn === 2) return { text, x: pageWidth - x, y: pageHeight - y, width, size }
  if (turn === 3) return { text, x: pageHeight - y, y: x, width, size }
  return { text, x, y, width, size }
}

const mostCommon = <T extends { text: string }>(items: readonly T[], key: (item: T) => number): number => {
  const counts = new Map<number, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + item.text.length)
  return [...counts].filter(([value]) => value >= 0).sort((first, second) => second[1] - first[1])[0]?.[0] ?? 0
}

/** Letters in one piece with their accents, plain spaces, no control characters. Empty where nothing shows. */
const readable = (text: string): string => {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\p{Zs}+/gu, ' ')
  return plain === ' ' ? '' : plain
}

const propertiesOf = async (document: PDFDocumentProxy): Promise<Pdf['properties']> => {
  const { info } = await document.getMetadata()
  const value = (name: string): string | undefined => {
    const found: unknown = Reflect.get(info, name)
    return typeof found === 'string' ? found.toWellFormed().replace(/\s+/g, ' ').trim() || undefined : undefined
  }
  return {
    title: value('Title'),
    author: value('Author'),
    made: isoOf(value('CreationDate')),
    language: value('Language'),
  }
}

/** `D:20310407093000+03'00'` in ISO 8601. */
const isoOf = (date: string | undefined): string | undefined => {
  const match = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?)?/.exec(date ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, utc, zone, zoneMinutes = '00'] = match
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second}${utc ?? (zone ? `${zone}:${zoneMinutes}` : '')}`
  return `${year}-${month}-${day}${time}`
}

/** Once, on loading, the library complains that it cannot draw here, which nobody asked of it. */
const quietly = async <T>(load: () => Promise<T>): Promise<T> => {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}
