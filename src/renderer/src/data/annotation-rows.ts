/** Lists of annotations in the contract's order, changed without copying what stays: unchanged rows keep their identity. */
import type { Annotation } from '../../../core/annotation.ts'
import { annotationTypes } from '../../../core/annotation-types/index.ts'
import { isOpen, type OpenTask, openTasks } from '../../../core/open-tasks.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { AnnotationDraft, BodyDraft } from '../../../workbench/contract.ts'

export type Rows = readonly Annotation[]

export type Counts = Record<AnnotationType | OpenTask, number> & {
  total: number
  /** How many each annotator made. */
  annotators: ReadonlyMap<string, number>
}

/** By (start of the first fragment, −end of the last, type, id). */
export const compareRows = (a: Annotation, b: Annotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || compare(a.type, b.type) || compare(a.id, b.id)

export const startOf = ({ target }: Annotation): number => target.fragments[0]?.start ?? 0
export const endOf = ({ target }: Annotation): number => target.fragments.at(-1)?.end ?? 0

/** The quote as it is shown: fragments joined by an ellipsis. */
export const quoteOf = ({ target }: Annotation): string => target.fragments.map(({ quote }) => quote).join(' … ')

/** The rows with `ids` replaced by what stands of them now; the same array where nothing differs. */
export const patchRows = (rows: Rows, ids: ReadonlySet<string>, now: Rows): Rows => {
  const places: number[] = []
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (row && ids.has(row.id)) places.push(index)
  }
  const before = places.flatMap((index) => rows[index] ?? [])
  if (before.length === now.length && before.every((row) => now.some((other) => equal(row, other)))) return rows
  const next = rows.slice()
  for (const index of places.reverse()) next.splice(index, 1)
  for (const row of now) next.splice(placeFor(next, row), 0, before.find((other) => equal(row, other)) ?? row)
  const known = counted.get(rows)
  if (known) counted.set(next, recounted(known, before, now))
  return next
}

const counted = new WeakMap<Rows, Counts>()

/** Counted once for each list, however many ask; a patched list is counted by what the patch changed. */
export const countRows = (rows: Rows): Counts => {
  const known = counted.get(rows)
  if (known) return known
  const counts = recounted(nothing, [], rows)
  counted.set(rows, counts)
  return counts
}

const nothing: Counts = {
  actor: 0,
  position: 0,
  claim: 0,
  total: 0,
  unlinked: 0,
  unsourced: 0,
  unsure: 0,
  orphan: 0,
  annotators: new Map(),
}

const recounted = (counts: Counts, gone: Rows, come: Rows): Counts => {
  const annotators = new Map(counts.annotators)
  const result = { ...counts, annotators }
  const count = (rows: Rows, by: 1 | -1) => {
    for (const row of rows) {
      const made = (annotators.get(row.annotatorId) ?? 0) + by
      if (made > 0) annotators.set(row.annotatorId, made)
      else annotators.delete(row.annotatorId)
      result[row.type] += by
      result.total += by
      for (const task of openTasks) if (isOpen[task](row)) result[task] += by
    }
  }
  count(gone, -1)
  count(come, 1)
  return result
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

/** The row with another body, if that is one of its type. */
export const withBody = (row: Annotation, body: BodyDraft): Annotation => {
  const parsed = annotationTypes[row.type].body.safeParse(body)
  return parsed.success ? ({ ...row, body: parsed.data } as Annotation) : row
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
