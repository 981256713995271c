/** How records stand in rows: canonical JSON and a checksum. */
import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'

export const pack = (value: object): string => canonicalText(value)

/** What `pack` made: rows are written from parsed records only, and `check` parses them again. */
export const unpack = <T>(content: string): T => {
  try {
    return JSON.parse(content)
  } catch (error) {
    throw new Failure('damaged-project', { reason: 'record' }, { cause: error })
  }
}

/** CRC-32 over what a row says; SQLite keeps no checksums of its own. */
export const sumOf = (...parts: (string | number | null)[]): number => {
  let sum = 0
  for (const part of parts) sum = crc32(part === null ? '\0' : String(part), sum)
  return sum
}

/** `sha256:` and the hex of a text's UTF-8, or of bytes. */
export const sha256Of = (data: string | Uint8Array): string => `sha256:${hash('sha256', data)}`
