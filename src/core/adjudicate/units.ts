/**
 * What there is to decide between annotators: an article's annotations put together where several are about the same, and how far
 * each such unit is.
 */
import { matched, placeKey } from '../agreement/matching.ts'
import type { Resolve } from '../agreement/project/unit.ts'
import type { Annotation } from '../annotation.ts'
import { annotationOrder } from '../canonical.ts'
import type { Adjudication } from '../records.ts'
import { type Comparable, type ContentMember, comparableOf, differingIn, seenOf } from './content.ts'

export type AdjudicationUnit = {
  /** Annotations of the annotators, in the order they are listed; several of one annotator only where they are stacked. */
  inputs: Annotation[]
  /**
   * `agreed`: all annotators have exactly one annotation in the same place, and say the same. `decided`: an adjudication names
   * every input, and none has changed since; what is new or changed but says the same as the outcome changes nothing.
   */
  state: 'agreed' | 'open' | 'decided'
  /** In what the inputs differ. */
  differing: ContentMember[]
  /** Annotators who have nothing here. */
  missing: string[]
  /** Somebody has several annotations in this place: which of them belong together no rule can tell. */
  stacked: boolean
  /** The decisions that named some of the inputs; of an `open` unit those that were overtaken. */
  decisions: Adjudication[]
}

/** What an article's units are made of. `annotations` are all of the article, `adjudications` too. */
export type Ground = {
  annotations: readonly Annotation[]
  adjudications: readonly Adjudication[]
  resolve: Resolve
  /** Who is compared; everybody who has tagged something, where nobody is named. */
  annotatorIds?: readonly string[] | undefined
}

/** Those whose annotations can be decided about: orphans have no place, and what was adjudicated is the outcome. */
export const isInput = ({ anchor, origin }: Annotation): boolean => anchor !== 'orphan' && origin !== 'adjudication'

/** Who is compared, and the units in text order. */
export const unitsIn = ({ annotations, adjudications, resolve, annotatorIds }: Ground) => {
  const chosen = annotatorIds ?? [...new Set(annotations.filter(isInput).map(({ annotatorId }) => annotatorId))].sort()
  const among = new Set(chosen)
  const inputs = annotations.filter((annotation) => isInput(annotation) && among.has(annotation.annotatorId))
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const known = new Map<string, Comparable>()
  const say = (annotation: Annotation): Comparable => {
    const content = known.get(annotation.id) ?? comparableOf(annotation, byId, resolve)
    known.set(annotation.id, content)
    return content
  }
  const naming = decisionsByInput(adjudications)
  const units = groupsOf(inputs, say).map((group): AdjudicationUnit => {
    const contents = group.map(say)
    const differing = differingIn(contents)
    const present = group.map(({ annotatorId }) => annotatorId)
    const missing = chosen.filter((id) => !present.includes(id))
    const stacked = new Set(present).size < present.length
    const decisions = [...new Set(group.flatMap(({ id }) => naming.get(id) ?? []))]
    const outcomes = decisions.flatMap(({ output }) => byId.get(output ?? '') ?? []).map(say)
    const news = group.filter((input) => isNew(input, naming.get(input.id)))
    const isSettled = news.every((input) => outcomes.some((outcome) => differingIn([say(input), outcome]).length === 0))
    const agrees = differing.length === 0 && missing.length === 0 && !stacked && chosen.length > 1
    const state = decisions.length === 0 ? (agrees ? 'agreed' : 'open') : isSettled ? 'decided' : 'open'
    return { inputs: group, state, differing, missing, stacked, decisions }
  })
  return { annotatorIds: [...chosen], units: units.sort((a, b) => firstOrder(a, b)) }
}

/** What a decision remembers of its inputs, under `ext`; a decision of another program may say nothing. */
export const seenExt = (inputs: readonly Annotation[]) => ({
  seen: Object.fromEntries(inputs.map((input) => [input.id, seenOf(input)])),
})

const isNew = (input: Annotation, decisions: readonly Adjudication[] | undefined): boolean =>
  !decisions || decisions.every(({ ext }) => isChanged(input, ext?.['seen']))

const isChanged = (input: Annotation, seen: unknown): boolean => {
  const digest: unknown = typeof seen === 'object' && seen !== null ? Reflect.get(seen, input.id) : undefined
  return digest !== undefined && digest !== seenOf(input)
}

/** The decisions that name an input. */
export const decisionsByInput = (adjudications: readonly Adjudication[]): Map<string, Adjudication[]> => {
  const naming = new Map<string, Adjudication[]>()
  for (const decision of adjudications) {
    for (const id of decision.inputs) naming.set(id, [...(naming.get(id) ?? []), decision])
  }
  return naming
}

/** Stacked places whole; of the rest those of one type that overlap best, at most one of each annotator. */
const groupsOf = (inputs: readonly Annotation[], say: (annotation: Annotation) => Comparable): Annotation[][] => {
  const places = Map.groupBy(inputs, ({ type, target }) => placeKey({ type, fragments: target.fragments }))
  const isStacked = (list: readonly Annotation[]) =>
    new Set(list.map(({ annotatorId }) => annotatorId)).size < list.length
  const stacked = [...places.values()].filter(isStacked)
  const rest = [...places.values()].filter((list) => !isStacked(list)).flat()
  const alike = (a: Annotation, b: Annotation) => -differingIn([say(a), say(b)]).length
  const groups = matched(
    rest.map((annotation) => ({
      annotator: annotation.annotatorId,
      type: annotation.type,
      fragments: annotation.target.fragments,
      annotation,
    })),
    (a, b) => alike(a.annotation, b.annotation),
  ).map((group) => group.map(({ annotation }) => annotation))
  return [...stacked, ...groups].map((group) => group.sort(annotationOrder))
}

const firstOrder = (a: AdjudicationUnit, b: AdjudicationUnit): number => {
  const [first] = a.inputs
  const [second] = b.inputs
  return first && second ? annotationOrder(first, second) : 0
}
