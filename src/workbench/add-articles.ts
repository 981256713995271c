/** Adding articles from files, folders and pasted text. */
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import { findByDigest, hasArticle, keepOriginal } from '../store/articles.ts'
import { sha256Of } from '../store/content.ts'
import { actPartly, finishStep, type OpenStep } from '../store/history.ts'
import { assertWritable, type Content, put, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { expand, type Origin, readBytes } from './article-files.ts'
import { titleOf } from './articles.ts'
import type { AddedFile, AddReport, ArticleInput, FileRef } from './contract.ts'
import type { Job } from './jobs.ts'
import { readContent } from './read-content.ts'

type Read = { content: Content<'article'>; bytes: Uint8Array; digest: string }

/** One sync to the disk serves all articles read in about this time. */
const batchMs = 150
const batchBytes = 8 * 1024 * 1024

/**
 * Reads files and adds what is new. All of it is one undo step; when the job is cancelled or writing fails, what was
 * written until then stays and is that step.
 */
export const addArticles = async (
  session: Session,
  announce: Announce,
  resolveFile: (ref: FileRef) => string,
  inputs: ArticleInput[],
  job: Job,
): Promise<AddReport> => {
  assertWritable(session.project)
  const origins = await expand(inputs, resolveFile, job)
  const batch = newBatch(session, announce)
  const files: AddedFile[] = []
  try {
    for (const origin of origins) {
      job.report(files.length, origins.length, basename(origin.name))
      await job.pause()
      files.push(await addOne(session, batch, origin))
      if (batch.isFull()) batch.write()
    }
    batch.write()
  } finally {
    batch.finish()
  }
  job.report(files.length, origins.length)
  const count = (outcome: AddedFile['outcome']) => files.filter((file) => file.outcome === outcome).length
  return { added: count('added'), existing: count('existing'), refused: count('refused'), files }
}

const addOne = async (session: Session, batch: Batch, origin: Origin): Promise<AddedFile> => {
  const { db } = session.project
  try {
    const bytes = await readBytes(origin)
    const digest = sha256Of(bytes)
    const known = batch.byDigest(digest) ?? findByDigest(db, digest)
    if (known) return { file: origin.name, outcome: 'existing', article: known }
    const content = await readContent(bytes, digest, {
      fileName: origin.path === undefined ? undefined : basename(origin.path),
      mediaType: origin.mediaType,
      encoding: origin.paste === undefined ? origin.encoding : 'utf-8',
    })
    const encoding = content.source?.encoding
    const file = { file: origin.name, article: content.id, ...(encoding !== undefined && { encoding }) }
    if (batch.has(content.id) || hasArticle(db, content.id)) return { ...file, outcome: 'existing' }
    batch.add({ content, bytes, digest })
    return { ...file, outcome: 'added' }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
    return { file: origin.name, outcome: 'refused', failure: { code: error.code, params: error.params } }
  }
}

type Batch = ReturnType<typeof newBatch>

/** Articles that were read and are not written yet, and the step they all belong to. */
const newBatch = (session: Session, announce: Announce) => {
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
    isFull: () => size > batchBytes || (waiting.size > 0 && performance.now() - began > batchMs),
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
