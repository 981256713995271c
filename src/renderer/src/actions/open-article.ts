/** Which article is on the screen. */
import type { Shell } from '../app/shell.ts'
import { articlesQuery } from '../data/queries.ts'
import { endQueue } from './mention-queue.ts'
import { keepView, keepViewSoon } from './view.ts'

export const openArticle = (shell: Shell, articleId: string | undefined, focusId?: string) => {
  if (articleId === shell.ui.get().articleId) {
    if (focusId) shell.ui.set({ focusId })
    return
  }
  // Whoever goes elsewhere has not given up what was confirmed.
  void endQueue(shell)
  keepView(shell)
  shell.ui.set({
    articleId,
    focusId,
    editId: undefined,
    selection: undefined,
    visibleId: undefined,
    find: { query: '', total: 0, current: 0 },
    drawer: undefined,
  })
  // Not at once: the text on the screen is still the one before.
  keepViewSoon(shell)
}

/** Opens the article before (-1) or after (1) the one on the screen. */
export const openNeighbour = (shell: Shell, direction: 1 | -1) => {
  const list = shell.queries.getQueryData(articlesQuery(shell).queryKey) ?? []
  const index = list.findIndex(({ id }) => id === shell.ui.get().articleId)
  const next = list[index < 0 ? 0 : index + direction]
  if (next) openArticle(shell, next.id)
}
