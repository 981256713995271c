/** Plain text: kept as it is, paragraphs only. */
import { paragraphs } from '../core/layout.ts'
import { textMetadata } from './metadata.ts'
import type { TextReader } from './reader.ts'

export const text = {
  id: 'text/1',
  mediaType: 'text/plain',
  aliases: [],
  extensions: ['txt', 'text'],
  read: (decoded) => {
    const spans = paragraphs(decoded)
    return {
      text: decoded,
      blocks: spans.map((span) => ({ type: 'paragraph', ...span })),
      marks: [],
      metadata: textMetadata(decoded, { headline: true }),
    }
  },
} satisfies TextReader
