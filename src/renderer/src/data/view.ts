/** Where the analyst was in a project: article, place in each, annotation in focus. Kept by the main process. */
import { z } from 'zod'
import { sha256, uuid } from '../../../core/schema.ts'
import { editorView } from '../editor/types.ts'

const projectView = z.strictObject({
  articleId: sha256.optional(),
  focusId: uuid.optional(),
  /** Latest last. */
  places: z.array(z.strictObject({ articleId: sha256, view: editorView })),
})

export type ProjectView = z.infer<typeof projectView>

export const emptyView: ProjectView = { places: [] }

/** Reads what was kept; nothing where it is from another version. */
export const parseView = (kept: unknown): ProjectView => {
  const parsed = projectView.safeParse(kept)
  return parsed.success ? parsed.data : emptyView
}

// What is kept for a project must stay under 64 KB.
const PLACES = 200

export const withPlace = (view: ProjectView, articleId: string, place: z.infer<typeof editorView>): ProjectView => ({
  ...view,
  places: [...view.places.filter((other) => other.articleId !== articleId), { articleId, view: place }].slice(-PLACES),
})

export const placeIn = (view: ProjectView, articleId: string) =>
  view.places.find((place) => place.articleId === articleId)?.view
