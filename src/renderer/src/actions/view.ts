/** Keeps the place of work, so that everything is found again. */
import type { Shell } from '../app/shell.ts'
import { projectQuery } from '../data/queries.ts'
import { emptyView, parseView, withPlace } from '../data/view.ts'
import { draftsToKeep } from './drafts.ts'

const PAUSE = 1_500

/** Remembers where the analyst is now; written by the main process. */
export const keepView = (shell: Shell) => {
  const { ui, queries, editor, view, api } = shell
  const project = queries.getQueryData(projectQuery(shell).queryKey)
  const { articleId, focusId, phase } = ui.get()
  if (phase !== 'open' || !project) return
  const place = editor.current?.view()
  const {
    articleId: _,
    focusId: __,
    ...places
  } = articleId && place ? withPlace(view.kept, articleId, place) : view.kept
  const drafts = draftsToKeep(shell)
  view.kept = { ...places, drafts, ...(articleId ? { articleId } : {}), ...(focusId ? { focusId } : {}) }
  api.keepView(project.id, view.kept)
}

/** Keeps the view a moment after the last time this was called. */
export const keepViewSoon = (shell: Shell) => {
  clearTimeout(shell.view.timer)
  shell.view.timer = setTimeout(() => keepView(shell), PAUSE)
}

export const recallView = async ({ api, view }: Shell, projectId: string) => {
  view.kept = emptyView
  view.kept = parseView(await api.view(projectId))
}
