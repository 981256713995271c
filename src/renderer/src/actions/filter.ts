/** What is listed of an article's annotations. */
import type { OpenTask } from '../../../core/open-tasks.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Shell } from '../app/shell.ts'
import { type Filter, type Listed, matchingRows, withFocused } from '../data/annotation-filter.ts'
import type { Rows } from '../data/annotation-rows.ts'
import { registriesQuery } from '../data/queries.ts'
import { focusArea, showPane } from './areas.ts'
import { announce } from './notices.ts'

/** The rows of the article that are listed now, for what is not drawn from them. */
export const listedRows = (shell: Shell, rows: Rows): Listed => {
  const { filter, hiddenTypes, focusId } = shell.ui.get()
  const registries = shell.queries.getQueryData(registriesQuery(shell).queryKey)
  return withFocused(rows, matchingRows(rows, filter, hiddenTypes, registries), focusId)
}

export const isFiltered = ({ ui }: Shell): boolean => {
  const { filter, hiddenTypes, articleSet } = ui.get()
  return filter.length > 0 || hiddenTypes.length > 0 || articleSet !== undefined
}

/** Shows the field that adds to the filter, and puts the keyboard into it. */
export const openFilter = (shell: Shell) => {
  showPane(shell, 'right')
  shell.ui.set({ filterOpen: true })
  setTimeout(() => document.querySelector<HTMLElement>('.filter-field input')?.focus())
}

/** The keyboard goes to the list. */
export const closeFilter = (shell: Shell) => {
  shell.ui.set({ filterOpen: false })
  setTimeout(() => focusArea(shell, 'annotations'))
}

/** Lists everything again. */
export const clearFilter = (shell: Shell) => {
  shell.ui.set({ filter: [], hiddenTypes: [], articleSet: undefined })
  announce(shell, ({ t }) => t('filter.cleared'))
}

/** Lists only what is open in one way, or everything again where that is listed already. */
export const filterByTask = (shell: Shell, task: OpenTask) => {
  showPane(shell, 'right')
  const { filter } = shell.ui.get()
  const others: Filter = filter.filter(({ kind }) => kind !== 'task')
  const isOnly = filter.length === others.length + 1 && filter.some(({ kind, id }) => kind === 'task' && id === task)
  shell.ui.set({ filter: isOnly ? others : [...others, { kind: 'task', id: task }] })
}

/** A type that was hidden is shown again when something is tagged as it: nothing new goes unseen. */
export const showType = (shell: Shell, type: AnnotationType) => {
  const { hiddenTypes } = shell.ui.get()
  if (!hiddenTypes.includes(type)) return
  shell.ui.set({ hiddenTypes: hiddenTypes.filter((other) => other !== type) })
  announce(shell, ({ t }) => t('filter.shownAgain', { type }))
}
