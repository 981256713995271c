/** Files that are either there whole or not at all. */
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'

/** A file that is written under another name and gets its own when it is complete. */
export type Draft = {
  /** Appends bytes, or overwrites them at a position. */
  write(bytes: Uint8Array, position?: number): void
  /** Forces the bytes to the medium and gives the file its name. */
  publish(): void
  /** Leaves nothing; without effect after `publish`. */
  discard(): void
}

/** Starts a file that will stand at `path`, in place of the one that is there. Fails with 'file' where that is no file. */
export const draftFile = (path: string): Draft => {
  const target = targetOf(path)
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
  let handle: number | undefined = openSync(draft, 'wx')
  let end = 0
  const close = () => {
    if (handle !== undefined) closeSync(handle)
    handle = undefined
  }
  return {
    write: (bytes, position) => {
      if (handle === undefined) throw new Error('the draft is closed')
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(handle, bytes, done, bytes.length - done, (position ?? end) + done)
      }
      if (position === undefined) end += bytes.length
    },
    publish: () => {
      if (handle !== undefined) fsyncSync(handle)
      close()
      renameSync(draft, target)
      syncFolder(target)
    },
    discard: () => {
      close()
      rmSync(draft, { force: true })
    },
  }
}

/** Where a file would really be written; a link is followed. */
export const targetOf = (path: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return path
  if (stat.isDirectory()) throw new Failure('file', { file: basename(path), reason: 'directory' })
  if (!stat.isFile()) throw new Failure('file', { file: basename(path), reason: 'not-regular' })
  return realpathSync(path)
}

/** Forces a file's bytes to the medium. */
export const syncFile = (path: string): void => {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Forces a rename or a new name in `path`'s folder to the medium; Windows has no such call. */
export const syncFolder = (path: string): void => syncNames(dirname(path))

/** Forces the names in a folder to the medium. */
export const syncNames = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
