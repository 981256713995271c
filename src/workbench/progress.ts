/** How far somebody is with an article, and what is left to do. */
import { Failure } from '../core/failure.ts'
import { progressId } from '../core/ids.ts'
import { openTasks } from '../core/open-tasks.ts'
import type { Progress } from '../core/records.ts'
import { act } from '../store/history.ts'
import { countOpenTasks } from '../store/open-tasks.ts'
import { findRecord } from '../store/records.ts'
import { put, type Session, sign } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { existingArticle, titleOf } from './articles.ts'
import { sightIn } from './blind.ts'
import type { OpenTaskCounts } from './contract-model.ts'

export const setProgress = (
  session: Session,
  announce: Announce,
  articleId: string,
  state: Progress['state'],
): void => {
  const article = existingArticle(session, articleId)
  const { me } = session
  if (!me) throw new Failure('who-are-you')
  const id = progressId(articleId, me.id)
  if (findRecord(session.project.db, 'progress', id)?.state === state) return
  announce(
    act(session, { action: 'progress.set', params: { ...titleOf(article), state }, articleId }, (tx) => {
      put(tx, 'progress', { id, articleId, annotatorId: sign(tx), state })
    }),
  )
}

export const openTasksOf = (session: Session): OpenTaskCounts[] =>
  countOpenTasks(session.project.db, sightIn(session)).filter((counts) => openTasks.some((task) => counts[task] > 0))
