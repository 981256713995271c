/** The exchange file: one project or a part of it. `docs/format.md` explains it, `docs/actant-bundle-1.schema.json` is made from this. */
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { article } from './article.ts'
import { attribute, code, linkType } from './codebook.ts'
import { adjudication, link, progress, type RecordKind, tombstone } from './records.ts'
import { actor, annotator, issue } from './registries.ts'
import { foreignObject, nonEmptyText, sha256, uuid } from './schema.ts'

/** The minor version this program writes; of newer ones it keeps what it does not know. */
export const formatVersion = '1.0'

export const generator = z.strictObject({ name: nonEmptyText, version: nonEmptyText })

/** `part` says in words which part of the project the bundle holds, where it is not all of it. */
export const project = z.strictObject({
  id: uuid,
  title: nonEmptyText,
  part: z.strictObject({ reason: nonEmptyText }).optional(),
})

const codebook = z.strictObject({
  codes: z.array(code),
  attributes: z.array(attribute),
  linkTypes: z.array(linkType),
})

const conflictOf = <K extends string, R extends z.ZodObject>(kind: K, record: R) =>
  z.strictObject({ kind: z.literal(kind), record })

/** The losing version of a record that was changed concurrently, whole, until somebody decides. */
export const conflict = z.discriminatedUnion('kind', [
  conflictOf('annotator', annotator),
  conflictOf('code', code),
  conflictOf('attribute', attribute),
  conflictOf('linkType', linkType),
  conflictOf('actor', actor),
  conflictOf('issue', issue),
  conflictOf('article', article),
  z.strictObject({ kind: z.literal('annotation'), record: annotation }),
  conflictOf('link', link),
  conflictOf('adjudication', adjudication),
  conflictOf('progress', progress),
  conflictOf('tombstone', tombstone),
])

export const bundle = z.strictObject({
  format: z.literal('actant-bundle'),
  formatVersion: z.string().regex(/^1\.(0|[1-9]\d*)$/),
  offsetUnit: z.literal('codepoint'),
  textNormalization: z.literal('lf1'),
  generator,
  project,
  annotators: z.array(annotator),
  codebook,
  actors: z.array(actor),
  issues: z.array(issue),
  articles: z.array(article),
  annotations: z.array(annotation),
  links: z.array(link),
  adjudications: z.array(adjudication),
  progress: z.array(progress),
  tombstones: z.array(tombstone),
  conflicts: z.array(conflict),
  digest: sha256.optional(),
  ext: foreignObject.optional(),
})

/** Offsets in code points. */
export type Bundle = z.infer<typeof bundle>

/** Where a bundle lists the records of a kind: the members that lead there. */
export const listPaths: Readonly<Record<RecordKind, readonly string[]>> = {
  annotator: ['annotators'],
  code: ['codebook', 'codes'],
  attribute: ['codebook', 'attributes'],
  linkType: ['codebook', 'linkTypes'],
  actor: ['actors'],
  issue: ['issues'],
  article: ['articles'],
  annotation: ['annotations'],
  link: ['links'],
  adjudication: ['adjudications'],
  progress: ['progress'],
}
