/** Which annotation is in focus. The text and the list follow it. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Shell } from '../app/shell.ts'
import { showText } from '../app/show-text.ts'
import { listedRows } from './filter.ts'
import { revealLayer } from './layers.ts'

/** The annotation in focus, where it is among those of the article on the screen. */
export const focusedRow = ({ annotations, ui }: Shell): Annotation | undefined => {
  const { articleId, focusId } = ui.get()
  return articleId && focusId ? annotations.rows(articleId).find(({ id }) => id === focusId) : undefined
}

/** Brings an annotation into focus and into the window of the text. */
export const focusAnnotation = (shell: Shell, id: string) => {
  showText(shell)
  // The text shows it when it has the rows of the layer.
  if (revealLayer(shell, shell.ui.get().articleId, id)) shell.ui.set({ arriving: id })
  shell.ui.set({ focusId: id, editId: undefined, pick: undefined })
  shell.editor.current?.scrollToAnnotation(id)
}

/** The next (1) or previous (-1) annotation of those that are listed; from the first visible one where none is in focus. */
export const focusNeighbour = (shell: Shell, direction: 1 | -1) => {
  const { articleId, focusId, visibleId } = shell.ui.get()
  if (!articleId) return
  const { rows } = listedRows(shell, shell.annotations.rows(articleId))
  const from = rows.findIndex(({ id }) => id === (focusId ?? visibleId))
  const next = rows[focusId ? from + direction : Math.max(0, from)]
  if (next) focusAnnotation(shell, next.id)
}
