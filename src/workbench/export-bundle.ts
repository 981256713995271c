/** Writing the project, or a part of it, as a bundle; and as a copy of its file. */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import { countAllAnnotations } from '../store/annotation-counts.ts'
import { countArticles } from '../store/articles.ts'
import { gradualCopy } from '../store/backup.ts'
import { draftFile, targetOf } from '../store/durable.ts'
import { type BundlePart, bundlePieces, digestPlace } from '../store/export.ts'
import { asFailure } from '../store/failures.ts'
import { holderOf } from '../store/lease.ts'
import type { Project } from '../store/open.ts'
import { partOf } from '../store/part.ts'
import { type Snapshot, takeSnapshot } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import type { ExportPart, ExportPreview, ExportReport, ExportSelection } from './contract.ts'
import type { Job } from './jobs.ts'
import { generator } from './program.ts'

/** Text is turned into bytes in pieces of about this many characters. */
const pieceLength = 256 * 1024

/** Exports one state of the project, also while others write, to a file that is there whole or not at all. */
export const exportBundle = async (
  project: Project,
  to: string,
  job: Job,
  wanted?: ExportPart,
): Promise<ExportReport> => {
  const snapshot = takeSnapshot(project)
  try {
    refuseOwnFile(project, to)
    const draft = draftFile(to)
    try {
      const part = wanted && { ...partOf(snapshot.db, wanted), reason: wanted.reason }
      const counts = part
        ? { articles: part.ids.article.size, annotations: part.ids.annotation.size }
        : { articles: countArticles(snapshot.db), annotations: countAllAnnotations(snapshot.db) }
      const written = await writePieces(snapshot, draft.write, job, counts.articles + counts.annotations, part)
      draft.publish()
      return { ...counts, ...written }
    } finally {
      draft.discard()
    }
  } catch (error) {
    throw asFailure(error, to)
  } finally {
    snapshot.close()
  }
}

/** What exporting a part, or everything, would take along and leave here. */
export const previewExport = (db: Db, wanted: ExportSelection): ExportPreview => {
  const { ids, made, leftOut, dangling } = partOf(db, wanted)
  return {
    articles: ids.article.size,
    annotations: ids.annotation.size,
    actors: ids.actor.size,
    issues: ids.issue.size,
    codes: ids.code.size,
    links: ids.link.size,
    made: Object.fromEntries(made),
    leftOut: Object.fromEntries(leftOut),
    articlesLeftOut: countArticles(db) - ids.article.size,
    dangling,
  }
}

/** Copies the project file; also when it was deleted or replaced while open. */
export const saveCopy = async (project: Project, to: string, job: Job): Promise<void> => {
  try {
    refuseOwnFile(project, to)
    const target = targetOf(to)
    const holder = holderOf(target)
    if (holder) throw new Failure('held', holder)
    await gradualCopy(project.db, target, (done, total) => {
      job.report(done, total)
      job.check()
    })
  } catch (error) {
    throw asFailure(error, to)
  }
}

/**
 * The digest is over everything but itself, and its place comes before most of what it is over: it is written last, into
 * room that was left for it.
 */
const writePieces = async (
  { db, yields }: Snapshot,
  write: (bytes: Uint8Array, position?: number) => void,
  job: Job,
  total: number,
  part: BundlePart | undefined,
): Promise<{ bytes: number; digest: string }> => {
  const hash = createHash('sha256')
  let bytes = 0
  let waiting: string[] = []
  let length = 0
  const flush = (hashed: boolean) => {
    const piece = Buffer.from(waiting.join(''), 'utf8')
    if (hashed) hash.update(piece)
    write(piece)
    bytes += piece.length
    waiting = []
    length = 0
  }
  let digestAt = 0
  let records = 0
  for (const piece of bundlePieces(db, generator, part)) {
    if (piece === digestPlace) {
      flush(true)
      digestAt = bytes
      waiting.push(digestMember('0'.repeat(64)))
      flush(false)
      continue
    }
    waiting.push(piece)
    length += piece.length
    records += 1
    if (length < pieceLength) continue
    flush(true)
    job.report(Math.min(records, total), total)
    if (yields) await job.pause()
  }
  flush(true)
  const hex = hash.digest('hex')
  write(Buffer.from(digestMember(hex)), digestAt)
  job.report(total, total)
  return { bytes, digest: `sha256:${hex}` }
}

const digestMember = (hex: string): string => `,"digest":"sha256:${hex}"`

/** The project itself must not be replaced by what is made of it. */
export const refuseOwnFile = ({ place }: Project, to: string): void => {
  const stat = statSync(to, { bigint: true, throwIfNoEntry: false })
  if (stat && String(stat.ino) === place.inode && String(stat.dev) === place.device) {
    throw new Failure('file', { file: basename(to), reason: 'is-project' })
  }
}
