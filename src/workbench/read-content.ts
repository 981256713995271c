/** An article's record from a file's bytes. */
import { readArticle } from '../readers/index.ts'
import { sha256Of } from '../store/content.ts'
import type { Content } from '../store/write.ts'

type How = { fileName?: string | undefined; mediaType?: string | undefined; encoding?: string | undefined }

/** `digest` is that of the bytes. Fails with 'unreadable-article'. */
export const readContent = (bytes: Uint8Array, digest: string, how: How): Content<'article'> => {
  const read = readArticle(bytes, how)
  return {
    id: sha256Of(read.text),
    text: read.text,
    textRevision: 0,
    blocks: read.blocks,
    marks: read.marks,
    ...read.metadata,
    source: {
      ...(how.fileName !== undefined && { fileName: how.fileName }),
      mediaType: read.mediaType,
      encoding: read.encoding,
      reader: read.reader,
      digest,
    },
  }
}
