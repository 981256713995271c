/** Which annotation is in focus. The text and the list follow it. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Shell, UiState } from '../app/shell.ts'
import type { Rows } from '../data/annotation-rows.ts'

/** Brings an annotation into focus and into the window of the text. */
export const focusAnnotation = (shell: Shell, id: string) => {
  shell.ui.set({ focusId: id, editId: undefined })
  shell.editor.current?.scrollToAnnotation(id)
}

/** The next (1) or previous (-1) annotation of those that are shown; from the first visible one where none is in focus. */
export const focusNeighbour = (shell: Shell, direction: 1 | -1) => {
  const { articleId, focusId, visibleId } = shell.ui.get()
  if (!articleId) return
  const rows = shownRows(shell.annotations.rows(articleId), shell.ui.get())
  const from = rows.findIndex(({ id }) => id === (focusId ?? visibleId))
  const next = rows[focusId ? from + direction : Math.max(0, from)]
  if (next) focusAnnotation(shell, next.id)
}

/** The rows that the filter lets through; the very same array where there is no filter. */
export const shownRows = (
  rows: Rows,
  { hiddenTypes, unsureOnly }: Pick<UiState, 'hiddenTypes' | 'unsureOnly'>,
): Rows =>
  hiddenTypes.length === 0 && !unsureOnly
    ? rows
    : rows.filter((row: Annotation) => !hiddenTypes.includes(row.type) && (!unsureOnly || row.certainty === 'unsure'))
