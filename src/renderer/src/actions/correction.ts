/** Correcting an article's text: begun, seen before it is saved, saved or given up. What is typed stays until then. */
import type { CorrectionReport } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { type Draft, draftText, emptyDraft, isChanged } from '../correction/draft.ts'
import { articleQuery } from '../data/queries.ts'
import { movedPlace, withPlace } from '../data/view.ts'
import { endQueue } from './mention-queue.ts'
import { announce, nothingChanged, notify, notifyFailure } from './notices.ts'
import { goToOrphan } from './orphans.ts'
import { keepView, keepViewSoon } from './view.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** Makes the text on the screen one that can be typed over, at the place where it is read. */
export const beginCorrection = (shell: Shell) => {
  const { ui, queries, drafts, editor } = shell
  const { articleId, correcting } = ui.get()
  if (!articleId || !writable(shell)) return
  if (correcting.includes(articleId)) return editor.current?.focusText()
  const article = queries.getQueryData(articleQuery(shell, articleId).queryKey)
  if (!article) return
  void endQueue(shell)
  keepView(shell)
  drafts.set(articleId, emptyDraft(article.text))
  ui.set({
    correcting: [...correcting, articleId],
    selection: undefined,
    pick: undefined,
    linking: undefined,
    find: { query: '', total: 0, current: 0 },
  })
}

/** Says what a correction does to annotations, and asks whether it is to be saved. */
export const previewCorrection = async (shell: Shell) => {
  const { ui, drafts, desk } = shell
  const { articleId } = ui.get()
  const draft = articleId && drafts.get(articleId)
  if (!draft || !writable(shell)) return
  const text = draftText(draft)
  if (text === draft.base) return end(shell, articleId)
  if (!text.trim()) return announce(shell, ({ t }) => t('correct.empty'))
  try {
    const report = await desk.previewCorrection(articleId, text)
    if (ui.get().articleId === articleId) ui.set({ dialog: { kind: 'correction', articleId, text, report } })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('correct.notPreviewed'), error, nothingChanged)
  }
}

/** Saves the text that was previewed; previews again where the draft is another one by now. */
export const saveCorrection = async (shell: Shell, articleId: string, text: string) => {
  const { drafts, desk, queries, annotations } = shell
  const draft = drafts.get(articleId)
  if (!draft || draftText(draft) !== text) return previewCorrection(shell)
  const done = await write(
    shell,
    ({ t }) => t('correct.notSaved'),
    async () => {
      const report = await desk.correctText(articleId, text)
      await Promise.all([
        queries.fetchQuery({ ...articleQuery(shell, articleId), staleTime: 0 }),
        annotations.refresh(articleId, undefined),
      ])
      return report
    },
  )
  if (!done) return
  end(shell, articleId)
  tell(shell, articleId, done.value)
}

const tell = (shell: Shell, articleId: string, { reanchored, orphans }: CorrectionReport) => {
  announce(shell, ({ t }) => t('correct.saved', { changed: reanchored.length, orphans: orphans.length }))
  if (orphans.length === 0) return
  notify(shell, {
    tone: 'warning',
    title: ({ t }) => t('correct.orphans', { count: orphans.length }),
    body: ({ t }) => t('correct.orphans.body'),
    action: { label: ({ t }) => t('orphan.show'), run: () => goToOrphan(shell, articleId, orphans[0]?.id) },
  })
}

/** Leaves the correction; asks where something was typed, and even then it can be had back. */
export const leaveCorrection = async (shell: Shell) => {
  const { ui, drafts } = shell
  const { articleId } = ui.get()
  const draft = articleId && drafts.get(articleId)
  if (!draft) return
  if (!isChanged(draft)) return end(shell, articleId)
  const yes = await confirm(shell)
  if (!yes) return shell.editor.current?.focusText()
  const last = drafts.get(articleId) ?? draft
  const back = last.changes.invertedDesc
  end(shell, articleId, (offset) => back.mapPos(Math.min(offset, back.length)))
  notify(shell, {
    tone: 'done',
    title: ({ t }) => t('correct.discarded'),
    action: { label: ({ t }) => t('correct.discarded.undo'), run: () => takeBack(shell, articleId, last) },
  })
}

const confirm = ({ ui, t }: Shell): Promise<boolean> =>
  new Promise((resolve) =>
    ui.set({
      dialog: {
        kind: 'confirm',
        title: t('correct.discard.title'),
        body: t('correct.discard.body'),
        yes: t('correct.discard'),
        answer(yes) {
          ui.set({ dialog: undefined })
          resolve(yes)
        },
      },
    }),
  )

const takeBack = ({ ui, drafts }: Shell, articleId: string, { base, changes }: Draft) => {
  drafts.set(articleId, { base, changes })
  const { correcting } = ui.get()
  if (!correcting.includes(articleId)) ui.set({ correcting: [...correcting, articleId], articleId })
}

/** Back to reading, at the place where the text was corrected; `to` says where its offsets are in the text that is read. */
const end = (shell: Shell, articleId: string, to = (offset: number) => offset) => {
  const { ui, drafts, editor, view } = shell
  const place = editor.current?.view()
  if (place && ui.get().articleId === articleId) view.kept = withPlace(view.kept, articleId, movedPlace(place, to))
  drafts.delete(articleId)
  ui.set({
    correcting: ui.get().correcting.filter((id) => id !== articleId),
    find: { query: '', total: 0, current: 0 },
  })
  keepViewSoon(shell)
  setTimeout(() => editor.current?.focusText())
}
