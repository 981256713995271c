/** What an article reader is: one file a format, one line in the list of `index.ts`. */
import type { ArticleMetadata, Block, Mark } from '../core/article.ts'

/** Offsets are UTF-16 code units. */
export type Reading = { text: string; blocks: Block[]; marks: Mark[]; metadata: ArticleMetadata }

export type Reader = TextReader | BinaryReader

type Common = {
  /** Name and version as `source.reader` has them; the version goes up when the same bytes give another text. */
  id: `${string}/${number}`
  mediaType: string
  /** Other media types it answers to. */
  aliases: readonly string[]
  /** Lower case, without the dot; the first is the usual one. */
  extensions: readonly string[]
  /** Whether a file whose name says nothing is of this format, by its first bytes read as Latin letters. */
  recognises?: (head: string, bytes: Uint8Array) => boolean
  /** The reader of the whole page, where this one looks for the article on it. */
  whole?: Reader
  /** Files of this format are refused above so many bytes, if that is less than for all. */
  maximumBytes?: number
}

/** A format that is text in some encoding. */
export type TextReader = Common & {
  /** The encoding the bytes themselves name, if they do: a hint only. */
  declaredEncoding?: (bytes: Uint8Array) => string | undefined
  /** Most of a file is no text of the article: bytes that are none of UTF-8 do no harm there. */
  markup?: boolean
  /** `decoded` went through lf1. Throws `Unreadable`. */
  read: (decoded: string) => Reading | Promise<Reading>
}

/** A format that is no text itself; its heavy libraries are loaded when the first such file is read. */
export type BinaryReader = Common & {
  /** The text it gives goes through lf1 unchanged. Throws `Unreadable`. */
  readBytes: (bytes: Uint8Array) => Promise<Reading>
}
