/** The calls by which it is decided between annotators; `contract.ts` joins them to the others. */
import { z } from 'zod'
import type { AdjudicationUnit } from '../core/adjudicate/units.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationType, attributeValues, certainty, nonEmptyText, sha256, uuid } from '../core/schema.ts'
import { bodyDraft, newEntries, span } from './contract-drafts.ts'

export type { ContentMember } from '../core/adjudicate/content.ts'
export type { AdjudicationUnit } from '../core/adjudicate/units.ts'

export interface AdjudicationCalls {
  /** An article's annotations, put together where annotators were at the same thing, and how far each such unit is. */
  adjudicable(articleId: string, annotatorIds?: string[]): Adjudicable
  /**
   * Decides, in one undo step: what is kept becomes annotations of the gold annotator, based on what it was taken from, each with
   * a record of the decision; their references, and the links annotators made, lead to what was made of the other end. An earlier
   * decision about the same is replaced. Gives the gold annotations. Fails with 'not-found', or 'bad-request' ('inputs') where
   * inputs are not of the article, are adjudicated themselves, or stand in two decisions.
   */
  adjudicate(articleId: string, decisions: AdjudicationDecision[]): Annotation[]
  /**
   * Decides by a rule what it can decide, in one undo step, and leaves the rest and what was decided before. 'exact-match': all
   * annotators have exactly one annotation there and say the same. Articles with fewer than two annotators are left out.
   */
  adjudicateByRule(request: RuleRequest): RuleReport
}

export type Adjudicable = { annotatorIds: string[]; units: AdjudicationUnit[] }
export type AdjudicationDecision = z.infer<typeof adjudicationDecision>
export type AdjudicationRule = z.infer<typeof adjudicationRule>
export type RuleRequest = z.infer<typeof ruleRequest>

export type RuleReport = {
  /** `accepted` were decided now, `open` are left to people, `decided` were decided before. */
  articles: { articleId: string; annotatorIds: string[]; accepted: number; open: number; decided: number }[]
}

const adjudicationRule = z.enum(['exact-match'])

const ownDraft = z.strictObject({
  type: annotationType,
  fragments: z.array(span).min(1),
  codes: z.array(uuid).optional(),
  attributes: attributeValues.optional(),
  body: bodyDraft.optional(),
  certainty: certainty.optional(),
  note: nonEmptyText.optional(),
  entries: newEntries.optional(),
})

/** `take` names the inputs that are kept, each as an annotation of its own; none of them: nothing is kept. */
const adjudicationDecision = z.strictObject({
  inputs: z.array(uuid).min(1),
  choice: z.union([z.strictObject({ take: z.array(uuid) }), z.strictObject({ own: ownDraft })]),
})

const ruleRequest = z.strictObject({
  rule: adjudicationRule,
  articleIds: z.array(sha256).min(1).optional(),
  annotatorIds: z.array(uuid).min(2).optional(),
  /** Only say what would be decided. */
  dryRun: z.boolean().optional(),
})

export const adjudicationActions = ['adjudication.decide', 'adjudication.rule'] as const

/** The arguments of these calls. */
export const adjudicationSchemas: { [K in keyof AdjudicationCalls]: z.ZodType<Parameters<AdjudicationCalls[K]>> } = {
  adjudicable: z.tuple([sha256, z.array(uuid).min(1).optional()]),
  adjudicate: z.tuple([sha256, z.array(adjudicationDecision).min(1)]),
  adjudicateByRule: z.tuple([ruleRequest]),
}
