/** Markdown (CommonMark): made into HTML and read as such, raw HTML in it no more trusted than any other page. */
import { micromark } from 'micromark'
import { splitFrontMatter } from './front-matter.ts'
import { readPage } from './html.ts'
import { languageOf } from './language.ts'
import { checkComplexity } from './markdown-limits.ts'
import { withoutAbsent } from './metadata.ts'
import type { Reader } from './reader.ts'

export const markdown: Reader = {
  id: 'markdown/1',
  mediaType: 'text/markdown',
  aliases: ['text/x-markdown'],
  extensions: ['md', 'markdown'],
  // The parser needs some seconds a megabyte at best.
  maximumBytes: 2 * 1024 * 1024,
  read: (decoded) => {
    const { body, metadata } = splitFrontMatter(decoded)
    checkComplexity(body)
    const page = readPage(micromark(body, { allowDangerousHtml: true, allowDangerousProtocol: true }))
    return {
      ...page,
      metadata: withoutAbsent({
        ...page.metadata,
        ...metadata,
        language: languageOf(page.text, metadata.language),
      }),
    }
  },
}
