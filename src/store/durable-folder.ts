/** Folders that are either there whole or not at all. */
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'
import { syncFolder, syncNames } from './durable.ts'

/** A folder that is written under another name and gets its own when it is complete. */
export type FolderDraft = {
  /** Appends to a file of the folder; its name may lead through folders. */
  append(file: string, bytes: Uint8Array): void
  /** Forces every file to the medium, and only then gives the folder its name. */
  publish(): Promise<void>
  /** Leaves nothing; without effect after `publish`. */
  discard(): void
}

/** Starts a folder that will stand at `path`. Fails with 'file' where something is there already, unless it is an empty folder. */
export const draftFolder = (path: string): FolderDraft => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat && !(stat.isDirectory() && readdirSync(path).length === 0)) {
    throw new Failure('file', { file: basename(path), reason: 'exists' })
  }
  const draft = join(dirname(path), `.${basename(path)}-${randomUUID()}`)
  mkdirSync(draft)
  const files = new Set<string>()
  const folders = new Set([draft])
  return {
    append: (file, bytes) => {
      const place = join(draft, file)
      if (!folders.has(dirname(place))) mkdirSync(dirname(place), { recursive: true })
      folders.add(dirname(place))
      files.add(place)
      appendFileSync(place, bytes)
    },
    publish: async () => {
      await forceAll(files)
      for (const folder of folders) syncNames(folder)
      if (stat) rmdirSync(path)
      renameSync(draft, path)
      syncFolder(path)
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  }
}

/** So many files are under way at once: the medium writes them together. More than the threads of Node wait for one another. */
const atOnce = 8

/** Fails with the first fault, when nothing is under way any more. */
const forceAll = async (files: Iterable<string>): Promise<void> => {
  const waiting = files[Symbol.iterator]()
  let stopped = false
  const forceNext = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !stopped; next = waiting.next()) await force(next.value)
  }
  const ended = await Promise.allSettled(
    Array.from({ length: atOnce }, () =>
      forceNext().catch((error) => {
        stopped = true
        throw error
      }),
    ),
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

const force = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
