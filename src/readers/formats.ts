/** The formats that are read, and which of them a file is in. A new one is a file beside this and a line in `readers`. */
import { docx } from './docx.ts'
import { eml } from './eml.ts'
import { epub } from './epub.ts'
import { headedText } from './headed-text.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { mhtml } from './mhtml.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import type { Reader } from './reader.ts'
import { text } from './text.ts'
import { Unreadable } from './unreadable.ts'

export const readers: readonly Reader[] = [text, headedText, markdown, html, mhtml, eml, docx, odt, epub, pdf]

/** Without the dot, each once. */
export const supportedExtensions: readonly string[] = [...new Set(readers.flatMap((reader) => reader.extensions))]

type Clues = {
  fileName?: string | undefined
  mediaType?: string | undefined
  wholePage?: boolean | undefined
  reader?: string | undefined
}

/**
 * The reader that read the bytes before; else by media type, else by the name's extension, else by what the file begins with.
 * Other text is plain text. Throws `Unreadable` (unknown-format).
 */
export const readerFor = (bytes: Uint8Array, { reader: before, wholePage, ...clues }: Clues): Reader => {
  const same = readers
    .flatMap((reader) => [reader, ...(reader.whole ? [reader.whole] : [])])
    .find(({ id }) => id === before)
  if (same) return same
  const found = readerByClues(bytes, clues)
  return (wholePage && found.whole) || found
}

const readerByClues = (bytes: Uint8Array, { fileName, mediaType }: Clues): Reader => {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const extension = /\.([^./\\]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 512))
  const typed = readers.find((reader) => reader.mediaType === type || reader.aliases.includes(type))
  if (typed) return typed
  const misnamed = bySight(head, bytes, extension)
  if (misnamed) return misnamed
  const named = readers.filter((reader) => reader.extensions.includes(extension))
  // Of several formats with one extension those that know their files by sight are asked first.
  const [first] = named.length > 1 ? named.filter((reader) => reader.recognises?.(head, bytes)) : named
  const plain = first ?? named.find((reader) => !reader.recognises)
  if (plain) return plain
  const known = otherFormats.has(extension) ? undefined : readers.find((reader) => reader.recognises?.(head, bytes))
  if (known) return known
  if (otherFormats.has(extension) || signatures.some((signature) => head.startsWith(signature)))
    throw new Unreadable('unknown-format')
  return text
}

/** Documents under another format's name, and web pages that were saved as documents, are what their first bytes say. */
const bySight = (head: string, bytes: Uint8Array, extension: string): Reader | undefined => {
  const documents: readonly Reader[] = [docx, odt, epub, pdf]
  const named = readers.filter((reader) => reader.extensions.includes(extension))
  const isDocument = ['PK\u0003\u0004', '%PDF-'].some((signature) => head.startsWith(signature))
  if (named.length === 0 || named.some((reader) => isDocument && reader.recognises?.(head, bytes))) return undefined
  if (isDocument) return documents.find((reader) => reader.recognises?.(head, bytes))
  return named.some((reader) => documents.includes(reader)) && html.recognises?.(head, bytes) ? html : undefined
}

/** What other archives, RTF and old Word files begin with. */
const signatures = ['PK\u0003\u0004', '{\\rtf', 'ÐÏ\u0011à']

/** Files that hold text but no article, or none that can be read yet. */
const otherFormats: ReadonlySet<string> = new Set(
  (
    'doc dot rtf pages fb2 djvu ps xls xlsx ods csv tsv json jsonl ndjson xml rss yaml yml toml ini tex bib js mjs ts jsx tsx ' +
    'css py rb sh bat sql log actant qdpx qdc msg mbox ann conll'
  ).split(' '),
)
