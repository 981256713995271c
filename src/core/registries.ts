/** The actor and issue registries and the people (or programs) who make records. */
import { z } from 'zod'
import { ids, language, nonEmptyText, rank, stamp, uuid } from './schema.ts'

export const annotator = z.strictObject({
  ...stamp,
  name: nonEmptyText,
  kind: z.enum(['person', 'model', 'importer']),
  team: nonEmptyText.optional(),
})

export const alias = z.strictObject({
  text: nonEmptyText,
  lang: language.optional(),
  kind: z.enum(['name', 'short', 'descriptor', 'transliteration', 'metonym']),
})

export const actorType = z.enum([
  'person',
  'organization',
  'state',
  'outlet',
  'coalition',
  'group',
  'document',
  'anonymous',
  'other',
])

/** An entry of the actor registry. Merged entries point at the one they were merged into, so that a merge can be undone. */
export const actor = z.strictObject({
  ...stamp,
  name: nonEmptyText,
  actorType,
  aliases: z.array(alias),
  memberOf: ids,
  wikidata: z
    .string()
    .regex(/^Q[1-9][0-9]*$/)
    .optional(),
  note: nonEmptyText.optional(),
  mergedInto: uuid.optional(),
})

/** An entry of the issue registry, a tree by `parent`. */
export const issue = z.strictObject({
  ...stamp,
  name: nonEmptyText,
  parent: uuid.optional(),
  rank: rank.optional(),
  description: nonEmptyText.optional(),
  mergedInto: uuid.optional(),
})

export type Annotator = z.infer<typeof annotator>
export type ActorType = z.infer<typeof actorType>
export type Actor = z.infer<typeof actor>
export type Alias = z.infer<typeof alias>
export type Issue = z.infer<typeof issue>
