/** Prepared statements, one a source text and connection; the row's type is what the caller says the SQL gives. */
import type Database from 'better-sqlite3'

export type Db = Database.Database
type Value = string | number | bigint | Buffer | null

const prepared = new WeakMap<Db, Map<string, Database.Statement<Value[], unknown>>>()

export const sql = <Row = unknown>(db: Db, source: string): Database.Statement<Value[], Row> => {
  let statements = prepared.get(db)
  if (!statements) {
    statements = new Map()
    prepared.set(db, statements)
  }
  let statement = statements.get(source)
  if (!statement) {
    statement = db.prepare<Value[], unknown>(source)
    statements.set(source, statement)
  }
  return statement as Database.Statement<Value[], Row>
}
