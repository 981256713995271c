/** Ranges over an article's text. Inside the program offsets are UTF-16 code units, in bundles Unicode code points. */
import { z } from 'zod'
import { codePointLength } from './offsets.ts'
import { nonEmptyText, offset, text } from './schema.ts'

/** Half-open range `[start, end)`. */
export type Span = { start: number; end: number }

export const fragment = z.strictObject({ start: offset, end: z.int().min(1), quote: nonEmptyText })

/** A fragment of a cue or a condition; `lost` where it no longer anchors: offsets and quote are then the last known. */
export const losableFragment = fragment.extend({ lost: z.literal(true).optional() })

export const context = text.refine((value) => codePointLength(value) <= 32).meta({ maxLength: 32 })

/** Fragments in text order and disjoint; prefix and suffix are up to 32 code points beside the first and the last. */
export const target = z.strictObject({ fragments: z.array(fragment).min(1), prefix: context, suffix: context })

export type Fragment = z.infer<typeof fragment>
export type LosableFragment = z.infer<typeof losableFragment>
export type Target = z.infer<typeof target>
