import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, schemaOf } from '../../src/store/migrate.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { anna, newProject, reopened } from '../workbench/project.ts'

const later = [...migrations, { schema: 2, up: 'CREATE TABLE later (x INTEGER) STRICT; INSERT INTO later VALUES (1)' }]
const broken = [
  ...migrations,
  { schema: 2, up: 'CREATE TABLE later (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)' },
]

const older = async () => {
  const { path, workbench, close } = newProject()
  workbench.identify(anna)
  await workbench.addArticles([{ paste: 'Песков заявил это.', mediaType: 'text/plain' }])
  close()
  return { path, db: new Database(path) }
}

test('an older project is migrated, and a whole backup from before lies beside it', async () => {
  const { path, db } = await older()
  const backup = migrate(db, path, later) ?? ''
  expect(schemaOf(db)).toBe(2)
  db.close()
  expect(backup).toBe(`${path}-backup-schema1-1`)
  expect(reopened(backup, 'read').workbench.articles()).toHaveLength(1)
})

test('a migration that fails leaves the old schema, and the backup', async () => {
  const { path, db } = await older()
  expect(() => migrate(db, path, broken)).toThrow('nowhere')
  expect(schemaOf(db)).toBe(1)
  db.close()
  expect(existsSync(`${path}-backup-schema1-1`)).toBe(true)
  const { workbench } = reopened(path)
  expect(workbench.articles()).toHaveLength(1)
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test('where no sound backup can be made nothing is migrated', async () => {
  const { path, db } = await older()
  expect(() => migrate(db, join(path, 'no', 'such', 'folder'), later)).toThrow()
  expect(schemaOf(db)).toBe(1)
  db.close()
})

test('a project of the current schema is left alone', async () => {
  const { path, db } = await older()
  expect(migrate(db, path)).toBeUndefined()
  db.close()
  expect(existsSync(`${path}-backup-schema1-1`)).toBe(false)
})
