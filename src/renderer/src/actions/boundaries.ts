/** Moving the boundaries of the annotation in focus, by keys and by dragging. */
import type { Annotation } from '../../../core/annotation.ts'
import { boundaryAt, type Edge, fragmentAt, stepBoundary } from '../../../core/boundaries.ts'
import type { Span } from '../../../core/span.ts'
import type { Shell } from '../app/shell.ts'
import { withFragments } from '../data/changed-row.ts'
import type { DragPhase } from '../editor/types.ts'
import { writeChange } from './annotations.ts'
import { dropMoving, finishMoving, holdMoving } from './moving.ts'
import { announce } from './notices.ts'
import { focusedTarget } from './targets.ts'
import { writable } from './writable.ts'
import { writeAlone } from './writing.ts'

/** Moves the boundary meant by an edge to the next (1) or previous (-1) word or character. */
export const moveBoundary = async (shell: Shell, edge: Edge, step: 1 | -1, by: 'word' | 'character') => {
  // Another's annotation may just be becoming a copy of one's own.
  await shell.moving.underWay
  const found = focusedTarget(shell)
  if (!found || !writable(shell)) return
  const { row, text } = found
  const { fragments } = row.target
  const caret = shell.editor.current?.caret()
  const boundary = boundaryAt(fragments, edge, caret)
  const moved = stepBoundary(text, fragments, boundary, step, by)
  const to = moved?.[boundary.index]?.[edge]
  if (!moved || to === undefined) return announce(shell, ({ t }) => t('boundary.stuck'))
  await place(shell, row, moved, text, 'pause')
  // A caret in the fragment stays in it, so that the next key means the same one.
  shell.editor.current?.goTo(to, fragmentAt(fragments, caret) >= 0)
}

/** Paints fragments while a boundary is dragged; writes them at the end, or puts back what stood before. */
export const dragTarget = async (shell: Shell, id: string, fragments: readonly Span[], phase: DragPhase) => {
  if (phase === 'cancelled') return dropMoving(shell)
  const found = focusedTarget(shell)
  if (found?.row.id === id && writable(shell)) await place(shell, found.row, fragments, found.text, 'released')
  if (phase === 'done') await finishMoving(shell)
}

const place = async (
  shell: Shell,
  row: Annotation,
  fragments: readonly Span[],
  text: string,
  until: 'pause' | 'released',
) => {
  const { moving, annotations } = shell
  if (moving.current && moving.current.before.id !== row.id) await finishMoving(shell)
  const before = moving.current?.before ?? row
  const now = withFragments(row, fragments, text)
  const settle = annotations.expect(row.articleId, [row.id], [now])
  moving.current?.settle([now])
  const { target } = now
  const change = { fragments: target.fragments.map(({ start, end }) => ({ start, end })) }
  holdMoving(shell, { before, settle, write: () => writeChange(shell, before, change, settle, writeAlone) }, until)
}
