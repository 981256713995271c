/** Every kind of record: one table from which storing, merging, checking and exporting are driven. */
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { article } from './article.ts'
import { attribute, code, linkType } from './codebook.ts'
import { actor, annotator, issue } from './registries.ts'
import {
  attributeValues,
  certainty,
  key,
  keyId,
  nonEmptyText,
  setOf,
  sha256,
  stamp,
  timestamp,
  uuid,
  versionVector,
} from './schema.ts'

/** Where a link leads. */
export const linkEnd = z.union([z.strictObject({ annotation: uuid }), z.strictObject({ actor: uuid })])

/** Typed link; of a symmetric type it runs from the smaller id to the larger. */
export const link = z.strictObject({
  ...stamp,
  from: uuid,
  to: linkEnd,
  type: key,
  attributes: attributeValues,
  certainty,
  note: nonEmptyText.optional(),
})

/** A decision between annotators; `output` is the annotation made by it, absent where nothing was to be kept. */
export const adjudication = z.strictObject({
  ...stamp,
  articleId: sha256,
  decidedBy: uuid,
  inputs: setOf(uuid, 1),
  output: uuid.optional(),
  rule: nonEmptyText,
})

/** How far one annotator is with one article. */
export const progress = z.strictObject({
  ...stamp,
  id: keyId,
  articleId: sha256,
  annotatorId: uuid,
  state: z.enum(['todo', 'doing', 'done']),
})

/** In the order a bundle lists them. */
export const recordSchemas = {
  annotator,
  code,
  attribute,
  linkType,
  actor,
  issue,
  article,
  annotation,
  link,
  adjudication,
  progress,
} as const

export type RecordKind = keyof typeof recordSchemas
export type RecordOf = { [K in RecordKind]: z.infer<(typeof recordSchemas)[K]> }
export type AnyRecord = RecordOf[RecordKind]

export const recordKinds = Object.keys(recordSchemas) as RecordKind[]

export const kind = z.enum(recordKinds as [RecordKind, ...RecordKind[]])

/** All that is left of a deleted record in a bundle. */
export const tombstone = z
  .strictObject({
    kind,
    id: z.union([uuid, sha256]),
    version: versionVector,
    modifiedAt: timestamp,
    modifiedBy: uuid,
  })
  .refine(({ kind, id }) => (kind === 'article') === id.startsWith('sha256:'), { path: ['id'] })
  .meta({
    if: { properties: { kind: { const: 'article' } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: { properties: { id: { pattern: '^sha256:' } } },
    else: { properties: { id: { pattern: '^[^:]*$' } } },
  })

export type Tombstone = z.infer<typeof tombstone>
export type Link = z.infer<typeof link>
export type Adjudication = z.infer<typeof adjudication>
export type Progress = z.infer<typeof progress>

/** The losing version of a record that was changed concurrently, whole, until somebody decides. */
export type Conflict =
  | { [K in RecordKind]: { kind: K; record: RecordOf[K] } }[RecordKind]
  | { kind: 'tombstone'; record: Tombstone }
