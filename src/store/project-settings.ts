/** What is set for this project file: it stays here, and is no part of bundles or of the history. */
import { type Db, sql } from './sql.ts'

type Name = 'blind' | 'apart' | 'mappings' | 'splits' | 'together' | 'tables'

export const readSetting = (db: Db, name: Name): string | undefined =>
  sql<{ value: string }>(db, 'SELECT value FROM settings WHERE name = ?').get(name)?.value

export const writeSetting = (db: Db, name: Name, value: string): void => {
  sql(db, 'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
    name,
    value,
  )
}
