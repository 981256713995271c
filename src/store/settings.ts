/** The settings every connection runs with, read back after they were set: a silent refusal would cost data. */
import type { Db } from './sql.ts'

export type Setting = [name: string, wanted: string | number]

export const commonSettings: Setting[] = [
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
]

export const writingSettings: Setting[] = [
  // EXTRA while the mode changes: a power cut must not bring back the journal of that change, beside a log of later ones.
  ['synchronous', 3],
  ['journal_mode', 'wal'],
  // better-sqlite3 is built with DEFAULT_WAL_SYNCHRONOUS=1 (NORMAL), which loses commits in a power cut. 2 is FULL.
  ['synchronous', 2],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 1],
        ['checkpoint_fullfsync', 1],
      ] satisfies Setting[])
    : []),
]

export const readingSettings: Setting[] = [['query_only', 1]]

/** For databases of other programs, which are looked at in memory: nothing that stands in them is run. */
export const foreignSettings: Setting[] = [
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['ignore_check_constraints', 1],
  ['query_only', 1],
]

export const busyTimeoutMs = 5000

/** Throws, as a bug, where a setting did not take. */
export const applySettings = (db: Db, settings: readonly Setting[]): void => {
  for (const [name, wanted] of settings) {
    db.pragma(`${name} = ${wanted}`)
    const found = db.pragma(name, { simple: true })
    if (found !== wanted) throw new Error(`setting ${name} is ${String(found)}, not ${wanted}`)
  }
}
