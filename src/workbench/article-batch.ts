/** Articles that were read and are not written yet, and the step they all belong to. */
import { keepOriginal } from '../store/articles.ts'
import { actPartly, finishStep, type OpenStep } from '../store/history.ts'
import { type Content, put, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { titleOf } from './articles.ts'

/** `digest` is that of the bytes, which are kept. */
export type Read = { content: Content<'article'>; bytes: Uint8Array; digest: string }

/** One sync to the disk serves all articles read in about this time; a tag that comes meanwhile waits for no more than these. */
const batchMs = 100
const batchCount = 100
const batchBytes = 4 * 1024 * 1024

export type Batch = ReturnType<typeof newBatch>

export const newBatch = (session: Session, announce: Announce) => {
  const step: OpenStep = { draft: { action: 'article.add', params: {} }, seq: 0 }
  const digests = new Map<string, string>()
  let waiting = new Map<string, Read>()
  let size = 0
  let added = 0
  let began = performance.now()
  return {
    byDigest: (digest: string) => digests.get(digest),
    has: (articleId: string) => waiting.has(articleId),
    add: (read: Read) => {
      if (waiting.size === 0) began = performance.now()
      waiting.set(read.content.id, read)
      digests.set(read.digest, read.content.id)
      size += read.bytes.length
    },
    isFull: () =>
      size > batchBytes || waiting.size >= batchCount || (waiting.size > 0 && performance.now() - began > batchMs),
    write: () => {
      const [first] = waiting.values()
      if (!first) return
      if (added === 0) step.draft = { ...step.draft, params: titleOf(first.content), articleId: first.content.id }
      announce(
        actPartly(session, step, (tx) => {
          for (const { content, bytes, digest } of waiting.values()) {
            put(tx, 'article', content)
            keepOriginal(tx.db, digest, bytes)
          }
        }),
      )
      added += waiting.size
      waiting = new Map()
      size = 0
    },
    finish: () => {
      if (added === 0) return
      step.draft.params['count'] = added
      announce(finishStep(session, step))
    },
  }
}
