import { z } from 'zod'
import { attribution } from '../attribution.ts'
import { nonEmptyText, uuid } from '../schema.ts'

/** What is said, how, on which issues, for which positions it is evidence, and who passes it on. */
export const claimBody = z.strictObject({
  paraphrase: nonEmptyText.optional(),
  modality: z
    .enum([
      'asserted',
      'denied',
      'predicted',
      'surmised',
      'evaluated',
      'demanded',
      'proposed',
      'promised',
      'threatened',
      'questioned',
    ])
    .optional(),
  issueIds: z.array(uuid),
  evidenceFor: z.array(uuid),
  attribution,
})

export type ClaimBody = z.infer<typeof claimBody>

export const claimType = {
  type: 'claim',
  body: claimBody,
  emptyBody: (): ClaimBody => ({ issueIds: [], evidenceFor: [], attribution: [] }),
} as const
