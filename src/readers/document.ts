/** What the readers of documents share: pages of HTML made into a reading, and what is known about the article. */
import type { ArticleMetadata } from '../core/article.ts'
import { believed, type Properties } from './document-properties.ts'
import { createFlow } from './flow.ts'
import { parsePage, walk } from './html-tree.ts'
import { languageOf } from './language.ts'
import { textMetadata, withoutAbsent } from './metadata.ts'
import { pageVisitor } from './page-visitor.ts'
import type { Reading } from './reader.ts'

/** One reading of pages that follow each other. Throws `Unreadable` (too-complex). */
export const readDocument = (pages: Iterable<string>, properties: Properties): Reading => {
  const flow = createFlow()
  for (const page of pages) {
    walk(parsePage(withPlainCells(page)), pageVisitor(flow, undefined, properties.language))
    flow.endBlock()
  }
  const laidOut = flow.finish()
  return { ...laidOut, metadata: documentMetadata(laidOut, properties) }
}

/** Word processors put a paragraph into each cell; a table of short ones is to stay one line a row. */
const withPlainCells = (page: string): string =>
  page.replace(
    /<(t[dh])([^<>]*)>\s*<p>((?:[^<]|<(?!\/?p>|\/?t[dhr]|br))*)<\/p>\s*<\/\1>/g,
    (cell, tag, attributes, content) => (content.length <= 80 ? `<${tag}${attributes}>${content}</${tag}>` : cell),
  )

/** The text's own headline and statements count before what the file says about itself. */
export const documentMetadata = (
  { text, blocks }: Pick<Reading, 'text' | 'blocks'>,
  properties: Properties,
): ArticleMetadata => {
  const stated = textMetadata(text, { headline: true })
  const own = believed(properties, text)
  const heading = blocks.find((block) => block.type === 'heading' && block.start < headReach)
  const headline = heading && text.slice(heading.start, heading.end).replace(/\s+/g, ' ').trim()
  // A title of the file that is but a word of the headline says less than that.
  const isTitleOfText =
    own.title !== undefined &&
    !headline?.includes(own.title) &&
    text.slice(0, headReach).replace(/\s+/g, ' ').includes(own.title)
  return withoutAbsent({
    ...own,
    ...stated,
    title: isTitleOfText ? own.title : (headline ?? stated.title ?? own.title),
    language: languageOf(text, properties.language),
  })
}

/** How far from the beginning a headline may stand, in UTF-16 code units. */
const headReach = 1500
