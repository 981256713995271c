/**
 * Which replica writes. The file says its replica and the place that belongs to; found in another place (a copy, another
 * machine), or behind what this machine has seen of that replica (restored over itself), it takes a new one.
 */
import { statSync } from 'node:fs'
import { z } from 'zod'
import { machineId, openWriteNote, type WriteNote } from './machine.ts'
import { type Db, sql } from './sql.ts'

const place = z.object({ machine: z.string(), device: z.string(), inode: z.string(), path: z.string() })
export type Place = z.infer<typeof place>

export type Replica = { id: string; writes: number; note: WriteNote }

export const placeOf = (path: string): Place => {
  const { dev, ino } = statSync(path, { bigint: true })
  return { machine: machineId(), device: String(dev), inode: String(ino), path }
}

/** The replica that writes here, inside the transaction of this opening's first write. */
export const takeReplica = (db: Db, path: string, newId: () => string): Replica => {
  const row = sql<{ id: string; place: string; writes: number }>(db, 'SELECT id, place, writes FROM replica').get()
  const here = placeOf(path)
  if (row && samePlace(readPlace(row.place), here)) {
    const note = openWriteNote(row.id)
    if (note.highest <= row.writes) return { id: row.id, writes: row.writes, note }
    note.close()
  }
  const id = newId()
  sql(
    db,
    `INSERT INTO replica (one, id, place, writes) VALUES (1, ?, ?, 0)
     ON CONFLICT DO UPDATE SET id = excluded.id, place = excluded.place, writes = 0`,
  ).run(id, JSON.stringify(here))
  return { id, writes: 0, note: openWriteNote(id) }
}

/** Counts a transaction as written, inside it. */
export const countWrite = (db: Db, writes: number): void => {
  sql(db, 'UPDATE replica SET writes = ?').run(writes)
}

/** A renamed file keeps device and inode, one found after a restart of the machine keeps path and inode. */
const samePlace = (a: Place | undefined, b: Place): boolean =>
  a !== undefined && a.machine === b.machine && a.inode === b.inode && (a.device === b.device || a.path === b.path)

const readPlace = (text: string): Place | undefined => {
  try {
    return place.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
