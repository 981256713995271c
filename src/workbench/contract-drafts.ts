/** What the calls of `contract-model.ts` are given: drafts of new records, changes to those that stand, as zod schemas. */
import { z } from 'zod'
import { actorBody } from '../core/annotation-types/actor.ts'
import { claimBody } from '../core/annotation-types/claim.ts'
import { condition, positionBody } from '../core/annotation-types/position.ts'
import { step } from '../core/attribution.ts'
import { attribute, code, linkType } from '../core/codebook.ts'
import { linkEnd } from '../core/records.ts'
import { actor, issue } from '../core/registries.ts'
import { attributeValues, certainty, key, nonEmptyText, uuid } from '../core/schema.ts'
import { losableFragment } from '../core/span.ts'

/** Words picked in the text, their quote taken from there; a fragment that stands there already is kept as it is. */
export type SpanDraft = z.infer<typeof spanDraft>
export type StepDraft = z.infer<typeof stepDraft>
/** The whole body of an annotation's type. */
export type BodyDraft = z.infer<typeof bodyDraft>
export type ActorDraft = z.infer<typeof actorDraft>
export type ActorChange = z.infer<typeof actorChange>
export type IssueDraft = z.infer<typeof issueDraft>
export type IssueChange = z.infer<typeof issueChange>
export type NewEntries = z.infer<typeof newEntries>
export type LinkDraft = z.infer<typeof linkDraft>
export type LinkChange = z.infer<typeof linkChange>
export type CodeDraft = z.infer<typeof codeDraft>
export type CodeChange = z.infer<typeof codeChange>
export type AttributeDraft = z.infer<typeof attributeDraft>
export type AttributeChange = z.infer<typeof attributeChange>
export type LinkTypeDraft = z.infer<typeof linkTypeDraft>
export type LinkTypeChange = z.infer<typeof linkTypeChange>
export type TreePlace = z.infer<typeof treePlace>
export type Removal = z.infer<typeof removal>
export type DependedKind = z.infer<typeof dependedKind>
export type MentionedKind = z.infer<typeof mentionedKind>
export type MentionDraft = z.infer<typeof mentionDraft>
export type CodebookFormat = z.infer<typeof codebookFormat>

export const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) })
const spanDraft = z.union([span, losableFragment])
const stepDraft = step.extend({ cue: z.array(spanDraft) })
const attributionDraft = z.array(stepDraft)

export const bodyDraft = z.union([
  actorBody,
  positionBody.extend({
    condition: condition.extend({ fragments: z.array(spanDraft) }).optional(),
    attribution: attributionDraft,
  }),
  claimBody.extend({ attribution: attributionDraft }),
])

/** The same, with null to take a member away. */
const nullable = <T extends z.ZodType>(schema: T) => schema.nullish()

const actorMembers = actor.pick({
  name: true,
  actorType: true,
  aliases: true,
  memberOf: true,
  wikidata: true,
  note: true,
})

export const actorDraft = actorMembers.partial({ aliases: true, memberOf: true }).extend({ id: uuid.optional() })

export const actorChange = actorMembers.partial().extend({
  wikidata: nullable(actor.shape.wikidata),
  note: nullable(actor.shape.note),
})

export const issueDraft = issue
  .pick({ name: true, parent: true, rank: true, description: true })
  .extend({ id: uuid.optional() })

/** Entries that what is written refers to for the first time: added in the same step. */
export const newEntries = z.strictObject({
  actors: z.array(actorDraft.required({ id: true })).optional(),
  issues: z.array(issueDraft.required({ id: true })).optional(),
})

export const issueChange = z.strictObject({ name: nonEmptyText.optional(), description: nonEmptyText.nullish() })

/** `before` names the sibling in front of which the entry is to stand; without it, it stands last. */
export const treePlace = z.strictObject({ parent: uuid.nullable(), before: uuid.nullish() })

export const removal = z.strictObject({ detach: z.boolean().optional() })

export const linkDraft = z.strictObject({
  id: uuid.optional(),
  from: uuid,
  to: linkEnd,
  type: key,
  certainty: certainty.optional(),
  note: nonEmptyText.optional(),
  attributes: attributeValues.optional(),
})

export const linkChange = z.strictObject({
  type: key.optional(),
  certainty: certainty.optional(),
  note: nonEmptyText.nullish(),
  attributes: attributeValues.optional(),
})

const codeMembers = code.pick({
  key: true,
  label: true,
  definition: true,
  examples: true,
  color: true,
  hotkey: true,
  retired: true,
})

export const codeDraft = codeMembers
  .partial({ key: true, examples: true })
  .extend({ id: uuid.optional(), type: code.shape.type, parent: code.shape.parent, rank: code.shape.rank })

export const codeChange = codeMembers.partial().extend({
  definition: nullable(code.shape.definition),
  color: nullable(code.shape.color),
  hotkey: nullable(code.shape.hotkey),
  retired: nullable(code.shape.retired),
})

const attributeMembers = attribute.pick({ label: true, valueType: true, values: true, required: true })

export const attributeDraft = attributeMembers
  .partial({ values: true, required: true })
  .extend({ type: attribute.shape.type, key: attribute.shape.key })

export const attributeChange = attributeMembers.partial()

const linkTypeMembers = linkType.pick({ label: true, from: true, to: true, symmetric: true })

export const linkTypeDraft = linkTypeMembers.partial({ symmetric: true }).extend({ key: linkType.shape.key })

export const linkTypeChange = linkTypeMembers.partial()

export const dependedKind = z.enum(['actor', 'issue', 'code', 'attribute', 'linkType', 'annotation'])

/** Entries that annotations are asked for by. */
export const mentionedKind = z.enum(['actor', 'issue', 'code'])

export const mentionDraft = span.extend({ id: uuid.optional() })

export const codebookFormat = z.enum(['json', 'qdc'])
