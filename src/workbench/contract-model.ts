/**
 * The calls of the analyst's model: registries, links, progress and codebook; `contract.ts` joins them to the others. Each
 * call that writes is one undo step. A draft may bring its id, to be shown before the write is acknowledged; the same draft
 * again finds the first. A merged entry in a new reference stands for the one it was merged into. In a change, null takes a
 * member away and what is absent stays.
 */
import { z } from 'zod'
import type { Annotation } from '../core/annotation.ts'
import type { Attribute, Code, LinkType } from '../core/codebook.ts'
import type { OpenTask } from '../core/open-tasks.ts'
import { type Link, type Progress, progress, type RecordKind } from '../core/records.ts'
import type { Actor, Issue } from '../core/registries.ts'
import { type AnnotationType, type Label, sha256, uuid } from '../core/schema.ts'
import type { Span } from '../core/span.ts'

import {
  type ActorChange,
  type ActorDraft,
  type AttributeChange,
  type AttributeDraft,
  actorChange,
  actorDraft,
  attributeChange,
  attributeDraft,
  type CodebookFormat,
  type CodeChange,
  type CodeDraft,
  codebookFormat,
  codeChange,
  codeDraft,
  type DependedKind,
  dependedKind,
  type IssueChange,
  type IssueDraft,
  issueChange,
  issueDraft,
  type LinkChange,
  type LinkDraft,
  type LinkTypeChange,
  type LinkTypeDraft,
  linkChange,
  linkDraft,
  linkTypeChange,
  linkTypeDraft,
  type MentionDraft,
  type MentionedKind,
  mentionDraft,
  mentionedKind,
  type Removal,
  removal,
  type TreePlace,
  treePlace,
} from './contract-drafts.ts'

export * from './contract-drafts.ts'

/** A file as the caller may name it: a path on the command line, in the window a handle the main process gave out. */
export type FileRef = string

export interface ActorCalls {
  /** Adds an entry to the registry; members of groups are checked. Actor annotations can be linked to it in the same step. */
  addActor(draft: ActorDraft, mentions?: string[]): Actor
  updateActor(actorId: string, change: ActorChange): Actor
  /** Points actors at the one they are the same as; what refers to them keeps doing so, and so they can be parted again. */
  mergeActors(actorIds: string[], into: string): void
  unmergeActor(actorId: string): Actor
  /** Removes entries; references to them stay, dangling, unless `detach` takes them away in the same step. */
  removeActors(actorIds: string[], how?: Removal): void
  /** Where annotations refer to an entry or to those merged into it, in all articles, in the order of the lists. */
  mentions(kind: MentionedKind, id: string): Mention[]
  /** Where the text names an actor for certain and who works now has annotated no actor yet, in text order. */
  findMentions(articleId: string, actorId: string): Span[]
  /** Annotates mentions of an actor that were found, in one step; drafts are as in `addAnnotation`. */
  tagMentions(articleId: string, actorId: string, mentions: MentionDraft[]): Annotation[]
  /** Says who actor annotations mention, or (null) that nobody knows; of another's annotation this makes one's own copy. */
  linkMentions(annotationIds: string[], actorId: string | null): void
  /** What refers to records: shown before they are changed or removed. Those merged into them are not counted in. */
  dependents(kind: DependedKind, ids: string[]): Dependents
}

export interface IssueCalls {
  addIssue(draft: IssueDraft): Issue
  updateIssue(issueId: string, change: IssueChange): Issue
  /** Puts an issue among the children of another or (null) at the top. Fails with 'bad-request' where it would stand under itself. */
  moveIssue(issueId: string, place: TreePlace): void
  mergeIssues(issueIds: string[], into: string): void
  unmergeIssue(issueId: string): Issue
  /** As `removeActors`; with `detach` the children move up to where the issue stood. */
  removeIssues(issueIds: string[], how?: Removal): void
}

export interface LinkCalls {
  /** Links from or to annotations of an article. */
  links(articleId: string): Link[]
  /** The annotations of other articles at the far ends of those links. */
  farEnds(articleId: string): Annotation[]
  /** Adds a link, a symmetric one from the smaller id to the larger; one that is there already is handed back as it is. */
  addLink(draft: LinkDraft): Link
  updateLink(linkId: string, change: LinkChange): Link
  removeLinks(linkIds: string[]): void
}

export interface ProgressCalls {
  /** Says how far one is with an article. */
  setProgress(articleId: string, state: Progress['state']): void
  /** What is left to do, article by article; articles where nothing is left are not listed. Reads every annotation. */
  openTasks(): OpenTaskCounts[]
}

export interface CodebookCalls {
  /** Refetched when a `changed` event names one of the three kinds. */
  codebook(): Codebook
  /** Without a key it is made from the label. Fails with 'bad-request' ('key-taken') where another code of the type has it. */
  addCode(draft: CodeDraft): Code
  updateCode(codeId: string, change: CodeChange): Code
  /** Among codes of its type. */
  moveCode(codeId: string, place: TreePlace): void
  mergeCodes(codeIds: string[], into: string): void
  unmergeCode(codeId: string): Code
  removeCodes(codeIds: string[], how?: Removal): void
  /** Type and key make the id, and stay. */
  addAttribute(draft: AttributeDraft): Attribute
  updateAttribute(attributeId: string, change: AttributeChange): Attribute
  removeAttributes(attributeIds: string[], how?: Removal): void
  /** The key makes the id, and stays. */
  addLinkType(draft: LinkTypeDraft): LinkType
  updateLinkType(linkTypeId: string, change: LinkTypeChange): LinkType
  /** With `detach` the links of the type go too. */
  removeLinkTypes(linkTypeIds: string[], how?: Removal): void
  /** How many annotations refer to each actor, issue and code; those that refer to a merged entry count for both. */
  usage(): Usage
  /** Writes the codebook alone, atomically: our own JSON, or REFI-QDA (codes only). */
  exportCodebook(to: FileRef, format: CodebookFormat): Promise<void>
  /**
   * Adds what is new in a codebook file (our own JSON, or REFI-QDA) and takes what it says of entries that are here. Fails with 'file' or
   * 'refused-codebook', which says where; then nothing of it is taken.
   */
  importCodebook(from: FileRef): Promise<CodebookReport>
}

export type Codebook = { codes: Code[]; attributes: Attribute[]; linkTypes: LinkType[] }

/** Annotations by the id of what they refer to; what nobody refers to is not listed. */
export type Usage = {
  actors: Record<string, number>
  issues: Record<string, number>
  codes: Record<string, number>
}

export type CodebookReport = {
  added: number
  changed: number
  unchanged: number
  /** What was added or changed, in the order of the file. */
  list: { kind: 'code' | 'attribute' | 'linkType'; outcome: 'added' | 'changed'; label: Label }[]
}

export type OpenTaskCounts = { articleId: string } & Record<OpenTask, number>

/** As what something is referred to. */
export const roles = [
  'mention',
  'holder',
  'source',
  'addressee',
  'toward',
  'issue',
  'evidence',
  'basis',
  'code',
  'attribute',
  'link',
  'member',
  'outlet',
  'parent',
  'merged',
  'adjudication',
] as const
export type Role = (typeof roles)[number]

/** `id` is the id of the record that refers, `to` that of what it refers to. */
export type Dependent = { kind: RecordKind; id: string; to: string; role: Role; articleId?: string }

export type Dependents = {
  /** References by role. */
  counts: Partial<Record<Role, number>>
  /** Annotations among those that refer, and how many of them are another's: `detach` leaves these alone. */
  annotations: number
  others: number
  articleIds: string[]
  /** The first thousand. */
  list: Dependent[]
}

export type Mention = {
  articleId: string
  annotationId: string
  type: AnnotationType
  role: Role
  /** The entry that is referred to: the one asked for, or one merged into it. */
  to: string
  quote: string
  start: number
}

export const modelActions = [
  'annotation.move',
  'annotation.duplicate',
  'annotation.split',
  'mention.link',
  'mention.linkNew',
  'mention.tag',
  'mention.unlink',
  'actor.add',
  'actor.update',
  'actor.merge',
  'actor.unmerge',
  'actor.remove',
  'issue.add',
  'issue.update',
  'issue.move',
  'issue.merge',
  'issue.unmerge',
  'issue.remove',
  'link.add',
  'link.update',
  'link.remove',
  'progress.set',
  'code.add',
  'code.update',
  'code.move',
  'code.merge',
  'code.unmerge',
  'code.remove',
  'attribute.add',
  'attribute.update',
  'attribute.remove',
  'linkType.add',
  'linkType.update',
  'linkType.remove',
  'codebook.import',
] as const

const file = z.string().min(1)
const id = z.tuple([uuid])
const ids = z.array(uuid).min(1)
const removing = z.tuple([ids, removal.optional()])
const merging = z.tuple([ids, uuid])
const moving = z.tuple([uuid, treePlace])

type Schemas<Calls> = {
  [K in keyof Calls]: Calls[K] extends (...args: infer A) => unknown ? z.ZodType<A> : never
}

/** The arguments of these calls. */
export const modelSchemas: Schemas<ActorCalls & IssueCalls & LinkCalls & ProgressCalls & CodebookCalls> = {
  addActor: z.tuple([actorDraft, ids.optional()]),
  updateActor: z.tuple([uuid, actorChange]),
  mergeActors: merging,
  unmergeActor: id,
  removeActors: removing,
  mentions: z.tuple([mentionedKind, uuid]),
  findMentions: z.tuple([sha256, uuid]),
  tagMentions: z.tuple([sha256, uuid, z.array(mentionDraft).min(1)]),
  linkMentions: z.tuple([ids, uuid.nullable()]),
  dependents: z.tuple([dependedKind, ids]),
  addIssue: z.tuple([issueDraft]),
  updateIssue: z.tuple([uuid, issueChange]),
  moveIssue: moving,
  mergeIssues: merging,
  unmergeIssue: id,
  removeIssues: removing,
  links: z.tuple([sha256]),
  farEnds: z.tuple([sha256]),
  addLink: z.tuple([linkDraft]),
  updateLink: z.tuple([uuid, linkChange]),
  removeLinks: z.tuple([ids]),
  setProgress: z.tuple([sha256, progress.shape.state]),
  openTasks: z.tuple([]),
  codebook: z.tuple([]),
  addCode: z.tuple([codeDraft]),
  updateCode: z.tuple([uuid, codeChange]),
  moveCode: moving,
  mergeCodes: merging,
  unmergeCode: id,
  removeCodes: removing,
  addAttribute: z.tuple([attributeDraft]),
  updateAttribute: z.tuple([uuid, attributeChange]),
  removeAttributes: removing,
  addLinkType: z.tuple([linkTypeDraft]),
  updateLinkType: z.tuple([uuid, linkTypeChange]),
  removeLinkTypes: removing,
  usage: z.tuple([]),
  exportCodebook: z.tuple([file, codebookFormat]),
  importCodebook: z.tuple([file]),
}
