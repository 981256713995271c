/** Annotations that lost their place: going from one to the next, and giving them a place again. */
import type { Annotation } from '../../../core/annotation.ts'
import { likelyPlaces } from '../../../core/likely.ts'
import type { Span } from '../../../core/span.ts'
import type { Shell } from '../app/shell.ts'
import { articleQuery, articlesQuery } from '../data/queries.ts'
import { focusArea, showPane } from './areas.ts'
import { focusAnnotation } from './focus.ts'
import { showMine } from './layers.ts'
import { announce } from './notices.ts'
import { openArticle } from './open-article.ts'
import { pickWords } from './pick.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const focusedOrphan = (shell: Shell): Annotation | undefined => {
  const { focusId } = shell.ui.get()
  return orphansHere(shell).find(({ id }) => id === focusId)
}

const orphansHere = ({ annotations, ui }: Shell): Annotation[] =>
  annotations.rows(ui.get().articleId ?? '').filter(({ anchor }) => anchor === 'orphan')

/** The next orphan of the article, then those of the articles after it, and around. */
export const nextOrphan = async (shell: Shell) => {
  const { ui, desk, queries } = shell
  const { articleId, focusId } = ui.get()
  const here = orphansHere(shell)
  const next = here[here.findIndex(({ id }) => id === focusId) + 1]
  if (next) return goToOrphan(shell, next.articleId, next.id)
  const orphans = await desk.orphans()
  const list = (queries.getQueryData(articlesQuery(shell).queryKey) ?? []).map(({ id }) => id)
  const at = list.indexOf(articleId ?? '')
  for (const id of [...list.slice(at + 1), ...list.slice(0, at + 1)]) {
    const first = orphans.find((orphan) => orphan.articleId === id)
    if (!first) continue
    return goToOrphan(shell, id, id === articleId ? here[0]?.id : first.id)
  }
  announce(shell, ({ t }) => t('orphan.none'))
}

/** Shows an orphan in the list, and gives the list the keyboard. */
export const goToOrphan = (shell: Shell, articleId: string, id: string | undefined) => {
  if (!id) return
  openArticle(shell, articleId, id)
  showPane(shell, 'right')
  focusAnnotation(shell, id)
  setTimeout(() => focusArea(shell, 'annotations'))
}

/** Lets words be picked for the orphan in focus, beginning with those that are most likely meant. */
export const placeOrphan = (shell: Shell) => {
  const row = focusedOrphan(shell)
  if (row && writable(shell)) pickPlace(shell, row, [])
}

/** One fragment after the other. */
const pickPlace = (shell: Shell, row: Annotation, taken: readonly Span[]) => {
  const { queries, editor, ui } = shell
  const { fragments } = row.target
  const fragment = fragments[taken.length]
  if (!fragment) return void place(shell, row, taken)
  const text = queries.getQueryData(articleQuery(shell, row.articleId).queryKey)?.text ?? ''
  pickWords(shell, (words) => {
    if (words) pickPlace(shell, row, [...taken, words])
    else focusArea(shell, 'annotations')
  })
  if (!ui.get().pick) return
  const likely = likelyPlaces(text, fragment, row.target)
  if (likely[0]) editor.current?.propose(likely[0])
  announce(shell, ({ t }) => t('orphan.how', { count: likely.length, part: taken.length + 1, parts: fragments.length }))
}

const place = async (shell: Shell, { id, articleId }: Annotation, spans: readonly Span[]) => {
  const { desk, annotations } = shell
  const inOrder = spans.toSorted((a, b) => a.start - b.start)
  const done = await write(
    shell,
    ({ t }) => t('orphan.notPlaced'),
    () => desk.placeAgain(id, inOrder),
  )
  focusArea(shell, 'annotations')
  if (!done) return
  const copied = done.value.id !== id
  await annotations.refresh(articleId, copied ? [id, done.value.id] : [id])
  showMine(shell)
  focusAnnotation(shell, done.value.id)
  announce(shell, ({ t }) => t(copied ? 'annotation.copied' : 'orphan.placed'))
}
