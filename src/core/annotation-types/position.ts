import { z } from 'zod'
import { attribution, source } from '../attribution.ts'
import { nonEmptyText, uuid } from '../schema.ts'
import { losableFragment } from '../span.ts'

/** What a stance hangs on, in words, and where the text says it. */
export const condition = z.strictObject({ text: nonEmptyText, fragments: z.array(losableFragment) })

export const stance = z.enum(['support', 'oppose', 'neutral', 'ambiguous'])

/** Who takes which stance on which issue, how firmly, on what condition, about whom, and who passes it on. */
export const positionBody = z.strictObject({
  holders: z.array(source),
  issueId: uuid.optional(),
  stance: stance.optional(),
  strength: z.enum(['firm', 'hedged']).optional(),
  condition: condition.optional(),
  toward: uuid.optional(),
  attribution,
})

export type PositionBody = z.infer<typeof positionBody>
export type Stance = z.infer<typeof stance>
export type Condition = z.infer<typeof condition>

export const positionType = {
  type: 'position',
  body: positionBody,
  emptyBody: (): PositionBody => ({ holders: [], attribution: [] }),
} as const
