/** One state of the project for work that takes long, while others write. */
import { connectToRead, isInPlace, type Project } from './open.ts'
import { type Db, sql } from './sql.ts'

export type Snapshot = {
  db: Db
  /** Whether others may write in between: not while the snapshot is the connection they would write through. */
  yields: boolean
  close(): void
}

/** Opens a connection of its own and holds one state. Where the file is gone from its place only the first connection can. */
export const takeSnapshot = (project: Project): Snapshot => {
  const db = isInPlace(project) ? connectToRead(project) : undefined
  if (!db) return { db: project.db, yields: false, close: () => {} }
  db.exec('BEGIN')
  // A read transaction begins with its first read.
  sql(db, 'SELECT 1 FROM project').get()
  return {
    db,
    yields: true,
    close: () => {
      db.close()
    },
  }
}
