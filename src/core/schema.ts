/**
 * The values every record is made of, as zod schemas. They describe the exchange form (see `docs/format.md`);
 * inside the program the same types hold with offsets counted in UTF-16 code units.
 */
import { z } from 'zod'

// Zod compiles parsers at run time, which halves the reading of bundles; the window's policy forbids it.
z.config({ jitless: 'document' in globalThis })

const wellFormed = /^[^\uD800-\uDFFF]*$/u

export const text = z.string().regex(wellFormed)
export const nonEmptyText = z.string().min(1).regex(wellFormed)
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
/** UUIDv8 made from what the record stands for, so that equal ones are one record (`ids.ts`). */
export const keyId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/)
export const timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
export const dateOrTimestamp = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/)
export const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
export const webAddress = z.string().regex(/^https?:\/\/[^\s\uD800-\uDFFF]+$/u)
export const key = z
  .string()
  .min(1)
  .regex(/^(?!__proto__$)[^\uD800-\uDFFF]*$/u)
/** A list in which nothing stands twice. */
export const setOf = <T extends z.ZodType<string>>(item: T, minItems = 0) =>
  z
    .array(item)
    .min(minItems)
    .refine((list) => list.length < 2 || new Set(list).size === list.length)
    .meta({ uniqueItems: true })
/** Bare ids of records; in a bundle by code unit. */
export const ids = setOf(uuid)
export const count = z.int().min(0)
export const offset = count
export const rank = count
export const certainty = z.enum(['sure', 'unsure'])
export const annotationType = z.enum(['actor', 'position', 'claim'])

/** Name in one or both interface languages. */
export const label = z
  .strictObject({ ru: nonEmptyText.optional(), en: nonEmptyText.optional() })
  .refine((value) => value.ru !== undefined || value.en !== undefined)
  .meta({ minProperties: 1 })

/** Replica id → number of writes seen from it; never empty. */
export const versionVector = z
  .record(uuid, z.int().min(1))
  .refine((value) => Object.keys(value).length > 0)
  .meta({ minProperties: 1 })

type Foreign = string | number | boolean | null | Foreign[] | { [key: string]: Foreign }
const foreignKey = z.string().regex(/^(?!__proto__$)/)
export const foreignValue: z.ZodType<Foreign> = z.lazy(() =>
  z.union([text, z.number(), z.boolean(), z.null(), z.array(foreignValue), z.record(foreignKey, foreignValue)]),
)
/** Fields of newer or foreign files: kept as they are and written back. */
export const foreignObject = z.record(foreignKey, foreignValue)

/** Values of codebook attributes by attribute key. */
export const attributeValues = z.record(foreignKey, z.union([text, z.number(), z.boolean()]))

/** What every record of every kind carries. */
export const stamp = {
  id: uuid,
  version: versionVector,
  createdAt: timestamp,
  createdBy: uuid,
  modifiedAt: timestamp,
  modifiedBy: uuid,
  ext: foreignObject.optional(),
}

export type AnnotationType = z.infer<typeof annotationType>
export type Certainty = z.infer<typeof certainty>
export type Label = z.infer<typeof label>
export type VersionVector = z.infer<typeof versionVector>
export type ForeignObject = z.infer<typeof foreignObject>
export type AttributeValues = z.infer<typeof attributeValues>
/** What a write adds to a record's content. */
export type Stamp = {
  id: string
  version: VersionVector
  createdAt: string
  createdBy: string
  modifiedAt: string
  modifiedBy: string
  ext?: ForeignObject | undefined
}
