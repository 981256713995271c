/** By what the annotations of an article can be filtered: what is there, with how many there are. */
import { isWithout, lacks } from '../../../core/lacks.ts'
import { type OpenTask, openTasks } from '../../../core/open-tasks.ts'
import type { Registries } from '../../../workbench/contract.ts'
import { type Condition, type EntryKind, entriesOf, type Filter, isIn } from './annotation-filter.ts'
import { countRows, type Rows } from './annotation-rows.ts'

export type Offer = { condition: Exclude<Condition, { kind: 'words' }>; count: number }

/** What is to be done first; then annotators, codes, issues and actors, each by how many there are; what is missing comes last. */
export const offersFor = (rows: Rows, registries: Partial<Registries> | undefined): Offer[] => {
  const counts = countRows(rows)
  const found: Record<EntryKind, Map<string, number>> = {
    annotator: new Map(),
    code: new Map(),
    issue: new Map(),
    actor: new Map(),
  }
  const refers = entriesOf(rows, registries)
  for (const row of rows) {
    const entries = refers(row)
    for (const kind of kinds) for (const id of entries[kind]) found[kind].set(id, (found[kind].get(id) ?? 0) + 1)
  }
  const tasks = openTasks.map((id: OpenTask): Offer => ({ condition: { kind: 'task', id }, count: counts[id] }))
  const entries = kinds.flatMap((kind) =>
    [...found[kind]].sort((a, b) => b[1] - a[1]).map(([id, count]): Offer => ({ condition: { kind, id }, count })),
  )
  const missing = lacks.map(
    (id): Offer => ({ condition: { kind: 'lacks', id }, count: rows.filter(isWithout[id]).length }),
  )
  return [...tasks.filter(({ count }) => count > 0), ...entries, ...missing.filter(({ count }) => count > 0)]
}

const kinds = ['annotator', 'code', 'issue', 'actor'] as const satisfies EntryKind[]

/** Those that are not in the filter yet. */
export const stillOffered = (offers: readonly Offer[], filter: Filter): Offer[] =>
  offers.filter(({ condition }) => !isIn(filter, condition))
