/** Who passes something on: the chain from the innermost speaker to the publishing outlet. */
import { z } from 'zod'
import { uuid } from './schema.ts'
import { losableFragment } from './span.ts'

/** Who is meant: an actor annotation, a registry actor, or implicit (the text names nobody). */
export const source = z.union([
  z.strictObject({ annotation: uuid }),
  z.strictObject({ actor: uuid }),
  z.strictObject({ implicit: z.literal(true) }),
])

export const step = z.strictObject({
  sources: z.array(source).min(1),
  cue: z.array(losableFragment),
  basis: z.enum(['cue', 'context', 'publisher']),
  mode: z.enum(['direct', 'indirect', 'mixed']).optional(),
  addressees: z.array(source).min(1).optional(),
})

/** Innermost speaker first, publishing outlet last. */
export const attribution = z.array(step)

export type Source = z.infer<typeof source>
export type Step = z.infer<typeof step>
export type Attribution = z.infer<typeof attribution>
