/** An article's record from a file's bytes. */
import { type ReadArticle, type ReadOptions, readPlainText } from '../readers/index.ts'
import { sha256Of } from '../store/content.ts'
import type { Content } from '../store/write.ts'

/** `readArticle` of the readers, here or in a process of its own; fails with 'cancelled' once the signal says so. */
export type ReadFile = (bytes: Uint8Array, options: ReadOptions, signal?: AbortSignal) => Promise<ReadArticle>

export type ArticleFile = { bytes: Uint8Array; digest: string; how: ReadOptions }

/** Fails with 'unreadable-article'. */
export const readContent = async (
  read: ReadFile,
  { bytes, digest, how }: ArticleFile,
  signal?: AbortSignal,
): Promise<Content<'article'>> => contentOf(await read(bytes, how, signal), digest, how.fileName)

/** The same for text that is in memory; `digest` is that of its bytes in UTF-8. Fails with 'unreadable-article'. */
export const plainTextContent = (text: string, digest: string, fileName: string): Content<'article'> =>
  contentOf(readPlainText(text, fileName), digest, fileName)

const contentOf = (read: ReadArticle, digest: string, fileName: string | undefined): Content<'article'> => ({
  id: sha256Of(read.text),
  text: read.text,
  textRevision: 0,
  blocks: read.blocks,
  marks: read.marks,
  ...read.metadata,
  source: {
    ...(fileName !== undefined && { fileName }),
    mediaType: read.mediaType,
    ...(read.encoding !== undefined && { encoding: read.encoding }),
    reader: read.reader,
    digest,
  },
})
