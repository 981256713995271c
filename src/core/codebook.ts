/** The codebook: codes, attributes and link types, each entry a record of its own. */
import { z } from 'zod'
import { annotationType, key, keyId, label, nonEmptyText, rank, setOf, stamp, uuid } from './schema.ts'

export const code = z.strictObject({
  ...stamp,
  type: annotationType,
  key,
  label,
  parent: uuid.optional(),
  rank: rank.optional(),
  definition: nonEmptyText.optional(),
  examples: z.array(nonEmptyText),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  hotkey: nonEmptyText.optional(),
  retired: z.literal(true).optional(),
  mergedInto: uuid.optional(),
})

/** An attribute annotations of one type may carry; `values` are the choices of an enum and else empty. */
export const attribute = z.strictObject({
  ...stamp,
  id: keyId,
  type: annotationType,
  key,
  label,
  valueType: z.enum(['enum', 'text', 'number', 'boolean', 'date']),
  values: z.array(z.strictObject({ key, label })),
  required: z.boolean(),
})

/** The link types every project has; they are never listed in the codebook. */
export const builtInLinkTypes = ['supports', 'contradicts', 'questions'] as const

export const linkType = z.strictObject({
  ...stamp,
  id: keyId,
  key: z
    .string()
    .min(1)
    .regex(/^(?!(__proto__|supports|contradicts|questions)$)[^\uD800-\uDFFF]*$/u),
  label,
  from: setOf(annotationType, 1),
  to: setOf(z.enum(['actor', 'position', 'claim', 'actorEntry']), 1),
  symmetric: z.boolean(),
})

/** What a type of link may join; a symmetric one has no direction. */
export type LinkRule = Pick<LinkType, 'key' | 'from' | 'to' | 'symmetric'>

export const builtInLinkRules: readonly LinkRule[] = builtInLinkTypes.map((key) => ({
  key,
  from: ['position', 'claim'],
  to: ['position', 'claim'],
  symmetric: key === 'contradicts',
}))

export type Code = z.infer<typeof code>
export type Attribute = z.infer<typeof attribute>
export type LinkType = z.infer<typeof linkType>
