/**
 * HTML: text, blocks and inline marks as a browser would show them. The page is never run or drawn and asks for nothing:
 * scripts, styles, frames, pictures, controls and hidden parts are left out, links keep harmless addresses only.
 */
import { createFlow } from './flow.ts'
import { type Document, parsePage, walk } from './html-tree.ts'
import { languageOf } from './language.ts'
import { mainContent, only } from './main-content.ts'
import { textMetadata, withoutAbsent } from './metadata.ts'
import { statedMetadata } from './page-metadata.ts'
import { pageVisitor } from './page-visitor.ts'
import type { Reading, TextReader } from './reader.ts'

/** All of a page, as a browser would show it. */
const wholePage: TextReader = {
  id: 'html/1',
  mediaType: 'text/html',
  aliases: ['application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml'],
  markup: true,
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

/** The article of a page, where there is one to be found on it; else all of the page. */
export const html: TextReader = {
  ...wholePage,
  id: 'html/2',
  whole: wholePage,
  read: (decoded) => readArticlePage(decoded),
}

/** The reading of a page, whatever file it came from. */
export const readPage = (page: string): Reading => readingOf(parsePage(page))

/** The reading of a page's article alone; menus and what else stands around it are left out. */
export const readArticlePage = async (page: string): Promise<Reading> => {
  const document = parsePage(page)
  const whole = readingOf(document)
  const kept = whole.text.length > longestArticle ? undefined : await mainContent(document)
  if (!kept) return whole
  const { base, metadata } = statedMetadata(document)
  const flow = createFlow()
  walk(document, only(kept, pageVisitor(flow, base, metadata.language)))
  const article = flow.finish()
  // Author and date often stand beside the article.
  return {
    ...article,
    metadata: withoutAbsent({ ...whole.metadata, language: languageOf(article.text, metadata.language) }),
  }
}

/** In UTF-16 code units; what is longer is a book, and all of it counts. */
const longestArticle = 500_000

const readingOf = (document: Document): Reading => {
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
