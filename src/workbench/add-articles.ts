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
import { type Begun, readAhead } from './read-ahead.ts'
import { type ReadFile, readContent } from './read-content.ts'

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
  { resolveFile, readFile }: Reading,
  inputs: ArticleInput[],
  job: Job,
): Promise<AddReport> => {
  assertWritable(session.project)
  const origins = await expand(inputs, resolveFile, job)
  const batch = newBatch(session, announce)
  const files: AddedFile[] = []
  const tell = () => job.report(files.length, origins.length, basename(origins[files.length]?.name ?? ''))
  try {
    tell()
    for await (const read of readAhead(origins, (origin) => beginReading(session, readFile, origin, job.signal))) {
      await job.pause()
      files.push(keep(session, batch, read))
      tell()
      if (batch.isFull()) batch.write()
    }
    batch.write()
  } finally {
    batch.finish()
  }
  const count = (outcome: AddedFile['outcome']) => files.filter((file) => file.outcome === outcome).length
  return { added: count('added'), existing: count('existing'), refused: count('refused'), files }
}

type Reading = { resolveFile(ref: FileRef): string; readFile: ReadFile }

type ReadOrigin = { name: string } & (Read | { known: string } | { failure: Failure })

const beginReading = async (
  { project }: Session,
  readFile: ReadFile,
  origin: Origin,
  signal: AbortSignal,
): Promise<Begun<ReadOrigin>> => {
  const { name, path, paste, mediaType, encoding, wholePage } = origin
  try {
    const bytes = await readBytes(origin)
    const digest = sha256Of(bytes)
    const known = findByDigest(project.db, digest)
    // The same file may be wanted once more, read the other way.
    if (known && !wholePage) return { bytes: 0, result: Promise.resolve({ name, known }) }
    const fileName = path === undefined ? undefined : basename(path)
    const how = { fileName, mediaType, encoding: paste === undefined ? encoding : 'utf-8', wholePage }
    const reading = readContent(readFile, { bytes, digest, how }, signal)
    const result = reading.then((content) => ({ name, content, bytes, digest }), refused(name))
    return { bytes: bytes.length, result }
  } catch (error) {
    return { bytes: 0, result: Promise.resolve(refused(name)(error)) }
  }
}

const refused =
  (name: string) =>
  (error: unknown): ReadOrigin => {
    if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
    return { name, failure: error }
  }

const keep = ({ project }: Session, batch: Batch, read: ReadOrigin): AddedFile => {
  const file = read.name
  if ('failure' in read) {
    const { code, params } = read.failure
    return { file, outcome: 'refused', failure: { code, params } }
  }
  if ('known' in read) return { file, outcome: 'existing', article: read.known }
  const known = batch.byDigest(read.digest)
  if (known !== undefined) return { file, outcome: 'existing', article: known }
  const { id, source } = read.content
  const added = { file, article: id, ...(source?.encoding !== undefined && { encoding: source.encoding }) }
  if (batch.has(id) || hasArticle(project.db, id)) return { ...added, outcome: 'existing' }
  batch.add(read)
  return { ...added, outcome: 'added' }
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
