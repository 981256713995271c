/** What is kept of the window's arrangement, whichever project is open. */
import { z } from 'zod'

const pane = z.strictObject({ open: z.boolean(), width: z.number().min(200).max(640) })

const layout = z.strictObject({
  left: pane,
  right: pane,
  /** What the pane on the left lists; absent in what earlier versions kept. */
  leftTab: z.enum(['articles', 'actors', 'issues', 'codebook']).default('articles'),
  /** The codebook's definitions stand beside the text. */
  guide: z.boolean().default(false),
  /** The colour and stroke of people's work, by annotator, where one was chosen. */
  layerStyles: z.record(z.uuid(), z.int().min(0)).default({}),
  /** Selections snap to words. */
  snap: z.boolean(),
  /** Which of the first steps is shown; 'done' once they are finished or sent away. */
  steps: z.union([z.int().min(0).max(4), z.literal('done')]),
})

export type Layout = z.infer<typeof layout>

export const defaultLayout: Layout = {
  left: { open: true, width: 272 },
  right: { open: true, width: 328 },
  leftTab: 'articles',
  guide: false,
  layerStyles: {},
  snap: true,
  steps: 0,
}

/** Reads what was kept; the default where it is missing or from another version. */
export const parseLayout = (kept: unknown): Layout => {
  const parsed = layout.safeParse(kept)
  return parsed.success ? parsed.data : defaultLayout
}
