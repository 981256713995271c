/** Corrections that are not saved: kept with the project's view, so that they are there after an end of any kind. */
import type { Article } from '../../../core/article.ts'
import type { Shell } from '../app/shell.ts'
import {
  carriedOver,
  type Draft,
  emptyDraft,
  isChanged,
  type KeptDraft,
  keepDraft,
  recallDraft,
  wordsOf,
} from '../correction/draft.ts'
import { announce, notify } from './notices.ts'

/** Whether the text on the screen is being corrected. */
export const isCorrecting = ({ ui }: Shell): boolean => {
  const { articleId, correcting } = ui.get()
  return articleId !== undefined && correcting.includes(articleId)
}

/** UTF-16 units of JSON, of the 64 K that are kept for a project; the places in articles need up to 34 K. */
const ROOM = 24 * 1024

/** What there is to keep; drafts that find no room are left out. */
export const draftsToKeep = ({ ui, drafts, view }: Shell): KeptDraft[] => {
  let room = ROOM
  return ui.get().correcting.flatMap((articleId) => {
    const draft = drafts.get(articleId)
    const kept = draft ? keepDraft(articleId, draft) : view.kept.drafts.find((other) => other.articleId === articleId)
    const size = JSON.stringify(kept ?? null).length
    if (!kept || size > room) return []
    room -= size
    return [kept]
  })
}

/** The draft of an article that is on the screen now: the one at hand, else the one kept, else an empty one. */
export const draftOf = (shell: Shell, { id, text }: Article): Draft => {
  const draft = atHand(shell, id, text) ?? kept(shell, id, text) ?? emptyDraft(text)
  shell.drafts.set(id, draft)
  return draft
}

const atHand = (shell: Shell, articleId: string, text: string): Draft | undefined => {
  const draft = shell.drafts.get(articleId)
  if (!draft || draft.base === text) return draft
  announce(shell, ({ t }) => t('correct.carried'))
  return carriedOver(draft, text).draft
}

const kept = (shell: Shell, articleId: string, text: string): Draft | undefined => {
  const found = shell.view.kept.drafts.find((other) => other.articleId === articleId)
  if (!found) return undefined
  const draft = recallDraft(found, text)
  if (draft) announce(shell, ({ t }) => t('correct.recalled'))
  else
    notify(shell, {
      tone: 'warning',
      title: ({ t }) => t('correct.lost'),
      body: ({ t }) => t('correct.lost.body'),
      details: wordsOf(found),
    })
  return draft
}

/** Asks before a draft goes that is too large to be kept; true where the project may be left. */
export const mayLeaveDrafts = async (shell: Shell): Promise<boolean> => {
  const { ui, drafts, api, t } = shell
  const safe = draftsToKeep(shell).map(({ articleId }) => articleId)
  const atRisk = ui.get().correcting.filter((id) => {
    const draft = drafts.get(id)
    return draft && isChanged(draft) && !safe.includes(id)
  })
  if (atRisk.length === 0) return true
  const answer = await api.ask({
    kind: 'warning',
    message: t('correct.tooLarge'),
    detail: t('correct.tooLarge.body'),
    buttons: [t('correct.stay'), t('correct.leave')],
    default: 0,
    cancel: 0,
  })
  return answer === 1
}

/** A correction in which nothing was typed is nothing to come back to. */
export const leaveUnchanged = ({ ui, drafts }: Shell) => {
  const { articleId, correcting } = ui.get()
  const draft = articleId && drafts.get(articleId)
  if (!draft || isChanged(draft)) return
  drafts.delete(articleId)
  ui.set({ correcting: correcting.filter((id) => id !== articleId) })
}
