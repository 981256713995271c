/** Which annotations are listed. Pure, and quick enough for tens of thousands: what is read of a row is read once. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Source } from '../../../core/attribution.ts'
import { linesIn } from '../../../core/entry-lines.ts'
import { isWithout, type Lack } from '../../../core/lacks.ts'
import { isOpen, type OpenTask } from '../../../core/open-tasks.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { sourcesOf } from '../../../core/sources.ts'
import type { Registries } from '../../../workbench/contract.ts'
import { folded } from '../panes/folded.ts'
import { compareRows, quoteOf, type Rows } from './annotation-rows.ts'
import { byId } from './standing.ts'

export type EntryKind = 'actor' | 'issue' | 'code' | 'annotator'

export type Condition =
  | { kind: 'task'; id: OpenTask }
  | { kind: 'lacks'; id: Lack }
  | { kind: EntryKind; id: string }
  /** Stand in the quote, the note, the paraphrase or the condition, in any order. */
  | { kind: 'words'; id: string }

/** Whether it names an entry of a list. */
export const isEntry = (condition: Condition): condition is Extract<Condition, { kind: EntryKind }> =>
  entryKinds.some((kind) => kind === condition.kind)

/** One of the conditions of each kind must hold, but all of the words. */
export type Filter = readonly Condition[]

export type Listed = {
  /** What fits, and the annotation in focus: what is being worked at does not go from under one's hands. */
  rows: Rows
  matching: number
  /** The one that is listed only because it is in focus. */
  apart: string | undefined
}

/** The entries that a row refers to: merged ones as what they were merged into, an issue or a code with those it is a part of. */
export type EntriesOf = (row: Annotation) => Record<EntryKind, ReadonlySet<string>>

export const entriesOf = (rows: Rows, registries: Partial<Registries> | undefined): EntriesOf => {
  const lines = {
    actor: linesIn(registries?.actors ?? []),
    issue: linesIn(registries?.issues ?? []),
    code: linesIn(registries?.codes ?? []),
  }
  const annotations = byId(rows)
  const goals = (kind: keyof typeof lines, ids: readonly (string | undefined)[]) =>
    new Set(ids.flatMap((id) => (id === undefined ? [] : lines[kind](id))))
  const actorOf = (source: Source): string | undefined => {
    if ('actor' in source) return source.actor
    const named = 'annotation' in source ? annotations.get(source.annotation) : undefined
    return named?.type === 'actor' ? named.body.actorId : undefined
  }
  return (row) => ({
    actor: goals('actor', [...ownActors(row), ...[...sourcesOf(row), ...addressees(row)].map(actorOf)]),
    issue: goals('issue', issuesOf(row)),
    code: goals('code', row.codes),
    annotator: new Set([row.annotatorId]),
  })
}

const ownActors = (row: Annotation): (string | undefined)[] =>
  row.type === 'actor' ? [row.body.actorId] : row.type === 'position' ? [row.body.toward] : []

const issuesOf = (row: Annotation): (string | undefined)[] =>
  row.type === 'claim' ? row.body.issueIds : row.type === 'position' ? [row.body.issueId] : []

const addressees = (row: Annotation): Source[] =>
  row.type === 'actor' ? [] : row.body.attribution.flatMap((step) => step.addressees ?? [])

/** The rows that fit, in their order; the very same array where nothing is left out. */
export const matchingRows = (
  rows: Rows,
  filter: Filter,
  hidden: readonly AnnotationType[],
  registries: Partial<Registries> | undefined,
): Rows => {
  if (filter.length === 0 && hidden.length === 0) return rows
  const tasks = filter.flatMap((condition) => (condition.kind === 'task' ? [condition.id] : []))
  const lacking = filter.flatMap((condition) => (condition.kind === 'lacks' ? [condition.id] : []))
  const words = filter.flatMap(({ kind, id }) => (kind === 'words' ? folded(id).split(' ') : []))
  const kinds = entryKinds.flatMap((kind) => {
    const ids = filter.flatMap((condition) => (condition.kind === kind ? [condition.id] : []))
    return ids.length > 0 ? [{ kind, ids }] : []
  })
  const refers = kinds.length > 0 ? entriesOf(rows, registries) : undefined
  return rows.filter((row) => {
    if (hidden.includes(row.type)) return false
    if (tasks.length > 0 && !tasks.some((task) => isOpen[task](row))) return false
    if (lacking.length > 0 && !lacking.some((lack) => isWithout[lack](row))) return false
    if (words.length > 0) {
      const text = wordsOf(row)
      if (!words.every((word) => text.includes(word))) return false
    }
    const entries = refers?.(row)
    return !entries || kinds.every(({ kind, ids }) => ids.some((id) => entries[kind].has(id)))
  })
}

const entryKinds = ['actor', 'issue', 'code', 'annotator'] as const satisfies EntryKind[]

/** What fits, with the annotation in focus where it does not. */
export const withFocused = (all: Rows, matching: Rows, focusId: string | undefined): Listed => {
  const listed = { rows: matching, matching: matching.length, apart: undefined }
  if (matching === all || !focusId || matching.some(({ id }) => id === focusId)) return listed
  const focused = all.find(({ id }) => id === focusId)
  if (!focused) return listed
  const place = matching.findIndex((row) => compareRows(row, focused) > 0)
  const rows = matching.toSpliced(place < 0 ? matching.length : place, 0, focused)
  return { ...listed, rows, apart: focusId }
}

/** The filter without a condition, or with it where it was not in it. */
export const toggled = (filter: Filter, condition: Condition): Filter =>
  isIn(filter, condition) ? filter.filter((other) => !isSame(other, condition)) : [...filter, condition]

export const isIn = (filter: Filter, condition: Condition): boolean => filter.some((other) => isSame(other, condition))

const isSame = (a: Condition, b: Condition): boolean => a.kind === b.kind && a.id === b.id

// A changed row is another object.
const texts = new WeakMap<Annotation, string>()

const wordsOf = (row: Annotation): string => {
  let text = texts.get(row)
  if (text === undefined) {
    const more =
      row.type === 'claim' ? row.body.paraphrase : row.type === 'position' ? row.body.condition?.text : undefined
    text = folded([quoteOf(row), row.note, more].filter(Boolean).join('\n'))
    texts.set(row, text)
  }
  return text
}
