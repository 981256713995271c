/** Which article is on the screen. */

import type { Shell } from '../app/shell.ts'
import { showText } from '../app/show-text.ts'
import { articlesQuery } from '../data/queries.ts'
import { leaveUnchanged } from './drafts.ts'
import { showType } from './filter.ts'
import { revealLayer } from './layers.ts'
import { endQueue } from './mention-queue.ts'
import { keepView, keepViewSoon } from './view.ts'

export const openArticle = (shell: Shell, articleId: string | undefined, focusId?: string) => {
  showText(shell)
  if (articleId === shell.ui.get().articleId) {
    if (focusId) {
      const revealed = revealLayer(shell, articleId, focusId)
      shell.ui.set({ focusId, ...(revealed && { arriving: focusId }) })
    }
    return
  }
  // Whoever goes elsewhere has not given up what was confirmed.
  void endQueue(shell)
  leaveUnchanged(shell)
  keepView(shell)
  shell.ui.set({
    articleId,
    focusId,
    editId: undefined,
    arriving: focusId,
    linking: undefined,
    pick: undefined,
    selection: undefined,
    visibleId: undefined,
    find: { query: '', total: 0, current: 0 },
    drawer: undefined,
  })
  // Not at once: the text on the screen is still the one before.
  keepViewSoon(shell)
}

/**
 * The article is on the screen: shows the annotation it was opened for, as soon as that is there.
 * @param complete no more of its annotations are on their way
 */
export const arrive = (shell: Shell, articleId: string, complete: boolean) => {
  const { ui, editor, annotations } = shell
  const { arriving } = ui.get()
  if (!arriving) return
  const row = annotations.all(articleId).find(({ id }) => id === arriving)
  if (!row && !complete) return
  // Comes again with the rows of the layer.
  if (revealLayer(shell, articleId, arriving)) return
  ui.set({ arriving: undefined })
  // What is hidden could not be seen.
  if (row) showType(shell, row.type)
  editor.current?.scrollToAnnotation(arriving)
  // What had the keyboard went with the article before.
  if (document.activeElement === document.body) editor.current?.focusText()
}

/** Opens the article before (-1) or after (1) the one on the screen. */
export const openNeighbour = (shell: Shell, direction: 1 | -1) => {
  const { articleId, articleSet } = shell.ui.get()
  const all = shell.queries.getQueryData(articlesQuery(shell).queryKey) ?? []
  // Whoever was led to some articles goes through those.
  const list = articleSet?.ids.includes(articleId ?? '') ? all.filter(({ id }) => articleSet.ids.includes(id)) : all
  const index = list.findIndex(({ id }) => id === articleId)
  const next = list[index < 0 ? 0 : index + direction]
  if (next) openArticle(shell, next.id)
}
