/** What the first bytes of a file say about it, read without SQLite, so that nothing is touched before it is known. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import { guarded } from './failures.ts'

/** `Actn`, in the header of every project file. */
export const applicationId = 0x4163746e

export type Header = {
  schema: number
  /** The header says that changes go through a write-ahead log: the file was not closed cleanly, or is open. */
  journalled: boolean
  /** Size in bytes of the write-ahead log beside the file; 0 where there is none. */
  logSize: number
}

const magic = 'SQLite format 3\0'
const headerSize = 100

/** Throws 'not-a-project' or 'damaged-project' for a file that is none, or is cut short. */
export const readHeader = (path: string): Header =>
  guarded(path, () => {
    const file = basename(path)
    const stat = statSync(path)
    if (!stat.isFile()) throw new Failure('not-a-project', { file })
    const bytes = readStart(path)
    const start = Math.min(bytes.length, magic.length)
    if (start === 0 || bytes.toString('latin1', 0, start) !== magic.slice(0, start)) {
      throw new Failure('not-a-project', { file })
    }
    if (bytes.length < headerSize) throw new Failure('damaged-project', { file, reason: 'truncated' })
    if (bytes.readUInt32BE(68) !== applicationId) throw new Failure('not-a-project', { file })
    const logSize = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
    if (logSize === 0 && stat.size < statedSize(bytes)) {
      throw new Failure('damaged-project', { file, reason: 'truncated' })
    }
    return { schema: bytes.readUInt32BE(60), journalled: bytes[19] === 2, logSize }
  })

const readStart = (path: string): Buffer => {
  const bytes = Buffer.alloc(headerSize)
  const handle = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, headerSize, 0))
  } finally {
    closeSync(handle)
  }
}

/** Bytes the header says the file has; 0 where an old SQLite left that unsaid (the two counters then differ). */
const statedSize = (bytes: Buffer): number => {
  if (bytes.readUInt32BE(24) !== bytes.readUInt32BE(92)) return 0
  const pageSize = bytes.readUInt16BE(16)
  return bytes.readUInt32BE(28) * (pageSize === 1 ? 65536 : pageSize)
}
