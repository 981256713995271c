/** Typed links between annotations, and from annotations to actors. */
import { builtInLinkRules, type LinkRule } from '../core/codebook.ts'
import { Failure } from '../core/failure.ts'
import { linkTypeId } from '../core/ids.ts'
import type { Link } from '../core/records.ts'
import { act } from '../store/history.ts'
import { linksFrom } from '../store/links.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { put, remove, type Session } from '../store/write.ts'
import { quoteOf } from './annotate.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual, withChange } from './changes.ts'
import type { LinkChange, LinkDraft } from './contract-model.ts'
import { existingRecord, followed } from './entries.ts'

type Ends = Pick<Link, 'from' | 'to' | 'type'>

export const addLink = (session: Session, announce: Announce, draft: LinkDraft): Link => {
  const { db } = session.project
  const { id = session.newId(), certainty = 'sure', attributes = {}, note } = draft
  const ends = endsOf(db, draft)
  const there = sameLink(db, ends)
  if (there) return there
  if (findRecord(db, 'link', id)) throw new Failure('bad-request', { reason: 'id-taken' })
  return announce(
    act(session, stepOf(db, 'link.add', draft), (tx) =>
      put(tx, 'link', compact({ id, ...ends, certainty, attributes, note })),
    ),
  )
}

export const updateLink = (session: Session, announce: Announce, id: string, change: LinkChange): Link => {
  const { db } = session.project
  const found = existingRecord(db, 'link', id)
  const changed = withChange(found, change)
  if (changed.type !== found.type) Object.assign(changed, endsOf(db, changed))
  if (isEqual(changed, found)) return found
  const there = sameLink(db, changed)
  if (there && there.id !== id) throw new Failure('bad-request', { reason: 'linked' })
  return announce(act(session, stepOf(db, 'link.update', found), (tx) => put(tx, 'link', changed)))
}

export const removeLinks = (session: Session, announce: Announce, ids: string[]): void => {
  const { db } = session.project
  const found = [...new Set(ids)].map((id) => existingRecord(db, 'link', id))
  const [first] = found
  if (!first) return
  const step = stepOf(db, 'link.remove', first)
  announce(
    act(session, { ...step, params: { ...step.params, count: found.length } }, (tx) => {
      for (const { id } of found) remove(tx, 'link', id)
    }),
  )
}

/** Named after the annotation it runs from, and shown there. */
const stepOf = (db: Db, action: string, { from, type }: Ends) => {
  const annotation = findRecord(db, 'annotation', from)
  return {
    action,
    params: { linkType: type, ...(annotation && quoteOf(annotation.target)) },
    ...(annotation && { articleId: annotation.articleId }),
  }
}

/** The ends as they are stored. Fails where they are not there, or may not be joined so. */
const endsOf = (db: Db, { from, to, type }: Ends): Ends => {
  const start = existingRecord(db, 'annotation', from)
  const rule = ruleOf(db, type)
  if (!rule.from.includes(start.type)) throw new Failure('bad-request', { reason: 'link-types' })
  if ('actor' in to) {
    if (!rule.to.includes('actorEntry')) throw new Failure('bad-request', { reason: 'link-types' })
    return { from, to: { actor: followed(db, 'actor', to.actor).id }, type }
  }
  const end = existingRecord(db, 'annotation', to.annotation)
  if (!rule.to.includes(end.type)) throw new Failure('bad-request', { reason: 'link-types' })
  if (start.id === end.id) throw new Failure('bad-request', { reason: 'cycle' })
  const turned = rule.symmetric && end.id < start.id
  return turned ? { from: end.id, to: { annotation: start.id }, type } : { from, to: { annotation: end.id }, type }
}

const ruleOf = (db: Db, type: string): LinkRule => {
  const rule = builtInLinkRules.find(({ key }) => key === type) ?? findRecord(db, 'linkType', linkTypeId(type))
  if (!rule) throw new Failure('not-found', { kind: 'linkType', id: type })
  return rule
}

const sameLink = (db: Db, { from, to, type }: Ends): Link | undefined =>
  linksFrom(db, from, type).find((link) => isEqual(link.to, to))
