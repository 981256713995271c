/**
 * The files within a ZIP archive, as documents are made of. They are only ever read into memory by the name that is wanted, so
 * that names like `../x` and links lead nowhere; sizes are not believed but enforced while unpacking.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

export type Archive = {
  names: readonly string[]
  /** The bytes of one file, nothing where there is none. Throws `Unreadable`: damaged, encrypted, overblown. */
  read(name: string): Uint8Array | undefined
}

/** No document has so many files, none so large, and text never shrinks that much. Sizes in bytes. */
const limits = {
  entries: 10_000,
  entry: 32 * 1024 * 1024,
  total: 128 * 1024 * 1024,
  ratio: 300,
  ratioFrom: 1024 * 1024,
}

/** Throws `Unreadable`: damaged, overblown. */
export const openArchive = (bytes: Uint8Array): Archive => {
  const entries = new Map(directory(bytes).map((entry) => [entry.name, entry]))
  let total = 0
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = unpack(bytes, entry)
      total += content.length
      if (total > limits.total) throw new Unreadable('overblown')
      return content
    },
  }
}

type Entry = {
  name: string
  encrypted: boolean
  method: number
  checksum: number
  packed: number
  size: number
  offset: number
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, file: 0x04034b50 }

/** What the archive lists at its end; the offsets are those of APPNOTE.TXT 4.3. */
const directory = (bytes: Uint8Array): Entry[] => {
  const view = viewOf(bytes)
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new Unreadable('overblown')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.directory) throw new Unreadable('damaged')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Behind it there may be a comment of up to 64 KB. */
const endRecord = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at
  throw new Unreadable('damaged')
}

const unpack = (bytes: Uint8Array, { encrypted, method, checksum, packed, size, offset }: Entry): Uint8Array => {
  if (encrypted) throw new Unreadable('encrypted')
  if (size > limits.entry || (size > limits.ratioFrom && size > packed * limits.ratio))
    throw new Unreadable('overblown')
  const view = viewOf(bytes)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.file) throw new Unreadable('damaged')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(start, start + packed)
  const result = method === 0 ? content : method === 8 ? inflate(content, size) : undefined
  if (result?.length !== size || crc32(result) !== checksum) throw new Unreadable('damaged')
  return result
}

/** Stops as soon as more comes out than was announced. */
const inflate = (content: Uint8Array, size: number): Uint8Array => {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
  } catch (cause) {
    throw new Unreadable('damaged', {}, { cause })
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
