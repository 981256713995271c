/**
 * EPUB publications: the documents of the spine in order, read as pages. Contents, covers and what stands outside the order of
 * reading are left out.
 */
import { type Archive, openArchive } from './archive.ts'
import { isoDate } from './dates.ts'
import { readDocument } from './document.ts'
import { decode } from './encoding.ts'
import { documentNames, lockedNames, packagePlace } from './epub-package.ts'
import { withoutAbsent } from './metadata.ts'
import type { BinaryReader } from './reader.ts'
import { Unreadable } from './unreadable.ts'
import { xmlFields } from './xml.ts'

export const epub: BinaryReader = {
  id: 'epub/1',
  mediaType: 'application/epub+zip',
  aliases: [],
  extensions: ['epub'],
  recognises: (head) => head.includes('mimetypeapplication/epub+zip'),
  readBytes: async (bytes) => {
    const archive = openArchive(bytes)
    const place = packagePlace(archive)
    const description = archive.read(place)
    if (!description) throw new Unreadable('damaged')
    const pages = documentNames(description, place).filter((name) => archive.names.includes(name))
    if (pages.length === 0) throw new Unreadable('damaged')
    const locked = lockedNames(archive)
    if (pages.some((name) => locked.has(name))) throw new Unreadable('encrypted')
    const fields = xmlFields(description)
    const [title, language] = [fields.get('title'), fields.get('language')]
    const { metadata, ...reading } = readDocument(readAll(archive, pages), { title, language })
    const publisher = fields.get('publisher')
    return {
      ...reading,
      // A publisher fills these in for its readers; they count before what the text seems to say.
      metadata: withoutAbsent({
        ...metadata,
        title: title ?? metadata.title,
        author: fields.get('creator') ?? metadata.author,
        outlet: publisher === undefined ? metadata.outlet : { name: publisher },
        publishedAt: isoDate(fields.get('date')) ?? metadata.publishedAt,
      }),
    }
  },
}

const readAll = function* (archive: Archive, names: readonly string[]): Generator<string> {
  for (const name of names) yield forHtml(decode(archive.read(name) ?? new Uint8Array(), undefined, 'utf-8').text)
}

/** As XHTML closes any element within its tag, where HTML would read on: `<title/>`. */
const forHtml = (xhtml: string): string =>
  xhtml.replace(
    /<(title|script|style|textarea|iframe|noscript|a|p|div|span|i|b|em|strong|td|li)(\s[^<>]*)?\/>/gi,
    '<$1$2></$1>',
  )
