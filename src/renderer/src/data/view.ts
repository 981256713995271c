/** Where the analyst was in a project: article, place in each, annotation in focus. Kept by the main process. */
import { z } from 'zod'
import { sha256, uuid } from '../../../core/schema.ts'
import { keptDraft } from '../correction/draft.ts'
import { type EditorView, editorView } from '../editor/types.ts'
import { exportChoice } from '../exchange/export-choice.ts'

const projectView = z.strictObject({
  articleId: sha256.optional(),
  focusId: uuid.optional(),
  /** Latest last. */
  places: z.array(z.strictObject({ articleId: sha256, view: editorView })),
  /** Corrections of texts that are not saved. */
  drafts: z.array(keptDraft).default([]),
  /** What was exported last for other tools, and how. */
  exporting: exportChoice.optional(),
})

export type ProjectView = z.infer<typeof projectView>

export const emptyView: ProjectView = { places: [], drafts: [] }

/** Reads what was kept; nothing where it is from another version. */
export const parseView = (kept: unknown): ProjectView => {
  const parsed = projectView.safeParse(kept)
  return parsed.success ? parsed.data : emptyView
}

// What is kept for a project must stay under 64 KB.
const PLACES = 200

/** The place in a text that was changed; `to` says where an offset went. */
export const movedPlace = ({ top, beyond, selection }: EditorView, to: (offset: number) => number): EditorView => ({
  top: to(top),
  beyond,
  ...(selection ? { selection: { anchor: to(selection.anchor), focus: to(selection.focus) } } : {}),
})

export const withPlace = (view: ProjectView, articleId: string, place: EditorView): ProjectView => ({
  ...view,
  places: [...view.places.filter((other) => other.articleId !== articleId), { articleId, view: place }].slice(-PLACES),
})

export const placeIn = (view: ProjectView, articleId: string) =>
  view.places.find((place) => place.articleId === articleId)?.view
