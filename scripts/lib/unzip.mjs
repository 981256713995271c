/** Reads single files out of a zip archive (no zip64, which nothing here needs), so that no `unzip` has to be installed. */
import { closeSync, createReadStream, createWriteStream, fstatSync, openSync, readSync, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_MAX = 22 + 0xffff

/** Lists an archive. @returns {{ name: string, mode: number, method: number, compressedSize: number, headerAt: number }[]} */
export function zipEntries(path) {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const tailAt = Math.max(0, size - END_OF_DIRECTORY_MAX)
    const tail = readAt(file, tailAt, size - tailAt)
    let end = tail.length - 22
    while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--
    if (end < 0) throw new Error(`${path} is not a zip archive`)
    const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
    const entries = []
    for (let at = 0; at < directory.length; ) {
      const nameLength = directory.readUInt16LE(at + 28)
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        mode: directory.readUInt32LE(at + 38) >>> 16,
        method: directory.readUInt16LE(at + 10),
        compressedSize: directory.readUInt32LE(at + 20),
        headerAt: directory.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    }
    return entries
  } finally {
    closeSync(file)
  }
}

/** Writes one entry of an archive to `target`. */
export async function extractEntry(archive, entry, target) {
  const file = openSync(archive, 'r')
  const header = readAt(file, entry.headerAt, 30)
  closeSync(file)
  const begin = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const mode = entry.mode & 0o777
  if (entry.compressedSize === 0) return writeFileSync(target, '', { mode })
  const out = createWriteStream(target, { mode })
  const packed = createReadStream(archive, { start: begin, end: begin + entry.compressedSize - 1 })
  await (entry.method === 0 ? pipeline(packed, out) : pipeline(packed, createInflateRaw(), out))
}

function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  readSync(file, buffer, 0, length, position)
  return buffer
}
