/** What a row will look like once a change is written: good for painting, not for storing. */
import type { Annotation } from '../../../core/annotation.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'
import type { AnnotationChange } from '../../../workbench/contract.ts'
import { withBody, withEmptyBody } from './annotation-rows.ts'

/** @param text the article's, for the quotes of fragments */
export const changedRow = (row: Annotation, change: AnnotationChange, text: string): Annotation => {
  const { type, note, certainty, body, fragments, codes, attributes } = change
  const typed = type && type !== row.type ? withType(row, type) : body ? withBody(row, body) : row
  const placed = fragments ? withFragments(typed, fragments, text) : typed
  const { note: before, ...rest } = {
    ...placed,
    ...(certainty && { certainty }),
    ...(codes && { codes }),
    ...(attributes && { attributes }),
  }
  const kept = note === undefined ? before : (note ?? undefined)
  return kept === undefined ? rest : { ...rest, note: kept }
}

/** The row on other fragments, UTF-16 code units of the article's text. */
export const withFragments = (row: Annotation, fragments: readonly Span[], text: string): Annotation => ({
  ...row,
  target: {
    ...row.target,
    fragments: fragments.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
  },
  anchor: 'exact',
})

/** What another type would take away from a row: what stands in its body, codes and attributes. */
export const lossesOf = (row: Annotation, type: AnnotationType): Loss[] => {
  const held: Record<string, unknown> = { ...row.body, codes: row.codes, attributes: row.attributes }
  return losses.filter((name) => isFilled(held[name]) && !(name === 'attribution' && type !== 'actor'))
}

const losses = [
  'actorId',
  'mention',
  'holders',
  'stance',
  'strength',
  'issueId',
  'toward',
  'condition',
  'paraphrase',
  'modality',
  'issueIds',
  'evidenceFor',
  'attribution',
  'codes',
  'attributes',
] as const
export type Loss = (typeof losses)[number]

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined

/** With nothing decided yet but the chain, which means the same in positions and claims. */
const withType = (row: Annotation, type: AnnotationType): Annotation => {
  const retyped = withEmptyBody({ ...row, codes: [], attributes: {} }, type)
  return row.type === 'actor' || retyped.type === 'actor'
    ? retyped
    : withBody(retyped, { ...retyped.body, attribution: row.body.attribution })
}
