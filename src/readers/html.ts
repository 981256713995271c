/**
 * HTML: text, blocks and inline marks as a browser would show them. The page is never run or drawn and asks for nothing:
 * scripts, styles, frames, pictures, controls and hidden parts are left out, links keep harmless addresses only.
 */
import { createFlow } from './flow.ts'
import { parsePage, walk } from './html-tree.ts'
import { languageOf } from './language.ts'
import { textMetadata, withoutAbsent } from './metadata.ts'
import { statedMetadata } from './page-metadata.ts'
import { pageVisitor } from './page-visitor.ts'
import type { Reader, Reading } from './reader.ts'

export const html: Reader = {
  id: 'html/1',
  mediaType: 'text/html',
  aliases: ['application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml'],
  recognises: (head) => /^\W{0,3}\s*<(!doctype html|html|head|body)\b/i.test(head),
  declaredEncoding: (bytes) => {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
    return (
      /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
      /^<\?xml\b[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
    )
  },
  read: (decoded) => readPage(decoded),
}

/** The reading of a page, whatever file it came from. */
export const readPage = (page: string): Reading => {
  const document = parsePage(page)
  const { base, metadata } = statedMetadata(document)
  const flow = createFlow()
  walk(document, pageVisitor(flow, base, metadata.language))
  const { text, blocks, marks } = flow.finish()
  // Below its main heading a page is about its article; above it stand the site's own dates and names.
  const heading = blocks.find((block) => block.type === 'heading' && block.level === 1)
  const headline = heading && text.slice(heading.start, heading.end).replace(/\s+/g, ' ').trim()
  const fromText = textMetadata(text, { headline: false, from: heading?.end ?? 0 })
  return {
    text,
    blocks,
    marks,
    metadata: withoutAbsent({
      ...fromText,
      ...metadata,
      title: titleOf(metadata.title, headline) ?? fromText.title,
      language: languageOf(text, metadata.language),
    }),
  }
}

/** The page's own title often goes on with the name of the site; then the heading is the article's. */
const titleOf = (title: string | undefined, headline: string | undefined): string | undefined =>
  headline !== undefined && (title === undefined || title.startsWith(headline)) ? headline : title
