/** Knows project files, and other databases, by their first bytes. */
import { open, stat } from 'node:fs/promises'

const SQLITE_HEADER = 'SQLite format 3\0'

/** Project files are the one thing that must not be lost to a slip of `-o`. */
export const isDatabase = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return false
  const handle = await open(file).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(SQLITE_HEADER.length), position: 0 })
    return buffer.toString('latin1') === SQLITE_HEADER
  } finally {
    await handle.close()
  }
}
