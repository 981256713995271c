/** Who works on which article. What is assigned and not begun is progress in the state 'todo', which bundles carry. */
import { Failure } from '../core/failure.ts'
import { progressId } from '../core/ids.ts'
import type { Annotator } from '../core/registries.ts'
import { hasArticle } from '../store/articles.ts'
import { act } from '../store/history.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { put, remove, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { existingArticle, titleOf } from './articles.ts'
import { isBlind, setBlind } from './blind.ts'
import type { PeopleCalls } from './contract-people.ts'
import { existingRecord } from './entries.ts'
import { previewExport } from './export-bundle.ts'

export const peopleCalls = (session: Session, announce: Announce): PeopleCalls => ({
  addAnnotator: (name, id) => addAnnotator(session, announce, name, id),
  assign: (articleIds, annotatorIds) => assign(session, announce, articleIds, annotatorIds),
  unassign: (articleIds, annotatorIds) => unassign(session, announce, articleIds, annotatorIds),
  previewExport: (part) => previewExport(session.project.db, part),
  blind: () => isBlind(session),
  setBlind: (on) => setBlind(session, announce, on),
})

const addAnnotator = (session: Session, announce: Announce, name: string, id = session.newId()): Annotator => {
  const known = listRecords(session.project.db, 'annotator').find((one) => one.name === name && one.kind === 'person')
  if (known) return known
  const step = { action: 'annotator.add', params: { title: name } }
  return announce(act(session, step, (tx) => put(tx, 'annotator', { id, name, kind: 'person' })))
}

const assign = (session: Session, announce: Announce, articleIds: string[], annotatorIds: string[]): void => {
  const { db } = session.project
  const missing = pairsOf(session, articleIds, annotatorIds).filter(({ id }) => !findRecord(db, 'progress', id))
  write(session, announce, 'article.assign', missing, (tx, pair) => put(tx, 'progress', { ...pair, state: 'todo' }))
}

const unassign = (session: Session, announce: Announce, articleIds: string[], annotatorIds: string[]): void => {
  const { db } = session.project
  const waiting = pairsOf(session, articleIds, annotatorIds).filter(
    ({ id }) => findRecord(db, 'progress', id)?.state === 'todo',
  )
  write(session, announce, 'article.unassign', waiting, (tx, { id }) => remove(tx, 'progress', id))
}

type Pair = { id: string; articleId: string; annotatorId: string }

/** Fails with 'not-found' where an article or a person is not here; who works now may still be unwritten. */
const pairsOf = (session: Session, articleIds: string[], annotatorIds: string[]): Pair[] => {
  for (const id of annotatorIds) if (id !== session.me?.id) existingRecord(session.project.db, 'annotator', id)
  for (const id of articleIds)
    if (!hasArticle(session.project.db, id)) throw new Failure('not-found', { kind: 'article', id })
  return [...new Set(articleIds)].flatMap((articleId) =>
    [...new Set(annotatorIds)].map((annotatorId) => ({
      id: progressId(articleId, annotatorId),
      articleId,
      annotatorId,
    })),
  )
}

const write = (
  session: Session,
  announce: Announce,
  action: 'article.assign' | 'article.unassign',
  pairs: readonly Pair[],
  change: (tx: Parameters<typeof put>[0], pair: Pair) => void,
): void => {
  const [first] = pairs
  if (!first) return
  const count = new Set(pairs.map(({ articleId }) => articleId)).size
  const params = { count, ...titleOf(existingArticle(session, first.articleId)) }
  announce(
    act(session, { action, params, articleId: first.articleId }, (tx) => {
      for (const pair of pairs) change(tx, pair)
    }),
  )
}
