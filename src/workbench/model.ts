/** The calls of `contract-model.ts` over one open project. */
import { farEndsOfArticle, linksOfArticle } from '../store/links.ts'
import { sees } from '../store/sight.ts'
import type { Session } from '../store/write.ts'
import { addActor, linkMentions, updateActor } from './actors.ts'
import type { Announce } from './announce.ts'
import { sightIn } from './blind.ts'
import * as codebook from './codebook.ts'
import { exportCodebook, importCodebook } from './codebook-file.ts'
import type { ActorCalls, CodebookCalls, FileRef, IssueCalls, LinkCalls, ProgressCalls } from './contract-model.ts'
import { dependents, mentions } from './dependents.ts'
import { findMentions, tagMentions } from './further-mentions.ts'
import { addIssue, updateIssue } from './issues.ts'
import { addLink, removeLinks, updateLink } from './links.ts'
import { mergeEntries, moveEntry, removeEntries, unmergeEntry } from './merging.ts'
import { openTasksOf, setProgress } from './progress.ts'
import { usageOf } from './usage.ts'

type ModelCalls = ActorCalls & IssueCalls & LinkCalls & ProgressCalls & CodebookCalls

export const modelCalls = (session: Session, announce: Announce, resolveFile: (ref: FileRef) => string): ModelCalls => {
  const { db } = session.project
  return {
    addActor: (draft, mentioned) => addActor(session, announce, draft, mentioned),
    updateActor: (id, change) => updateActor(session, announce, id, change),
    mergeActors: (ids, into) => mergeEntries(session, announce, 'actor', ids, into),
    unmergeActor: (id) => unmergeEntry(session, announce, 'actor', id),
    removeActors: (ids, how) => removeEntries(session, announce, 'actor', ids, how),
    mentions: (kind, id) => mentions(session, kind, id),
    findMentions: (articleId, actorId) => findMentions(session, articleId, actorId),
    tagMentions: (articleId, actorId, drafts) => tagMentions(session, announce, articleId, actorId, drafts),
    linkMentions: (ids, actorId) => linkMentions(session, announce, ids, actorId),
    dependents: (kind, ids) => dependents(session, kind, ids),
    addIssue: (draft) => addIssue(session, announce, draft),
    updateIssue: (id, change) => updateIssue(session, announce, id, change),
    moveIssue: (id, place) => moveEntry(session, announce, 'issue', id, place),
    mergeIssues: (ids, into) => mergeEntries(session, announce, 'issue', ids, into),
    unmergeIssue: (id) => unmergeEntry(session, announce, 'issue', id),
    removeIssues: (ids, how) => removeEntries(session, announce, 'issue', ids, how),
    links: (articleId) => {
      const sight = sightIn(session)
      return linksOfArticle(db, articleId).filter(({ createdBy: annotatorId }) =>
        sees(sight, { articleId, annotatorId }),
      )
    },
    farEnds: (articleId) => {
      const sight = sightIn(session)
      return farEndsOfArticle(db, articleId).filter((row) => sees(sight, row))
    },
    addLink: (draft) => addLink(session, announce, draft),
    updateLink: (id, change) => updateLink(session, announce, id, change),
    removeLinks: (ids) => removeLinks(session, announce, ids),
    setProgress: (articleId, state) => setProgress(session, announce, articleId, state),
    openTasks: () => openTasksOf(session),
    codebook: () => codebook.codebookOf(db),
    addCode: (draft) => codebook.addCode(session, announce, draft),
    updateCode: (id, change) => codebook.updateCode(session, announce, id, change),
    moveCode: (id, place) => moveEntry(session, announce, 'code', id, place),
    mergeCodes: (ids, into) => mergeEntries(session, announce, 'code', ids, into),
    unmergeCode: (id) => unmergeEntry(session, announce, 'code', id),
    removeCodes: (ids, how) => removeEntries(session, announce, 'code', ids, how),
    addAttribute: (draft) => codebook.addAttribute(session, announce, draft),
    updateAttribute: (id, change) => codebook.updateAttribute(session, announce, id, change),
    removeAttributes: (ids, how) => removeEntries(session, announce, 'attribute', ids, how),
    addLinkType: (draft) => codebook.addLinkType(session, announce, draft),
    updateLinkType: (id, change) => codebook.updateLinkType(session, announce, id, change),
    removeLinkTypes: (ids, how) => removeEntries(session, announce, 'linkType', ids, how),
    usage: () => usageOf(db),
    exportCodebook: (to, format) => exportCodebook(session, resolveFile(to), format),
    importCodebook: (from) => importCodebook(session, announce, resolveFile(from)),
  }
}
