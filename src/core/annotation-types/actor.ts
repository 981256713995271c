import { z } from 'zod'
import { uuid } from '../schema.ts'

/** Which registry actor is mentioned, and how; what is undecided is absent. */
export const actorBody = z.strictObject({
  actorId: uuid.optional(),
  mention: z.enum(['name', 'nominal', 'pronoun', 'metonym', 'adjective']).optional(),
})

export type ActorBody = z.infer<typeof actorBody>

export const actorType = { type: 'actor', body: actorBody, emptyBody: (): ActorBody => ({}) } as const
