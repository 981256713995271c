/** What is done with records that were changed in two places. */

import type { Conflict, ConflictChoice } from '../../../workbench/contract.ts'
import { focusArea } from '../actions/areas.ts'
import { focusAnnotation } from '../actions/focus.ts'
import { openArticle } from '../actions/open-article.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import type { Shell } from '../app/shell.ts'
import { conflictsQuery } from '../data/queries.ts'
import { showTab } from '../registry/actors.ts'

/** Kinds of which there can be two that were made of one. */
const manifold: ReadonlySet<string> = new Set(['annotation', 'actor', 'issue', 'code', 'link'])

export const canKeepBoth = ({ kind, versions }: Conflict): boolean =>
  manifold.has(kind) && versions.every(({ deleted }) => !deleted)

export const canRemove = ({ kind }: Conflict): boolean => kind !== 'annotator'

/** Decides, and shows what is left; whether it was done. */
export const decide = async (shell: Shell, { id }: Conflict, choice: ConflictChoice): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('conflicts.notDecided'),
    () => shell.desk.decideConflict(id, choice),
  )
  // Before the next key is pressed.
  await shell.queries.invalidateQueries({ queryKey: conflictsQuery(shell).queryKey })
  return done !== undefined
}

export const canShow = ({ kind, articleId }: Conflict): boolean =>
  articleId !== undefined || ['actor', 'issue', 'code', 'attribute', 'linkType'].includes(kind)

/** Goes to where the record is worked with: the text, or its list. */
export const show = (shell: Shell, { id, kind, articleId }: Conflict) => {
  const { ui } = shell
  ui.set({ dialog: undefined })
  if (kind === 'actor') {
    ui.set({ actorId: id })
    return showTab(shell, 'actors')
  }
  if (kind === 'issue') {
    ui.set({ issueId: id })
    return showTab(shell, 'issues')
  }
  if (articleId === undefined) {
    ui.set({ codebookId: id })
    return showTab(shell, 'codebook')
  }
  if (kind !== 'annotation') openArticle(shell, articleId)
  else if (ui.get().articleId === articleId) focusAnnotation(shell, id)
  else openArticle(shell, articleId, id)
  setTimeout(() => focusArea(shell, 'text'))
}
