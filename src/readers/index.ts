/**
 * Article files made into text, layout and metadata. Files are hostile until read: nothing in them is run, followed or
 * believed. A new format is a file beside this and a line in `readers`.
 */
import { type ArticleMetadata, articleMetadata, type Block, type Mark } from '../core/article.ts'
import { blockOrder, markOrder } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { lf1 } from '../core/lf1.ts'
import { type Archive, openArchive } from './archive.ts'
import { dateInFileName } from './dates.ts'
import { docx } from './docx.ts'
import { decode, type EncodingCandidate } from './encoding.ts'
import { epub } from './epub.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { withoutAbsent } from './metadata.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import type { Reader, Reading, TextReader } from './reader.ts'
import { text } from './text.ts'
import { Unreadable } from './unreadable.ts'
import { hostName } from './web-address.ts'

export type { EncodingCandidate } from './encoding.ts'
export type { Reader } from './reader.ts'
export { type UnreadableReason, unreadableReasons } from './unreadable.ts'

/** Offsets of blocks and marks are UTF-16 code units, in the order of the bundle format. */
export type ReadArticle = {
  text: string
  blocks: Block[]
  marks: Mark[]
  metadata: ArticleMetadata
  /** What the bytes were read as, by its lower-case WHATWG name; absent where the format is no text itself. */
  encoding?: string
  /** What they may be, likeliest first, for a person to choose from; none where the format is no text itself. */
  encodings: EncodingCandidate[]
  mediaType: string
  /** Name and version, as `text/1`. */
  reader: string
}

export type ReadOptions = {
  fileName?: string | undefined
  /** Decides on the reader before the file name does. */
  mediaType?: string | undefined
  /** Obeyed; without it the encoding is recognised. */
  encoding?: string | undefined
}

export const readers: readonly Reader[] = [text, markdown, html, docx, odt, epub, pdf]

export const supportedExtensions: readonly string[] = readers.flatMap((reader) => reader.extensions)

/** Larger files are refused: documents with pictures in them may have so many bytes. */
export const maximumBytes = 64 * 1024 * 1024

/** The same for files that are all text; a long newspaper article is a hundredth of a megabyte. */
const maximumTextBytes = 16 * 1024 * 1024

/**
 * Reads a file's bytes; the same bytes read the same way give the same article. Rejects with
 * `Failure('unreadable-article', {file, reason})`, the reason one of `unreadableReasons`.
 */
export const readArticle = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadArticle> => {
  try {
    return await read(bytes, options)
  } catch (cause) {
    throw failureFor(cause, options.fileName)
  }
}

/** Reads text that is in memory as the plain text reader does. Throws as `readArticle` rejects. */
export const readPlainText = (plain: string, fileName?: string): ReadArticle => {
  try {
    return readDecoded(text, new TextEncoder().encode(plain), { fileName, encoding: 'utf-8' })
  } catch (cause) {
    throw failureFor(cause, fileName)
  }
}

/** The files of a ZIP archive, by name, within limits. Throws, also while reading, as `readArticle` rejects. */
export const openArchiveOf = (bytes: Uint8Array, fileName: string): Archive => {
  const orFailure = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw failureFor(cause, fileName)
    }
  }
  const { names, read } = orFailure(() => openArchive(bytes))
  return { names, read: (name) => orFailure(() => read(name)) }
}

const failureFor = (cause: unknown, file = ''): unknown =>
  cause instanceof Unreadable
    ? new Failure('unreadable-article', { file, reason: cause.reason, ...cause.params }, { cause })
    : cause

const read = async (bytes: Uint8Array, options: ReadOptions): Promise<ReadArticle> => {
  checkSize(bytes)
  const reader = readerFor(bytes, options.fileName, options.mediaType)
  if ('read' in reader) return readDecoded(reader, bytes, options)
  checkSize(bytes, reader.maximumBytes)
  return { ...whole(reader, await reader.readBytes(bytes), options.fileName), encodings: [] }
}

const readDecoded = (reader: TextReader, bytes: Uint8Array, { fileName, encoding }: ReadOptions): ReadArticle => {
  checkSize(bytes, reader.maximumBytes ?? maximumTextBytes)
  const decoded = decode(bytes, encoding, reader.declaredEncoding?.(bytes))
  const reading = reader.read(lf1(decoded.text))
  return { ...whole(reader, reading, fileName), encoding: decoded.encoding, encodings: decoded.encodings }
}

/** A reading as an article's record may hold it. Throws `Unreadable` where there is nothing to read, or too much. */
const whole = (reader: Reader, reading: Reading, fileName: string | undefined): Omit<ReadArticle, 'encodings'> => {
  if (!/[^\s\u200b-\u200f\u2060\ufeff]/.test(reading.text)) throw new Unreadable('empty')
  if (reading.blocks.length > maximumBlocks) throw new Unreadable('too-complex')
  const fromName = fileName === undefined ? undefined : dateInFileName(fileName)
  return {
    text: reading.text,
    blocks: reading.blocks.sort(blockOrder),
    marks: reading.marks.sort(markOrder),
    metadata: sound({ ...(fromName && { publishedAt: fromName }), ...reading.metadata }),
    mediaType: reader.mediaType,
    reader: reader.id,
  }
}

const checkSize = (bytes: Uint8Array, limit = maximumBytes): void => {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limit) throw new Unreadable('too-large', { megabytes: limit / 1024 / 1024 })
}

/** Beyond this a file is a list of something, and the window would choke on it. */
const maximumBlocks = 500_000

/** By media type, else by the name's extension, else by what the file begins with; other text is plain text. */
const readerFor = (bytes: Uint8Array, fileName: string | undefined, mediaType: string | undefined): Reader => {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const extension = /\.([^./\\]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 512))
  const named =
    readers.find((reader) => reader.mediaType === type || reader.aliases.includes(type)) ??
    readers.find((reader) => reader.extensions.includes(extension))
  if (named) return named
  const known = otherFormats.has(extension) ? undefined : readers.find((reader) => reader.recognises?.(head))
  if (known) return known
  if (otherFormats.has(extension) || signatures.some((signature) => head.startsWith(signature)))
    throw new Unreadable('unknown-format')
  return text
}

/** What other archives, RTF and old Word files begin with. */
const signatures = ['PK\u0003\u0004', '{\\rtf', 'ÐÏ\u0011à']

/** Files that hold text but no article, or none that can be read yet. */
const otherFormats: ReadonlySet<string> = new Set(
  (
    'doc dot rtf pages fb2 djvu ps xls xlsx ods csv tsv json jsonl ndjson xml rss yaml yml toml ini tex bib js mjs ts jsx tsx ' +
    'css py rb sh bat sql log actant qdpx qdc msg ann conll'
  ).split(' '),
)

/** Only what a record may hold: a file may state an address with a space in it, or a language that is none. */
const sound = (metadata: ArticleMetadata): ArticleMetadata =>
  withoutAbsent({
    title: articleMetadata.title.safeParse(metadata.title).data,
    outlet: articleMetadata.outlet.safeParse(metadata.outlet ?? hostOf(metadata.url)).data,
    author: articleMetadata.author.safeParse(metadata.author).data,
    publishedAt: articleMetadata.publishedAt.safeParse(metadata.publishedAt).data,
    url: articleMetadata.url.safeParse(metadata.url).data,
    language: articleMetadata.language.safeParse(metadata.language).data,
    licence: articleMetadata.licence.safeParse(metadata.licence).data,
    relays: articleMetadata.relays.safeParse(metadata.relays).data,
  })

/** An outlet known only by its address goes by that. */
const hostOf = (url: string | undefined): ArticleMetadata['outlet'] =>
  url === undefined ? undefined : { name: hostName(url) }
