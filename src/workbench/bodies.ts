/** The body of an annotation from what the analyst gave: references checked, quotes taken from the text. */
import { describe, holds } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationTypes } from '../core/annotation-types/index.ts'
import type { Attribution, Source } from '../core/attribution.ts'
import { canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { looseGroups } from '../core/fragments.ts'
import { splitsPair } from '../core/offsets.ts'
import { referencesOf } from '../core/references.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { LosableFragment, Span } from '../core/span.ts'
import { findAnnotation } from '../store/annotations.ts'
import type { Db } from '../store/sql.ts'
import type { BodyDraft, NewEntries, SpanDraft, StepDraft } from './contract-model.ts'
import { followed } from './entries.ts'

type Body = Annotation['body']

/** Where a body is to stand; of `before`, references and fragments are kept as they are, also those that lead nowhere. */
type Place = {
  db: Db
  text: string
  type: AnnotationType
  before?: Annotation | undefined
  /** What comes into the registries together with the body. */
  entries?: NewEntries | undefined
}

/** Fails with 'bad-request' where it is no body of the type or its fragments are not in the text, 'not-found' for a new reference to nothing. */
export const bodyFrom = (place: Place, draft: BodyDraft): Body => {
  const parsed = annotationTypes[place.type].body.safeParse(resolved(place, draft))
  if (!parsed.success) throw new Failure('bad-request', { reason: 'body' })
  return parsed.data
}

/** Spans in text order, disjoint, whole characters, inside the text. */
export const checkSpans = (text: string, spans: readonly Span[]): readonly Span[] => {
  let last = 0
  for (const { start, end } of spans) {
    if (start >= end || start < last || end > text.length) throw new Failure('bad-request', { reason: 'span' })
    if (splitsPair(text, start) || splitsPair(text, end))
      throw new Failure('bad-request', { reason: 'inside-character' })
    last = end
  }
  return spans
}

const resolved = (place: Place, draft: BodyDraft): BodyDraft => {
  const refer = referring(place)
  const pick = picking(place)
  const chain = (steps: StepDraft[]): Attribution =>
    steps.map(({ sources, cue, addressees, ...step }) => ({
      ...step,
      sources: refer.sources(sources),
      cue: pick(cue),
      ...(addressees && { addressees: refer.sources(addressees) }),
    }))
  if ('holders' in draft) {
    const { issueId, toward, condition } = draft
    return {
      ...draft,
      holders: refer.sources(draft.holders),
      ...(issueId !== undefined && { issueId: refer.entry('issue', issueId) }),
      ...(toward !== undefined && { toward: refer.entry('actor', toward) }),
      ...(condition && { condition: { ...condition, fragments: pick(condition.fragments) } }),
      attribution: chain(draft.attribution),
    }
  }
  if ('issueIds' in draft) {
    return {
      ...draft,
      issueIds: [...new Set(draft.issueIds.map((id) => refer.entry('issue', id)))].sort(),
      evidenceFor: [...draft.evidenceFor.map((id) => refer.annotation(id, 'position'))].sort(),
      attribution: chain(draft.attribution),
    }
  }
  return draft.actorId === undefined ? draft : { ...draft, actorId: refer.entry('actor', draft.actorId) }
}

const referring = ({ db, before, entries: { actors = [], issues = [] } = {} }: Place) => {
  const references = before ? referencesOf({ kind: 'annotation', record: before }) : []
  const known = new Set([
    ...references.map(({ kind, id }) => `${kind} ${id}`),
    ...actors.map(({ id }) => `actor ${id}`),
    ...issues.map(({ id }) => `issue ${id}`),
  ])
  const entry = (kind: 'actor' | 'issue', id: string): string =>
    known.has(`${kind} ${id}`) ? id : followed(db, kind, id).id
  const annotation = (id: string, type: AnnotationType): string => {
    if (known.has(`annotation ${id}`)) return id
    const found = findAnnotation(db, id)
    if (!found) throw new Failure('not-found', { kind: 'annotation', id })
    if (found.type !== type) throw new Failure('bad-request', { reason: 'wrong-type' })
    return id
  }
  const source = (given: Source): Source => {
    if ('actor' in given) return { actor: entry('actor', given.actor) }
    if ('annotation' in given) return { annotation: annotation(given.annotation, 'actor') }
    return given
  }
  return { entry, annotation, sources: (list: Source[]): Source[] => distinct(list.map(source)) }
}

/** Fragments from picked words; the same words picked again keep their order. */
const picking = ({ text, before }: Place) => {
  const standing = new Set(before && looseGroups(before).flatMap(({ fragments }) => fragments.map(canonicalText)))
  return (picked: SpanDraft[]): LosableFragment[] => {
    const isStanding = (given: SpanDraft): boolean => standing.has(canonicalText(given))
    const fragments = picked.map((given): LosableFragment => {
      if ('quote' in given && isStanding(given)) return given
      if ('quote' in given && (given.lost || !holds(text, given))) throw new Failure('bad-request', { reason: 'quote' })
      return describe(text, checkSpans(text, [given])).fragments[0] as LosableFragment
    })
    if (picked.every(isStanding)) return fragments
    fragments.sort((a, b) => a.start - b.start || a.end - b.end)
    checkSpans(
      text,
      fragments.filter(({ lost }) => !lost),
    )
    return fragments
  }
}

const distinct = <T extends object>(list: T[]): T[] => [
  ...new Map(list.map((item) => [canonicalText(item), item])).values(),
]
