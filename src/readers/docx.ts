/**
 * Word documents: made into HTML and read as such. Insertions count, deletions do not; notes come last; comments, headers and
 * footers, tables of contents and pictures are left out. Nothing the document refers to is opened.
 */
import { strToU8, zipSync } from 'fflate'
import { type Archive, openArchive } from './archive.ts'
import { readDocument } from './document.ts'
import type { BinaryReader } from './reader.ts'
import { Unreadable } from './unreadable.ts'
import { readXml, xmlFields } from './xml.ts'

export const docx: BinaryReader = {
  id: 'docx/1',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  aliases: ['application/vnd.ms-word.document.macroenabled.12'],
  extensions: ['docx', 'docm'],
  recognises: (head) => /^PK.{28}(\[Content_Types\]\.xml|_rels\/|word\/|docProps\/)/s.test(head),
  readBytes: async (bytes) => {
    // With a password it is no archive any more but the container of old Word files.
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable('encrypted')
    const archive = openArchive(bytes)
    const page = await pageOf(checked(archive))
    const fields = xmlFields(archive.read('docProps/core.xml'))
    const [title, author, made] = ['title', 'creator', 'created'].map((name) => fields.get(name))
    return readDocument([page], { title, author, made })
  },
}

/** An archive of the parts that the text is in, each of them sound XML: the converter is given nothing else to unpack. */
const checked = (archive: Archive): Uint8Array => {
  const wanted = archive.names.filter((name) => /\.(xml|rels)$/i.test(name) && !/^(docProps|customXml)\//.test(name))
  // Tables and slides are packed alike.
  if (archive.names.some((name) => /^(xl|ppt)\//.test(name))) throw new Unreadable('unknown-format')
  if (!wanted.includes('[Content_Types].xml')) throw new Unreadable('damaged')
  const parts = wanted.map((name) => {
    const content = archive.read(name) ?? strToU8('')
    readXml(content, {})
    return [name, content] as const
  })
  return zipSync(Object.fromEntries(parts), { level: 0 })
}

const pageOf = async (document: Uint8Array): Promise<string> => {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(document) },
      {
        styleMap: styles,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value.replaceAll(backLink, '')
  } catch (cause) {
    throw new Unreadable(cause instanceof RangeError ? 'too-complex' : 'damaged', {}, { cause })
  }
}

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name^='TOC '] => !",
  "p[style-name^='Contents '] => !",
  'u => u',
]

/** Behind each note the converter puts an arrow back to where it stands. */
const backLink = / ?<a href="#[^"]*note-ref-[^"]*">↑<\/a>/g
