/** What an annotation stands on and what it is: fragments, parting, copies, another type. */
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import { fragmentAt, partingAt, withFragment } from '../../../core/boundaries.ts'
import type { Span } from '../../../core/span.ts'
import type { Shell } from '../app/shell.ts'
import { articleQuery } from '../data/queries.ts'
import { changeAnnotation, isMine } from './annotations.ts'
import { isCorrecting } from './drafts.ts'
import { focusedRow } from './focus.ts'
import { ensureIdentity } from './identity.ts'
import { announceMine } from './layers.ts'
import { announce } from './notices.ts'
import { pickWords } from './pick.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** The annotation in focus and the text it stands in; says so where it has lost its place, or where the text is being corrected. */
export const focusedTarget = (shell: Shell): { row: Annotation; text: string } | undefined => {
  if (isCorrecting(shell)) {
    announce(shell, ({ t }) => t('correct.first'))
    return undefined
  }
  const row = focusedRow(shell)
  const text = row && shell.queries.getQueryData(articleQuery(shell, row.articleId).queryKey)?.text
  if (row?.anchor !== 'orphan') return row && text !== undefined ? { row, text } : undefined
  announce(shell, ({ t }) => t('target.orphan'))
  return undefined
}

/** Waits for words picked in the text, which become another fragment of the annotation in focus. */
export const pickFragment = (shell: Shell) => {
  const found = focusedTarget(shell)
  if (!found || !writable(shell)) return
  const { id } = found.row
  const take = (words: Span | undefined) => {
    const now = words && shell.ui.get().focusId === id ? focusedTarget(shell) : undefined
    if (words && now) void addFragment(shell, now.row, words, now.text)
  }
  pickWords(shell, take, ({ t }) => t('fragment.how'))
}

const addFragment = async (shell: Shell, row: Annotation, words: Span, text: string) => {
  const { fragments } = row.target
  if (fragments.some(({ start, end }) => start <= words.start && words.end <= end))
    return announce(shell, ({ t }) => t('fragment.there'))
  const next = withFragment(text, fragments, words)
  await changeAnnotation(shell, row, { fragments: next })
  announce(shell, ({ t }) => t('fragment.added', { count: next.length }))
}

/** Takes away the fragment at the caret, else the last one. */
export const removeFragment = async (shell: Shell) => {
  const found = focusedTarget(shell)
  if (!found) return
  const spans = found.row.target.fragments.map(({ start, end }) => ({ start, end }))
  if (spans.length === 1) return announce(shell, ({ t }) => t('fragment.only'))
  const at = fragmentAt(spans, shell.editor.current?.caret())
  await changeAnnotation(shell, found.row, { fragments: spans.toSpliced(at < 0 ? spans.length - 1 : at, 1) })
  announce(shell, ({ t }) => t('fragment.removed', { count: spans.length - 1 }))
}

/** Parts the annotation in focus at the caret, or one of several fragments into these. */
export const splitAnnotation = async (shell: Shell) => {
  const { editor, layout, desk, annotations, ui } = shell
  const found = focusedTarget(shell)
  if (!found || !writable(shell)) return
  const { row, text } = found
  const caret = editor.current?.caret()
  const at = caret === undefined ? undefined : partingAt(text, row.target.fragments, caret, layout.get().snap)
  if (at === undefined && row.target.fragments.length === 1) return announce(shell, ({ t }) => t('split.where'))
  const settle = annotations.expect(row.articleId, [], [])
  const done = await write(
    shell,
    ({ t }) => t('split.not'),
    () => desk.splitAnnotation(row.id, at),
  )
  settle(done?.value ?? [])
  if (!done) return
  ui.set({ focusId: done.value[0]?.id })
  announceMine(shell, row, ({ t }) => t('split.done', { count: done.value.length }))
}

/** A second annotation just like the one in focus, which comes into focus in its place. */
export const duplicateAnnotation = async (shell: Shell) => {
  const { desk, annotations, ui } = shell
  const row = focusedRow(shell)
  if (!row || !writable(shell)) return
  const me = await ensureIdentity(shell)
  const copy = { ...row, id: v7(), annotatorId: me.id, basedOn: isMine(shell, row) ? [] : [row.id] }
  const settle = annotations.expect(row.articleId, [copy.id], [copy])
  ui.set({ focusId: copy.id, editId: undefined })
  const done = await write(
    shell,
    ({ t }) => t('duplicate.not'),
    () => desk.duplicateAnnotation(row.id, copy.id),
  )
  settle(done ? [done.value] : [])
  if (done) announceMine(shell, row, ({ t }) => t('duplicate.done'))
  else if (ui.get().focusId === copy.id) ui.set({ focusId: row.id })
}
