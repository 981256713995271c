/** Ids and stamps that follow from what a record is, so that the sample is the same whenever it is built. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { begun } from '../../resources/sample/annotations/index.ts'
import { hashBytes } from '../../src/core/digest.ts'
import type { RecordKind } from '../../src/core/records.ts'
import type { Stamp } from '../../src/core/schema.ts'

/** A UUIDv7 of the project's beginning, its random part made from kind and key. */
export const idFor = (kind: RecordKind | 'project' | 'replica', key: string): string => {
  const time = Date.parse(begun).toString(16).padStart(12, '0')
  const bytes = hashBytes(`sample:${kind}:${key}`)
  const variant = (0x80 | ((bytes[2] ?? 0) & 0x3f)).toString(16)
  const hex = bytesToHex(bytes)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(6, 8)}-${hex.slice(8, 20)}`
}

export const stampFor = (kind: RecordKind, key: string, at: string): Stamp => {
  const me = idFor('annotator', 'me')
  return {
    id: idFor(kind, key),
    version: { [idFor('replica', 'sample')]: 1 },
    createdAt: at,
    createdBy: me,
    modifiedAt: at,
    modifiedBy: me,
  }
}
