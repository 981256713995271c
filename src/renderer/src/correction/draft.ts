/** A correction that is not saved yet: what was changed of an article's text. Offsets are UTF-16 code units. */
import { ChangeSet, Text } from '@codemirror/state'
import { z } from 'zod'
import { diffEdits } from '../../../core/diff-edits.ts'
import { digestOf } from '../../../core/digest.ts'
import { sha256 } from '../../../core/schema.ts'

export type Draft = {
  /** The text that is corrected. */
  base: string
  changes: ChangeSet
  /** Caret and steps to undo, while the field is not on the screen; what `openField` gave. */
  rest?: unknown
}

export const emptyDraft = (base: string): Draft => ({ base, changes: ChangeSet.empty(base.length) })

/** The text with its line breaks as they are: anything but a line feed is a character as any other. */
export const documentOf = (text: string): Text => Text.of(text.split('\n'))

export const draftText = ({ base, changes }: Draft): string =>
  changes.empty ? base : changes.apply(documentOf(base)).toString()

export const isChanged = (draft: Draft): boolean => !draft.changes.empty && draftText(draft) !== draft.base

/** The edits that turn one text into another, as changes of the field. */
export const changesBetween = (before: string, after: string): ChangeSet =>
  ChangeSet.of(
    diffEdits(before, after).map(({ start, end, insert }) => ({ from: start, to: end, insert: documentOf(insert) })),
    before.length,
  )

/**
 * The draft over a text that was changed elsewhere: both changes hold. `arrived` is what has to be done to the draft's own
 * text for that.
 */
export const carriedOver = ({ base, changes }: Draft, now: string): { draft: Draft; arrived: ChangeSet } => {
  const elsewhere = changesBetween(base, now)
  return { draft: { base: now, changes: changes.map(elsewhere) }, arrived: elsewhere.map(changes, true) }
}

/** What of a draft is kept between starts; the text it belongs to is named by its digest. */
export const keptDraft = z.strictObject({ articleId: sha256, base: sha256, changes: z.unknown() })
export type KeptDraft = z.infer<typeof keptDraft>

const digests = new WeakMap<Draft, string>()

export const keepDraft = (articleId: string, draft: Draft): KeptDraft => {
  const base = digests.get(draft) ?? digestOf(draft.base)
  digests.set(draft, base)
  return { articleId, base, changes: draft.changes.toJSON() }
}

/** The draft that was kept; none where the text is another one now, or what was kept makes no sense. */
export const recallDraft = (kept: KeptDraft, text: string): Draft | undefined => {
  if (digestOf(text) !== kept.base) return undefined
  try {
    const changes = ChangeSet.fromJSON(kept.changes)
    return changes.length === text.length ? { base: text, changes } : undefined
  } catch {
    return undefined
  }
}

/** The words that a kept draft holds, for whoever has to put them in again by hand. */
export const wordsOf = ({ changes }: KeptDraft): string =>
  z
    .array(z.union([z.number(), z.tuple([z.number()], z.string())]))
    .catch([])
    .parse(changes)
    .flatMap((part) => (Array.isArray(part) ? [part.slice(1).join('\n')] : []))
    .filter(Boolean)
    .join('\n…\n')
