/** One analyst's tagged target in one article. */
import { z } from 'zod'
import { actorBody } from './annotation-types/actor.ts'
import { claimBody } from './annotation-types/claim.ts'
import { positionBody } from './annotation-types/position.ts'
import { attributeValues, certainty, ids, nonEmptyText, sha256, stamp, uuid } from './schema.ts'
import { target } from './span.ts'

const common = {
  ...stamp,
  articleId: sha256,
  annotatorId: uuid,
  target,
  codes: ids,
  attributes: attributeValues,
  certainty,
  note: nonEmptyText.optional(),
  origin: z.enum(['manual', 'suggestion', 'import', 'adjudication']),
  basedOn: ids,
  anchor: z.enum(['exact', 'reanchored', 'orphan']),
}

export const annotation = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('actor'), body: actorBody }),
  z.strictObject({ ...common, type: z.literal('position'), body: positionBody }),
  z.strictObject({ ...common, type: z.literal('claim'), body: claimBody }),
])

export type Annotation = z.infer<typeof annotation>
export type Anchor = Annotation['anchor']
export type Origin = Annotation['origin']
