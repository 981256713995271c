/** The annotations that are shown: which lie where, in which lane, in which order. */
import type { Annotation } from '../../../core/annotation.ts'
import { isInside, type Laned, laneIndex } from '../../../core/lanes.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { middles } from '../data/middles.ts'
import { firstWhere } from './text-map.ts'

/** One fragment of an annotation. */
export type Piece = Laned & { annotation: Annotation }

export type Painted = {
  /** Takes over a new set of annotations; says whether anything that shows has changed. */
  update(annotations: readonly Annotation[], hidden: readonly AnnotationType[]): boolean
  get(id: string): Annotation | undefined
  pieces(id: string): readonly Piece[]
  overlapping(start: number, end: number): Piece[]
  /** The first and the last in reading order of what overlaps a part of the text. */
  ends(start: number, end: number): [Annotation, Annotation] | undefined
  /** What covers the character at an offset, innermost first. */
  at(offset: number): Annotation[]
  /** The neighbour of an annotation in reading order, or of a place in the text. */
  next(from: Annotation | number, step: 1 | -1): Annotation | undefined
}

export const painted = (): Painted => {
  let shown = new Map<string, Entry>()
  let index = laneIndex<Piece>()
  let order: Annotation[] | undefined
  let given: readonly Annotation[] = []
  let hiddenBefore: readonly AnnotationType[] = []

  const add = (annotations: readonly Annotation[]): void => {
    const added: Piece[] = []
    for (const annotation of annotations) {
      const pieces = annotation.target.fragments.map(({ start, end }) => ({ start, end, lane: 0, annotation }))
      added.push(...pieces)
      shown.set(annotation.id, { annotation, pieces })
    }
    index.add(added)
  }

  const remove = (id: string): void => {
    for (const piece of shown.get(id)?.pieces ?? []) index.remove(piece)
    shown.delete(id)
  }

  const inOrder = (): Annotation[] => {
    order ??= Array.from(shown.values(), (entry) => entry.annotation).sort(byPlace)
    return order
  }

  return {
    update: (annotations, hidden) => {
      const isShown = (one: Annotation) => one.anchor !== 'orphan' && !hidden.includes(one.type)
      if (hidden.join() !== hiddenBefore.join()) {
        shown = new Map()
        index = laneIndex()
        given = []
        hiddenBefore = hidden
      }
      const [before, after] = middles(given, annotations)
      given = annotations
      if (before.length === 0 && after.length === 0) return false
      order = undefined
      const { fresh, gone, kept } = difference(shown, before, after.filter(isShown))
      let isChanged = fresh.length > 0 || gone.length > 0
      for (const { entry, annotation } of kept) {
        isChanged ||= !looksSame(entry.annotation, annotation)
        entry.annotation = annotation
        for (const piece of entry.pieces) piece.annotation = annotation
      }
      for (const id of gone) remove(id)
      add(fresh)
      return isChanged
    },
    get: (id) => shown.get(id)?.annotation,
    pieces: (id) => shown.get(id)?.pieces ?? [],
    overlapping: (start, end) => index.overlapping(start, end),
    ends: (start, end) => {
      let found: [Annotation, Annotation] | undefined
      for (const { annotation } of index.overlapping(start, end)) {
        if (!found) found = [annotation, annotation]
        else if (byPlace(annotation, found[0]) < 0) found[0] = annotation
        else if (byPlace(annotation, found[1]) > 0) found[1] = annotation
      }
      return found
    },
    at: (offset) => {
      const pieces = index.overlapping(offset, offset + 1)
      pieces.sort((a, b) => (isInside(a, b) ? -1 : isInside(b, a) ? 1 : byPlace(a.annotation, b.annotation)))
      return pieces.map((piece) => piece.annotation)
    },
    next: (from, step) => {
      const all = inOrder()
      const isBehind = (one: Annotation) => (typeof from === 'number' ? startOf(one) >= from : byPlace(one, from) >= 0)
      const place = firstWhere(all.length, (at) => {
        const one = all[at]
        return one === undefined || isBehind(one)
      })
      if (step === -1) return all[place - 1]
      return all[typeof from !== 'number' && all[place]?.id === from.id ? place + 1 : place]
    },
  }
}

type Entry = { annotation: Annotation; pieces: Piece[] }

type Difference = {
  fresh: Annotation[]
  gone: string[]
  /** Other objects in the same place: they keep their lanes. */
  kept: { entry: Entry; annotation: Annotation }[]
}

const difference = (
  shown: ReadonlyMap<string, Entry>,
  before: readonly Annotation[],
  after: readonly Annotation[],
): Difference => {
  const found: Difference = { fresh: [], gone: [], kept: [] }
  const stays = new Set<string>()
  for (const annotation of after) {
    const entry = shown.get(annotation.id)
    if (!entry) found.fresh.push(annotation)
    else if (isSamePlace(entry.annotation, annotation)) {
      found.kept.push({ entry, annotation })
      stays.add(annotation.id)
    } else found.fresh.push(annotation)
  }
  for (const { id } of before) if (shown.has(id) && !stays.has(id)) found.gone.push(id)
  return found
}

const isSamePlace = (a: Annotation, b: Annotation): boolean => {
  const others = b.target.fragments
  return (
    a.target.fragments.length === others.length &&
    a.target.fragments.every(({ start, end }, index) => start === others[index]?.start && end === others[index]?.end)
  )
}

const looksSame = (a: Annotation, b: Annotation): boolean => a.type === b.type && a.certainty === b.certainty

const startOf = (annotation: Annotation): number => annotation.target.fragments[0]?.start ?? 0
const endOf = (annotation: Annotation): number => annotation.target.fragments.at(-1)?.end ?? 0

/** The order of the contract: start of the first fragment, −end of the last, type, id. */
const byPlace = (a: Annotation, b: Annotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || compare(a.type, b.type) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
