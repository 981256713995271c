import { z } from 'zod'
import { attribution } from '../attribution.ts'
import { ids, nonEmptyText } from '../schema.ts'

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
  issueIds: ids,
  evidenceFor: ids,
  attribution,
})

export type ClaimBody = z.infer<typeof claimBody>

export const claimType = {
  type: 'claim',
  body: claimBody,
  emptyBody: (): ClaimBody => ({ issueIds: [], evidenceFor: [], attribution: [] }),
} as const
