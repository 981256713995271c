/** Tagging, editing and removing: painted at once, written in the background, taken back where writing failed. */
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import { goldId } from '../../../core/ids.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'
import type { AnnotationChange } from '../../../workbench/contract.ts'
import type { Say, Shell } from '../app/shell.ts'
import { draftRow, type Rows } from '../data/annotation-rows.ts'
import { changedRow } from '../data/changed-row.ts'
import { articleQuery, registriesQuery } from '../data/queries.ts'
import { showPane } from './areas.ts'
import { isCorrecting } from './drafts.ts'
import { showType } from './filter.ts'
import { focusedRow } from './focus.ts'
import { ensureIdentity } from './identity.ts'
import { showMine } from './layers.ts'
import { announce } from './notices.ts'
import { stepDone } from './steps.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const tag = async (shell: Shell, type: AnnotationType, spans: readonly Span[]) => {
  const { ui, desk, annotations, queries } = shell
  const { articleId } = ui.get()
  const article = articleId ? queries.getQueryData(articleQuery(shell, articleId).queryKey) : undefined
  if (!article || spans.length === 0 || !writable(shell)) return
  const me = await ensureIdentity(shell)
  const same = annotations
    .rows(article.id)
    .find((row) => row.annotatorId === me.id && row.type === type && standsOn(row, spans))
  if (same) {
    announce(shell, ({ t }) => t('annotation.already'))
    return ui.set({ focusId: same.id })
  }
  const draft = { id: v7(), articleId: article.id, type, fragments: spans.map(({ start, end }) => ({ start, end })) }
  const settle = annotations.expect(article.id, [draft.id], [draftRow(draft, article.text, me.id)])
  showType(shell, type)
  showMine(shell)
  ui.set({ focusId: draft.id })
  const done = await write(
    shell,
    ({ t }) => t('annotation.notAdded'),
    () => desk.addAnnotation(draft),
  )
  settle(done ? [done.value] : [])
  if (done) stepDone(shell, 1)
  else if (ui.get().focusId === draft.id) ui.set({ focusId: undefined })
}

/**
 * Changes one's own annotation; of another's one gets a copy of one's own, which comes into focus.
 * @param said what is true of one's own annotation then
 */
export const changeAnnotation = async (shell: Shell, row: Annotation, change: AnnotationChange, said?: Say) => {
  const { annotations, queries } = shell
  if (!writable(shell)) return
  const text = queries.getQueryData(articleQuery(shell, row.articleId).queryKey)?.text ?? ''
  // What has no name yet is not shown before it has one.
  const settle =
    isMine(shell, row) && !change.entries
      ? annotations.expect(row.articleId, [row.id], [changedRow(row, change, text)])
      : annotations.expect(row.articleId, [], [])
  await writeChange(shell, row, change, settle, write, said)
}

/** Writes a change that is painted already; `row` is what stood before, `settle` ends the painting. */
export const writeChange = async (
  shell: Shell,
  row: Annotation,
  change: AnnotationChange,
  settle: (truth: Rows) => void,
  run: typeof write,
  said?: Say,
) => {
  const { desk, queries } = shell
  const done = await run(
    shell,
    ({ t }) => t('annotation.notChanged'),
    async () => {
      const written = await desk.updateAnnotation(row.id, change)
      if (change.entries) await queries.fetchQuery({ ...registriesQuery(shell), staleTime: 0 })
      return written
    },
  )
  const copied = done && done.value.id !== row.id
  settle(done ? [...(copied ? [row] : []), done.value] : [row])
  if (!done) return
  stepDone(shell, 3)
  showMine(shell)
  if (copied) shell.ui.set({ focusId: done.value.id })
  const say = copied ? ({ t }: Parameters<Say>[0]) => t('annotation.copied') : said
  if (say) announce(shell, say)
}

/** The gold layer is everybody's who decides. */
export const isMine = ({ settings }: Shell, { annotatorId }: Annotation) =>
  annotatorId === settings.get().identity?.id || annotatorId === goldId

export const removeAnnotations = async (shell: Shell, ids: readonly string[]) => {
  const { ui, desk, annotations } = shell
  const { articleId, focusId } = ui.get()
  if (!articleId || !writable(shell)) return
  const named = annotations.rows(articleId).filter((row) => ids.includes(row.id))
  if (named.length === 0) return
  if (!named.every((row) => isMine(shell, row))) return announce(shell, ({ t }) => t('annotation.notYours'))
  const settle = annotations.expect(articleId, ids, [])
  if (focusId && ids.includes(focusId)) ui.set({ focusId: undefined, editId: undefined })
  const done = await write(
    shell,
    ({ t }) => t('annotation.notRemoved'),
    () => desk.removeAnnotations(named.map(({ id }) => id)),
  )
  settle(done ? [] : named)
  if (done) announce(shell, ({ t }) => t('annotation.removed', { count: named.length }))
}

/** Opens the form of the annotation in focus, at its first field or at the chain of speakers. */
export const editAnnotation = (shell: Shell, id: string, at?: 'chain') => {
  const { articleId } = shell.ui.get()
  const row = articleId && shell.annotations.rows(articleId).find((other) => other.id === id)
  if (!row || !writable(shell)) return
  showPane(shell, 'right')
  shell.ui.set({ focusId: id, editId: id, editAt: at })
}

/** Tags the selection, or the word at the caret; says how where there is neither. */
export const tagHere = (shell: Shell, type: AnnotationType) => {
  const why = isCorrecting(shell) ? 'correct.first' : 'tag.nothing'
  if (!shell.editor.current?.tag(type)) announce(shell, ({ t }) => t(why))
}

export const toggleCertainty = async (shell: Shell) => {
  const row = focusedRow(shell)
  if (row) await changeAnnotation(shell, row, { certainty: row.certainty === 'sure' ? 'unsure' : 'sure' })
}

const standsOn = (row: Annotation, spans: readonly Span[]) =>
  row.target.fragments.length === spans.length &&
  row.target.fragments.every(({ start, end }, index) => start === spans[index]?.start && end === spans[index]?.end)
