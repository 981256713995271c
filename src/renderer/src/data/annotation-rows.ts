/** Lists of annotations in the contract's order, changed without copying what stays: unchanged rows keep their identity. */
import type { Annotation } from '../../../core/annotation.ts'
import { annotationTypes } from '../../../core/annotation-types/index.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { AnnotationDraft } from '../../../workbench/contract.ts'

export type Rows = readonly Annotation[]

export type Counts = Record<AnnotationType, number> & { total: number; unsure: number; orphans: number }

/** By (start of the first fragment, −end of the last, type, id). */
export const compareRows = (a: Annotation, b: Annotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || compare(a.type, b.type) || compare(a.id, b.id)

export const startOf = ({ target }: Annotation): number => target.fragments[0]?.start ?? 0
export const endOf = ({ target }: Annotation): number => target.fragments.at(-1)?.end ?? 0

/** The quote as it is shown: fragments joined by an ellipsis. */
export const quoteOf = ({ target }: Annotation): string => target.fragments.map(({ quote }) => quote).join(' … ')

/** The rows with `ids` replaced by what stands of them now; the same array where nothing differs. */
export const patchRows = (rows: Rows, ids: ReadonlySet<string>, now: Rows): Rows => {
  const before = rows.filter((row) => ids.has(row.id))
  if (before.length === now.length && before.every((row) => now.some((other) => equal(row, other)))) return rows
  const kept = rows.filter((row) => !ids.has(row.id))
  for (const row of now) {
    const unchanged = before.find((other) => equal(row, other)) ?? row
    kept.splice(placeFor(kept, row), 0, unchanged)
  }
  return kept
}

export const countRows = (rows: Rows): Counts => {
  const counts: Counts = { actor: 0, position: 0, claim: 0, total: rows.length, unsure: 0, orphans: 0 }
  for (const row of rows) {
    counts[row.type] += 1
    if (row.certainty === 'unsure') counts.unsure += 1
    if (row.anchor === 'orphan') counts.orphans += 1
  }
  return counts
}

/** What a draft looks like until the service has written it: good for painting, not for storing. */
export const draftRow = (draft: AnnotationDraft & { id: string }, text: string, annotatorId: string): Annotation => {
  const now = new Date().toISOString()
  const common: Common = {
    id: draft.id,
    version: {},
    createdAt: now,
    createdBy: annotatorId,
    modifiedAt: now,
    modifiedBy: annotatorId,
    articleId: draft.articleId,
    annotatorId,
    target: {
      fragments: draft.fragments.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
      prefix: '',
      suffix: '',
    },
    codes: draft.codes ?? [],
    attributes: draft.attributes ?? {},
    certainty: draft.certainty ?? 'sure',
    ...(draft.note === undefined ? {} : { note: draft.note }),
    origin: 'manual',
    basedOn: [],
    anchor: 'exact',
  }
  return withEmptyBody(common, draft.type)
}

type Common = Omit<Annotation, 'type' | 'body'>

/** The row as another type with nothing decided yet. */
export const withEmptyBody = (common: Common, type: AnnotationType): Annotation => {
  if (type === 'actor') return { ...common, type, body: annotationTypes.actor.emptyBody() }
  if (type === 'position') return { ...common, type, body: annotationTypes.position.emptyBody() }
  return { ...common, type, body: annotationTypes.claim.emptyBody() }
}

const placeFor = (rows: Rows, row: Annotation): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = rows[middle]
    if (other && compareRows(other, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

// Both sides come from the same port, so equal content has equal text.
const equal = (a: Annotation, b: Annotation): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
