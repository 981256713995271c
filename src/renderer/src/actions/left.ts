/** Going to what is left to do, from annotation to annotation and on to the other articles. */
import { isOpen, type OpenTask } from '../../../core/open-tasks.ts'
import { isolated } from '../app/explain.ts'
import type { Onward, Shell } from '../app/shell.ts'
import type { Rows } from '../data/annotation-rows.ts'
import { articleQuery, articlesQuery, openTasksQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { focusArea } from './areas.ts'
import { focusAnnotation } from './focus.ts'
import { announce, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'

/** The next (1) or previous (-1) annotation that is open in this way; where there is none, says where more of them are. */
export const goToLeft = async (shell: Shell, task: OpenTask, step: 1 | -1) => {
  const { articleId, focusId, visibleId, onward } = shell.ui.get()
  if (!articleId) return
  const rows = shell.annotations.rows(articleId)
  const focused = rows.findIndex(({ id }) => id === focusId)
  const visible = rows.findIndex(({ id }) => id === visibleId)
  const from = focused >= 0 ? focused + step : visible >= 0 ? visible : step === 1 ? 0 : rows.length - 1
  const found = firstLeft(rows, task, step, from)
  if (found) return focusAnnotation(shell, found)
  const here = { task, step, articleId, focusId }
  if (onward && isSamePlace(onward, here)) return follow(shell, onward)
  try {
    const next = await elsewhere(shell, here)
    const count = next?.count ?? rows.filter(isOpen[task]).length
    // The keys went on meanwhile.
    if (shell.ui.get().articleId !== articleId || shell.ui.get().focusId !== focusId) return
    shell.ui.set({ onward: count > 0 ? { ...here, to: next?.articleId ?? articleId } : undefined })
    announce(shell, ({ t }) =>
      count === 0
        ? t('left.none', { task: t(`task.${task}`) })
        : next
          ? t('left.elsewhere', { task: t(`task.${task}`), count, title: isolated(next.title) })
          : t('left.around', { task: t(`task.${task}`), count }),
    )
  } catch (error) {
    notifyFailure(
      shell,
      ({ t }) => t('left.notFound'),
      error,
      ({ t }) => t('problem.nothingChanged'),
    )
  }
}

const firstLeft = (rows: Rows, task: OpenTask, step: 1 | -1, from: number): string | undefined => {
  for (let index = from; index >= 0 && index < rows.length; index += step) {
    const row = rows[index]
    if (row && isOpen[task](row)) return row.id
  }
  return undefined
}

const isSamePlace = (a: Onward, b: Omit<Onward, 'to'>): boolean =>
  a.task === b.task && a.step === b.step && a.articleId === b.articleId && a.focusId === b.focusId

/** The nearest article in the order of the list, around its ends, that has more of it. */
const elsewhere = async (shell: Shell, { task, step, articleId }: Omit<Onward, 'to'>) => {
  const list = await shell.queries.fetchQuery(articlesQuery(shell))
  const counts = new Map(
    (await shell.queries.fetchQuery(openTasksQuery(shell))).map((left) => [left.articleId, left[task]]),
  )
  const at = list.findIndex(({ id }) => id === articleId)
  for (let distance = 1; distance < list.length; distance += 1) {
    const article = list[(at + step * distance + list.length) % list.length]
    const count = article ? (counts.get(article.id) ?? 0) : 0
    if (article && count > 0) return { articleId: article.id, count, title: articleName(article) }
  }
  return undefined
}

const follow = async (shell: Shell, { task, step, articleId, to }: Onward) => {
  shell.ui.set({ onward: undefined })
  const { area } = shell.ui.get()
  const rows = await shell.annotations.fetch(to)
  const found = firstLeft(rows, task, step, step === 1 ? 0 : rows.length - 1)
  if (!found) return
  if (to === articleId) return focusAnnotation(shell, found)
  await shell.queries.fetchQuery(articleQuery(shell, to))
  const before = shell.editor.current
  openArticle(shell, to, found)
  keepKeyboard(shell, area === 'annotations' ? 'annotations' : 'text', before, 60)
}

/** The text and the list are others now: the keyboard goes where it was, as soon as that is there. */
const keepKeyboard = (shell: Shell, area: 'annotations' | 'text', before: unknown, tries: number) => {
  const isThere =
    shell.editor.current !== null &&
    shell.editor.current !== before &&
    (area === 'text' || document.querySelector('.cards') !== null)
  if (isThere) focusArea(shell, area)
  else if (tries > 0) requestAnimationFrame(() => keepKeyboard(shell, area, before, tries - 1))
}
