/** From what a person points at (files, folders, pasted text) to bytes; whatever is no regular file is refused. */
import type { Stats } from 'node:fs'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { byCodeUnit } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import type { TableColumns } from '../core/table/columns.ts'
import { maximumBytes } from '../readers/index.ts'
import type { ArticleInput, FileRef } from './contract.ts'
import type { Job } from './jobs.ts'

/** Larger files are refused before they are read. */
export const articleLimit = maximumBytes

export type Origin = {
  /** As the report names it: the path that was given, or a bare name in place of a handle. */
  name: string
  path?: string
  paste?: string
  mediaType?: string
  encoding?: string
  /** All of a page counts; what was pasted was chosen. */
  wholePage?: boolean
  /** It is a table with one article a row. */
  columns?: TableColumns
}

/** Every file that is meant, folders walked in order of names; hidden files and linked folders are left out. */
export const expand = async (
  inputs: ArticleInput[],
  resolveFile: (ref: FileRef) => string,
  job: Job,
): Promise<Origin[]> => {
  const origins: Origin[] = []
  for (const input of inputs) {
    if ('paste' in input) {
      origins.push({ name: '', paste: input.paste, mediaType: input.mediaType, wholePage: true })
      continue
    }
    const { encoding, wholePage, columns } = input
    const path = resolveFile(input.file)
    const name = path === input.file ? path : basename(path)
    for await (const found of walk(path, name)) {
      origins.push({
        ...found,
        ...(encoding !== undefined && { encoding }),
        ...(wholePage && { wholePage }),
        ...(columns && { columns }),
      })
      await job.pause()
    }
  }
  return origins
}

/** The bytes of a regular file. Fails with 'unreadable-article' for everything else, and for files over the limit. */
export const readBytes = async ({ name, path, paste }: Origin, limit = articleLimit): Promise<Uint8Array> => {
  const file = basename(name)
  if (paste !== undefined) {
    if (!paste.isWellFormed()) throw new Failure('unreadable-article', { file, reason: 'lone-surrogate' })
    return Buffer.from(paste, 'utf8')
  }
  if (path === undefined) throw new Error('an origin is a file or a paste')
  const { handle, size } = await openRegular(path)
  try {
    if (size > limit) {
      throw new Failure('unreadable-article', { file, reason: 'too-large', megabytes: limit / 1024 / 1024 })
    }
    return await handle.readFile()
  } catch (error) {
    throw error instanceof Failure ? error : refusal(path, 'io', error)
  } finally {
    await handle.close()
  }
}

/** What is made of a piece holds up nobody for long. */
const PIECE = 16 * 1024

/** A regular file of any size, piece by piece. Fails as `readBytes` does. */
export const readPieces = async function* (path: string): AsyncGenerator<Uint8Array> {
  const { handle } = await openRegular(path)
  try {
    for (;;) {
      const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(PIECE) })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw error instanceof Failure ? error : refusal(path, 'io', error)
  } finally {
    await handle.close()
  }
}

const openRegular = async (path: string): Promise<{ handle: FileHandle; size: number }> => {
  const kind = await kindOf(path)
  if (kind !== 'file') throw refusal(path, kind)
  // Without O_NONBLOCK a pipe that took the file's name meanwhile would hang the open.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error) => {
    throw refusal(path, 'denied', error)
  })
  const stats = await handle.stat()
  if (stats.isFile()) return { handle, size: stats.size }
  await handle.close()
  throw refusal(path, irregular(stats))
}

const refusal = (path: string, reason: string, error?: unknown): Failure =>
  new Failure('unreadable-article', { file: basename(path), reason }, error === undefined ? {} : { cause: error })

/** The beginning of a regular file, at most so many bytes; nothing of what cannot be read. */
export const readOpening = async (path: string, length: number): Promise<Uint8Array> => {
  if ((await kindOf(path)) !== 'file') return new Uint8Array()
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined)
  if (!handle) return new Uint8Array()
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(length), position: 0 })
    return buffer.subarray(0, bytesRead)
  } catch {
    return new Uint8Array()
  } finally {
    await handle.close()
  }
}

const walk = async function* (path: string, name: string): AsyncGenerator<Origin> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false
  if (!isFolder) {
    yield { name, path }
    return
  }
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (!entries) {
    yield { name, path }
    return
  }
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const child = join(path, entry.name)
    if (entry.name.startsWith('.')) continue
    // A linked folder may lead back up.
    if (entry.isSymbolicLink() && (await stat(child).catch(() => undefined))?.isDirectory()) continue
    yield* walk(child, join(name, entry.name))
  }
}

/** 'file', or why it is none. */
const kindOf = async (path: string): Promise<string> => {
  try {
    const stats = await stat(path)
    return stats.isFile() ? 'file' : irregular(stats)
  } catch {
    const link = await lstat(path).catch(() => undefined)
    return link ? 'dangling-link' : 'missing'
  }
}

const irregular = (stats: Stats): string => {
  if (stats.isDirectory()) return 'directory'
  if (stats.isFIFO()) return 'pipe'
  if (stats.isSocket()) return 'socket'
  return 'device'
}
