/** Which records a record refers to, and where: for validating, checking and deleting. */
import type { Annotation } from './annotation.ts'
import type { Attribution, Source } from './attribution.ts'
import { builtInLinkTypes } from './codebook.ts'
import { pointerStep } from './json-pointer.ts'
import type { Side } from './merge.ts'
import type { RecordKind } from './records.ts'
import type { AnnotationType } from './schema.ts'

/**
 * One reference. Everything is referred to by `id`, except attributes (by their annotation type and key) and link types
 * (by key): there `id` is the name that `nameOf` gives the record. `where` is a JSON pointer inside the referring record.
 */
export type Reference = { kind: RecordKind; id: string; where: string }

/** All references of a record or tombstone, each that stands there once. */
export const referencesOf = (side: Side): Reference[] => {
  const list: Reference[] = []
  visitReferences(side, (kind, id, place, index, member = '') => {
    list.push({ kind, id, where: index === undefined ? place : `${place}/${index}${member}` })
  })
  return list
}

/** A reference at `place`; where that is a list, at its `index`, and there in the `member` (with a slash in front), if it has some. */
export type Visit = (kind: RecordKind, id: string, place: string, index?: number, member?: string) => void

/** Goes through what `referencesOf` lists without making a list: for bundles of many thousand records. */
export const visitReferences = (side: Side, visit: Visit): void => {
  const { record } = side
  visit('annotator', record.modifiedBy, '/modifiedBy')
  const add: Add = (kind, id, where) => {
    if (id !== undefined) visit(kind, id, where)
  }
  const addAll = (kind: RecordKind, ids: readonly string[], where: string) => {
    for (let i = 0; i < ids.length; i++) visit(kind, ids[i] ?? '', where, i)
  }
  if (side.kind !== 'tombstone') add('annotator', side.record.createdBy, '/createdBy')
  switch (side.kind) {
    case 'tombstone':
    case 'annotator':
    case 'attribute':
    case 'linkType':
      break
    case 'code':
    case 'issue':
      add(side.kind, side.record.parent, '/parent')
      add(side.kind, side.record.mergedInto, '/mergedInto')
      break
    case 'actor':
      addAll('actor', side.record.memberOf, '/memberOf')
      add('actor', side.record.mergedInto, '/mergedInto')
      break
    case 'article':
      add('actor', side.record.outlet?.actorId, '/outlet/actorId')
      add('actor', side.record.relays?.outlet?.actorId, '/relays/outlet/actorId')
      break
    case 'annotation':
      add('article', side.record.articleId, '/articleId')
      add('annotator', side.record.annotatorId, '/annotatorId')
      addAll('code', side.record.codes, '/codes')
      addAll('annotation', side.record.basedOn, '/basedOn')
      for (const key of Object.keys(side.record.attributes)) {
        visit('attribute', attributeName(side.record.type, key), `/attributes${pointerStep(key)}`)
      }
      addBody(side.record, add, visit)
      break
    case 'link': {
      const { from, to, type } = side.record
      add('annotation', from, '/from')
      if ('annotation' in to) add('annotation', to.annotation, '/to/annotation')
      else add('actor', to.actor, '/to/actor')
      if (!builtIn.has(type)) add('linkType', type, '/type')
      break
    }
    case 'adjudication':
      add('article', side.record.articleId, '/articleId')
      add('annotator', side.record.decidedBy, '/decidedBy')
      addAll('annotation', side.record.inputs, '/inputs')
      add('annotation', side.record.output, '/output')
      break
    case 'progress':
      add('article', side.record.articleId, '/articleId')
      add('annotator', side.record.annotatorId, '/annotatorId')
      break
  }
}

/** The name by which references mean a record: of attributes and link types made of the key, else the id. */
export const nameOf = (side: Side): string => {
  if (side.kind === 'attribute') return attributeName(side.record.type, side.record.key)
  return side.kind === 'linkType' ? side.record.key : side.record.id
}

type Add = (kind: RecordKind, id: string | undefined, where: string) => void

const builtIn: ReadonlySet<string> = new Set(builtInLinkTypes)

const attributeName = (type: AnnotationType, key: string): string => `${type}:${key}`

const addBody = ({ type, body }: Annotation, add: Add, visit: Visit): void => {
  switch (type) {
    case 'actor':
      add('actor', body.actorId, '/body/actorId')
      break
    case 'position':
      visitSources(body.holders, '/body/holders', visit)
      add('issue', body.issueId, '/body/issueId')
      add('actor', body.toward, '/body/toward')
      visitSteps(body.attribution, visit)
      break
    case 'claim':
      for (const [i, id] of body.issueIds.entries()) visit('issue', id, '/body/issueIds', i)
      for (const [i, id] of body.evidenceFor.entries()) visit('annotation', id, '/body/evidenceFor', i)
      visitSteps(body.attribution, visit)
      break
  }
}

const visitSteps = (attribution: Attribution, visit: Visit): void => {
  for (const [i, step] of attribution.entries()) {
    visitSources(step.sources, `/body/attribution/${i}/sources`, visit)
    visitSources(step.addressees ?? [], `/body/attribution/${i}/addressees`, visit)
  }
}

const visitSources = (sources: readonly Source[], where: string, visit: Visit): void => {
  for (const [i, source] of sources.entries()) {
    if ('annotation' in source) visit('annotation', source.annotation, where, i, '/annotation')
    else if ('actor' in source) visit('actor', source.actor, where, i, '/actor')
  }
}
