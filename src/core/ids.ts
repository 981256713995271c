/** Identifiers made from what a record stands for, so that two teams that make the same thing make one record. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { hashBytes } from './digest.ts'
import type { AnnotationType } from './schema.ts'

/** UUIDv8 of the SHA-256 of a name's UTF-8: its first 16 bytes, version nibble 8, variant bits 10 (RFC 9562, 5.8). */
export const keyIdOf = (name: string): string => {
  const bytes = hashBytes(name).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const attributeId = (type: AnnotationType, key: string): string => keyIdOf(`attribute:${type}:${key}`)

export const linkTypeId = (key: string): string => keyIdOf(`linkType:${key}`)

export const progressId = (articleId: string, annotatorId: string): string =>
  keyIdOf(`progress:${articleId}:${annotatorId}`)

/** The annotator in whose name adjudicated annotations stand: one layer, whoever decides. */
export const goldId = keyIdOf('annotator:gold')

/** What a rule makes of these inputs, so that applying it twice, or in two places, is applying it once. */
export const ruledId = (kind: 'adjudication' | 'annotation', rule: string, inputs: readonly string[]): string =>
  keyIdOf(`${kind}:${rule}:${inputs.join(':')}`)

/** A link that came along with adjudicated annotations, by its ends. */
export const carriedLinkId = (from: string, type: string, to: string): string => keyIdOf(`link:${from}:${type}:${to}`)

/** The id of an object imported from a foreign file, so that importing twice is importing once. */
export const importedId = (sourceDigest: string, foreignId: string): string =>
  keyIdOf(`import:${sourceDigest}:${foreignId}`)

/** The annotator in whose name an imported file's annotations stand. */
export const importerId = (name: string): string => keyIdOf(`annotator:import:${name}`)

/** A code that an import made, so that two teams that import the same make one code. */
export const importedCodeId = (type: AnnotationType, label: string): string => keyIdOf(`import:code:${type}:${label}`)

/** An entry of a registry that an import made, so that two teams that import the same make one entry. */
export const importedEntryId = (kind: 'actor' | 'issue', name: string): string => keyIdOf(`import:${kind}:${name}`)

export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

export const isArticleId = (value: string): boolean => /^sha256:[0-9a-f]{64}$/.test(value)
