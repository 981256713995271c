/**
 * Correcting the text of an article: its layout and every annotation go along with the edits. Where an annotation's words
 * were changed beyond recognition they are looked for elsewhere; where two places are equally good, nothing is guessed.
 * Offsets are UTF-16 code units.
 */
import { areInOrder, describe, newEffort, reanchor, standsInContext } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import type { Effort } from './approximate.ts'
import type { Article } from './article.ts'
import { correctLayout } from './correct-layout.ts'
import { follow } from './correct-place.ts'
import type { Edit } from './diff-edits.ts'
import { type EditMapping, mapEdits } from './edit-mapping.ts'
import { Failure } from './failure.ts'
import { mapLooseGroups } from './fragments.ts'
import { indexText, splitsPair } from './offsets.ts'
import { inTextOrder } from './settle.ts'
import type { Fragment, LosableFragment, Span, Target } from './span.ts'

/**
 * What became of an annotation: `kept` with its words, at most moved; `reanchored` with other words or at another place;
 * `orphan` from now on; `waiting`: an orphan as before. `lost` counts the fragments of cues and conditions lost by this.
 */
export type CorrectedAnnotation = {
  annotation: Annotation
  outcome: 'kept' | 'reanchored' | 'orphan' | 'waiting'
  lost: number
}

export type Correction = { article: Article; annotations: CorrectedAnnotation[] }

/**
 * Edits stand in text order, do not overlap and do not part surrogate pairs; the new text is well-formed, has words and no
 * carriage return: else 'bad-request' (`span`, `inside-character`, `text`). An annotation that nothing changes comes back
 * as it is, the same object.
 */
export const correctText = (
  article: Article,
  annotations: readonly Annotation[],
  edits: readonly Edit[],
): Correction => {
  checkEdits(article.text, edits)
  const mapping = mapEdits(article.text, edits)
  checkText(mapping.after)
  if (mapping.after === article.text) return { article, annotations: annotations.map(unchanged) }
  const effort = newEffort()
  const recount = recounter(mapping)
  return {
    article: {
      ...article,
      ...correctLayout(article, mapping),
      text: mapping.after,
      textRevision: article.textRevision + 1,
    },
    annotations: annotations.map((annotation) => correctAnnotation(annotation, mapping, recount, effort)),
  }
}

const unchanged = (annotation: Annotation): CorrectedAnnotation => ({
  annotation,
  outcome: annotation.anchor === 'orphan' ? 'waiting' : 'kept',
  lost: 0,
})

const checkEdits = (text: string, edits: readonly Edit[]): void => {
  let last = 0
  for (const { start, end } of edits) {
    if (start < last || end < start || end > text.length) throw new Failure('bad-request', { reason: 'span' })
    if (splitsPair(text, start) || splitsPair(text, end))
      throw new Failure('bad-request', { reason: 'inside-character' })
    last = end
  }
}

const checkText = (text: string): void => {
  if (!text.isWellFormed() || text.includes('\r') || !/\S/.test(text))
    throw new Failure('bad-request', { reason: 'text' })
}

/** Says where something stood in code points, as what lost its place keeps it. */
type Recount = <T extends Fragment>(fragment: T) => T

const recounter = ({ before }: EditMapping): Recount => {
  const { toCodePoint } = indexText(before)
  return (fragment) => ({ ...fragment, start: toCodePoint(fragment.start), end: toCodePoint(fragment.end) })
}

const correctAnnotation = (
  annotation: Annotation,
  mapping: EditMapping,
  recount: Recount,
  effort: Effort,
): CorrectedAnnotation => {
  let lost = 0
  const loosely = mapLooseGroups(annotation, ({ fragments }) => {
    const placed = inTextOrder(fragments.map((fragment) => (fragment.lost ? fragment : placeLoose(fragment, mapping))))
    return placed.map((fragment, i) => {
      const before = fragments[i]
      if (!before || !fragment.lost) return fragment
      if (before.lost) return before
      lost++
      return { ...recount(before), lost: true as const }
    })
  })
  const { state, target } = placeTarget(annotation, mapping, effort)
  const corrected: Annotation = {
    ...loosely,
    target: state === 'orphan' ? { ...target, fragments: target.fragments.map(recount) } : target,
    anchor:
      state === 'orphan' || state === 'waiting' ? 'orphan' : state === 'reanchored' ? 'reanchored' : annotation.anchor,
  }
  return { annotation: isSame(annotation, corrected) ? annotation : corrected, outcome: state, lost }
}

type PlacedTarget = { state: CorrectedAnnotation['outcome']; target: Target }

const placeTarget = ({ target, anchor }: Annotation, mapping: EditMapping, effort: Effort): PlacedTarget => {
  if (anchor === 'orphan') {
    const spans = onlyPlaces(mapping.after, target.fragments)
    return spans && isCredible(spans, target, mapping)
      ? { state: 'reanchored', target: describe(mapping.after, spans) }
      : { state: 'waiting', target }
  }
  const placed = target.fragments.map((fragment) => follow(mapping, fragment))
  if (placed.every((place) => place !== undefined) && areInOrder(placed)) {
    const touched = placed.some((place) => place.touched)
    return {
      state: touched ? 'reanchored' : 'kept',
      target: touched ? describe(mapping.after, placed) : refreshed(target, placed, mapping),
    }
  }
  const found = reanchor(mapping.after, outside(target, mapping.after), effort)
  if (found.state === 'orphan' || !isCredible(found.target.fragments, target, mapping))
    return { state: 'orphan', target }
  return { state: 'reanchored', target: found.target }
}

/** Context that the edits did not change stays as it was described by whoever made the target. */
const refreshed = (target: Target, spans: readonly Span[], { before, after }: EditMapping): Target => {
  const described = describe(after, spans)
  const old = describe(before, target.fragments)
  return old.prefix === described.prefix && old.suffix === described.suffix
    ? { ...target, fragments: described.fragments }
    : described
}

/** With offsets where nothing stands: the old ones mean nothing in the new text. */
const outside = (target: Target, text: string): Target => ({
  ...target,
  fragments: target.fragments.map((fragment) => ({
    ...fragment,
    start: fragment.start + text.length,
    end: fragment.end + text.length,
  })),
})

/** Words that stood there before are another mention, unless what stands beside them is the same. */
const isCredible = (spans: Span[], target: Target, mapping: EditMapping): boolean =>
  spans.some((span) => mapping.isNew(span)) || standsInContext(mapping.after, spans, target)

const onlyPlaces = (text: string, fragments: readonly Fragment[]): Span[] | undefined => {
  const spans = fragments.map(({ quote }) => onlyPlace(text, quote))
  return spans.every((span) => span !== undefined) && areInOrder(spans) ? spans : undefined
}

const onlyPlace = (text: string, quote: string): Span | undefined => {
  const start = text.indexOf(quote)
  if (start < 0 || text.indexOf(quote, start + 1) >= 0) return undefined
  return { start, end: start + quote.length }
}

/** A fragment of a cue or condition goes along with the edits, or to where an edit put its words; else it is lost. */
const placeLoose = (fragment: LosableFragment, mapping: EditMapping): LosableFragment => {
  const place = follow(mapping, fragment) ?? onlyPlace(mapping.after, fragment.quote)
  if (!place || (!('touched' in place) && !mapping.isNew(place))) return { ...fragment, lost: true }
  const { start, end } = place
  return { ...fragment, start, end, quote: mapping.after.slice(start, end) }
}

const isSame = (a: Annotation, b: Annotation): boolean =>
  JSON.stringify([a.target, a.anchor, a.body]) === JSON.stringify([b.target, b.anchor, b.body])
