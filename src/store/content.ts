/** How records stand in rows: canonical JSON and a checksum. */
import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'

export const pack = (value: object): string => canonicalText(inMemberOrder(value) as object)

/** Members as the canonical form has them: then it is what `JSON.stringify` writes, which is far faster than sorting while writing. */
const inMemberOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inMemberOrder)
  const members = value as Record<string, unknown>
  // Naming it would set what it inherits from; `canonicalText` can write it all the same.
  if (Object.hasOwn(members, '__proto__')) return value
  const sorted: Record<string, unknown> = {}
  for (const name of Object.keys(members).sort()) sorted[name] = inMemberOrder(members[name])
  return sorted
}

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
  const [first] = parts
  // Nearly always one text, which then needs no copy.
  return crc32(
    parts.length === 1 && typeof first === 'string' ? first : parts.map((part) => part ?? '\u0001').join('\0'),
  )
}

/** `sha256:` and the hex of a text's UTF-8, or of bytes. */
export const sha256Of = (data: string | Uint8Array): string => `sha256:${hash('sha256', data)}`
