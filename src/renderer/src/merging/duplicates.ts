/** What is done with entries that may be one. */

import type { Side } from '../../../core/merge.ts'
import type { Duplicate } from '../../../core/suggest/duplicates.ts'
import type { Registries } from '../../../workbench/contract.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import type { Shell } from '../app/shell.ts'
import { duplicatesQuery, registriesQuery } from '../data/queries.ts'

export type Pair = [EntrySide, EntrySide]
export type EntrySide = Extract<Side, { kind: Duplicate['kind'] }>

/** The entries of a pair; nothing while one of them is not here any more. */
export const entriesOf = (registries: Registries | undefined, { kind, ids }: Duplicate): Pair | undefined => {
  const [left, right] = ids.map((id) => entryOf(registries, kind, id))
  return left && right ? [left, right] : undefined
}

const entryOf = (registries: Registries | undefined, kind: Duplicate['kind'], id: string): EntrySide | undefined => {
  const found = <T extends { id: string }>(entries: readonly T[] = []) => entries.find((entry) => entry.id === id)
  switch (kind) {
    case 'actor': {
      const record = found(registries?.actors)
      return record && { kind, record }
    }
    case 'issue': {
      const record = found(registries?.issues)
      return record && { kind, record }
    }
    case 'code': {
      const record = found(registries?.codes)
      return record && { kind, record }
    }
  }
}

/** Merges the other of two entries into the one that is kept. */
export const mergeInto = (shell: Shell, { kind, ids }: Duplicate, kept: string): Promise<boolean> => {
  const { desk } = shell
  const others = ids.filter((id) => id !== kept)
  const merge = { actor: desk.mergeActors, issue: desk.mergeIssues, code: desk.mergeCodes }[kind]
  const failed = ({ actor: 'registry.notMerged', issue: 'issue.notMerged', code: 'code.notMerged' } as const)[kind]
  return changed(shell, failed, () => merge(others, kept))
}

export const keepApart = (shell: Shell, { ids: [first, second] }: Duplicate): Promise<boolean> =>
  changed(shell, 'duplicates.notKeptApart', () => shell.desk.keepApart(first, second))

/** Two that were kept apart, or all. */
export const proposeAgain = (shell: Shell, duplicate?: Duplicate): Promise<boolean> =>
  changed(shell, 'duplicates.notKeptApart', () => shell.desk.proposeAgain(...(duplicate?.ids ?? [])))

const changed = async (shell: Shell, failed: Parameters<Shell['t']>[0], run: () => Promise<void>): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(shell, ({ t }) => t(failed), run)
  // Before the next key is pressed.
  await shell.queries.invalidateQueries({ queryKey: duplicatesQuery(shell).queryKey })
  await shell.queries.invalidateQueries({ queryKey: registriesQuery(shell).queryKey })
  return done !== undefined
}
