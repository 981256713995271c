/** A record without its references to records that go. */
import type { Attribution, Source } from './attribution.ts'
import type { Entry } from './convert.ts'
import type { RecordKind } from './records.ts'

/** What goes: ids of one kind; attributes by `TYPE:KEY` and link types by key, as references name them. */
export type Gone = {
  kind: RecordKind
  names: ReadonlySet<string>
  /** Where the children of a tree's entry move to. */
  parentOf(id: string): string | undefined
}

/** The record as it can stand without them; nothing where it cannot (a link without its end or its type). */
export const detach = (entry: Entry, gone: Gone): Entry | undefined => {
  const is = (kind: RecordKind, name: string | undefined): boolean =>
    gone.kind === kind && name !== undefined && gone.names.has(name)
  switch (entry.kind) {
    case 'actor': {
      const { mergedInto, ...record } = entry.record
      const memberOf = record.memberOf.filter((id) => !is('actor', id))
      return {
        kind: 'actor',
        record: { ...record, memberOf, ...(!is('actor', mergedInto) && withMember({ mergedInto })) },
      }
    }
    case 'issue':
    case 'code': {
      const { mergedInto, parent, ...record } = entry.record
      const tree = {
        ...withMember({ parent: is(entry.kind, parent) ? standing(parent, gone) : parent }),
        ...(!is(entry.kind, mergedInto) && withMember({ mergedInto })),
      }
      return { kind: entry.kind, record: { ...record, ...tree } } as Entry
    }
    case 'article': {
      const { outlet, relays, ...record } = entry.record
      const freed = <T extends { actorId?: string | undefined }>({ actorId, ...rest }: T) => ({
        ...rest,
        ...(!is('actor', actorId) && withMember({ actorId })),
      })
      return {
        kind: 'article',
        record: {
          ...record,
          ...(outlet && { outlet: freed(outlet) }),
          ...(relays && { relays: { ...relays, ...(relays.outlet && { outlet: freed(relays.outlet) }) } }),
        },
      } as Entry
    }
    case 'link': {
      const { from, to, type } = entry.record
      const end = 'annotation' in to ? is('annotation', to.annotation) : is('actor', to.actor)
      return is('annotation', from) || end || is('linkType', type) ? undefined : entry
    }
    case 'annotation':
      return detachAnnotation(entry, is)
    default:
      return entry
  }
}

type Is = (kind: RecordKind, name: string | undefined) => boolean

const detachAnnotation = ({ record }: Extract<Entry, { kind: 'annotation' }>, is: Is): Entry => {
  const keeps = (source: Source): boolean =>
    'actor' in source ? !is('actor', source.actor) : !('annotation' in source && is('annotation', source.annotation))
  const common = {
    codes: record.codes.filter((id) => !is('code', id)),
    attributes: Object.fromEntries(
      Object.entries(record.attributes).filter(([key]) => !is('attribute', `${record.type}:${key}`)),
    ),
  }
  switch (record.type) {
    case 'actor': {
      const { actorId, ...body } = record.body
      const freed = { ...body, ...(!is('actor', actorId) && withMember({ actorId })) }
      return { kind: 'annotation', record: { ...record, ...common, body: freed } }
    }
    case 'position': {
      const { issueId, toward, ...body } = record.body
      const freed = {
        ...body,
        holders: body.holders.filter(keeps),
        ...(!is('issue', issueId) && withMember({ issueId })),
        ...(!is('actor', toward) && withMember({ toward })),
        attribution: detachChain(body.attribution, keeps),
      }
      return { kind: 'annotation', record: { ...record, ...common, body: freed } }
    }
    case 'claim': {
      const { body } = record
      const freed = {
        ...body,
        issueIds: body.issueIds.filter((id) => !is('issue', id)),
        evidenceFor: body.evidenceFor.filter((id) => !is('annotation', id)),
        attribution: detachChain(body.attribution, keeps),
      }
      return { kind: 'annotation', record: { ...record, ...common, body: freed } }
    }
  }
}

/** A step whose sources all go keeps its place in the chain: somebody said it. */
const detachChain = (chain: Attribution, keeps: (source: Source) => boolean): Attribution =>
  chain.map(({ sources, addressees, ...step }) => {
    const left = sources.filter(keeps)
    const to = addressees?.filter(keeps)
    return {
      ...step,
      sources: left.length > 0 ? left : [{ implicit: true as const }],
      ...(to && to.length > 0 && { addressees: to }),
    }
  })

const standing = (parent: string | undefined, { names, parentOf }: Gone): string | undefined => {
  let up = parent
  for (const seen = new Set<string>(); up !== undefined && names.has(up) && !seen.has(up); ) {
    seen.add(up)
    up = parentOf(up)
  }
  return up === undefined || names.has(up) ? undefined : up
}

/** Absent members stay absent. */
const withMember = <T extends Record<string, string | undefined>>(member: T): Partial<T> =>
  Object.values(member)[0] === undefined ? {} : member
