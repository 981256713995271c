/**
 * Article files made into text, layout and metadata. Files are hostile until read: nothing in them is run, followed or
 * believed. A new format is a file beside this and a line in `formats.ts`.
 */
import { type ArticleMetadata, articleMetadata, type Block, type Mark } from '../core/article.ts'
import { blockOrder, markOrder } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { lf1 } from '../core/lf1.ts'
import { type Archive, openArchive } from './archive.ts'
import { dateInFileName } from './dates.ts'
import { decode, type EncodingCandidate } from './encoding.ts'
import { readerFor } from './formats.ts'
import { withoutAbsent } from './metadata.ts'
import type { Reader, Reading, TextReader } from './reader.ts'
import { text } from './text.ts'
import { Unreadable } from './unreadable.ts'
import { hostName } from './web-address.ts'

export type { EncodingCandidate } from './encoding.ts'
export { readers, supportedExtensions } from './formats.ts'
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
  /** All of a web page counts, rather than the article that is found on it. */
  wholePage?: boolean | undefined
  /** The reader that read these bytes before, as `source.reader` has it: it is asked again, if it still exists. */
  reader?: string | undefined
}

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
    if (!plain.isWellFormed()) throw new Unreadable('lone-surrogate')
    if (plain.includes('\0')) throw new Unreadable('binary')
    checkSize(new TextEncoder().encode(plain), maximumTextBytes)
    return { ...whole(text, text.read(lf1(plain)), fileName), encoding: 'utf-8', encodings: [] }
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
  const reader = readerFor(bytes, options)
  if ('read' in reader) return readTextual(reader, bytes, options)
  checkSize(bytes, reader.maximumBytes)
  return { ...whole(reader, await reader.readBytes(bytes), options.fileName), encodings: [] }
}

const readTextual = async (reader: TextReader, bytes: Uint8Array, options: ReadOptions): Promise<ReadArticle> => {
  try {
    const { encoding, encodings, decoded } = decodedFor(reader, bytes, options.encoding)
    return { ...whole(reader, await reader.read(decoded), options.fileName), encoding, encodings }
  } catch (cause) {
    const inUtf8 =
      cause instanceof Unreadable && cause.reason === 'wrong-encoding' && cause.params['encoding'] === 'utf-8'
    if (!reader.markup || !inUtf8) throw cause
    const reading = await reader.read(lf1(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
    if (isDamaged(reading.text)) throw cause
    const metadata = Object.fromEntries(
      Object.entries(reading.metadata).filter(([, value]) => !isDamaged(JSON.stringify(value))),
    )
    const article = whole(reader, { ...reading, metadata }, options.fileName)
    return { ...article, encoding: 'utf-8', encodings: [{ encoding: 'utf-8', score: 1 }] }
  }
}

/** What stands where bytes were none of the encoding. */
const isDamaged = (decoded: string): boolean => decoded.includes('\ufffd')

const decodedFor = (reader: TextReader, bytes: Uint8Array, forced: string | undefined) => {
  checkSize(bytes, reader.maximumBytes ?? maximumTextBytes)
  const { text: undone, encoding, encodings } = decode(bytes, forced, reader.declaredEncoding?.(bytes))
  return { encoding, encodings, decoded: lf1(undone) }
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
