/** Brings a project file to the current schema: a verified backup first, then all steps in one transaction. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../core/failure.ts'
import { compactCopy, schemaText } from './backup.ts'
import { applicationId } from './header.ts'
import { type Migration, migrations } from './migrations/index.ts'
import type { Db } from './sql.ts'

/** Throws 'newer-project', before anything is touched, where the schema is one we do not know. */
export const refuseNewer = (schema: number, path: string, known = migrations): void => {
  if (schema <= known.length) return
  throw new Failure('newer-project', { file: basename(path), found: schema, known: known.length })
}

export const schemaOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }))

/** A row of a clustered table that is longer than about a quarter of a page is torn apart; annotations have up to 2 kB. */
const pageSize = 8192

/** Makes the current schema in an empty database. */
export const createSchema = (db: Db): void => {
  db.pragma(`page_size = ${pageSize}`)
  db.pragma(`application_id = ${applicationId}`)
  advance(db, migrations)
}

/** What `schemaText` gives of a sound project. */
export const currentSchemaText = (): string => {
  const db = new Database(':memory:')
  try {
    createSchema(db)
    return schemaText(db)
  } finally {
    db.close()
  }
}

/** Migrates an older project in place; the backup it leaves beside the file is returned. */
export const migrate = (db: Db, path: string, known: readonly Migration[] = migrations): string | undefined => {
  const from = schemaOf(db)
  const pending = known.filter(({ schema }) => schema > from)
  if (pending.length === 0) return undefined
  const backup = backupPath(path, from)
  compactCopy(db, backup)
  advance(db, pending)
  return backup
}

const advance = (db: Db, pending: readonly Migration[]): void => {
  db.transaction(() => {
    for (const { schema, up } of pending) {
      db.exec(up)
      db.pragma(`user_version = ${schema}`)
    }
  }).immediate()
}

/** Numbered, not dated: a wrong clock must not make one backup take another's name. */
const backupPath = (path: string, schema: number): string => {
  for (let n = 1; ; n++) {
    const candidate = `${path}-backup-schema${schema}-${n}`
    if (!existsSync(candidate)) return candidate
  }
}
