import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anna, newProject, temporaryFolder } from './project.ts'

const project = () => {
  const { workbench } = newProject(join(temporaryFolder(), 'a.actant'))
  workbench.identify(anna)
  const short = workbench.addActor({ name: 'Путин', actorType: 'person' }).id
  const long = workbench.addActor({ name: 'Vladimir Putin', actorType: 'person' }).id
  workbench.addIssue({ name: 'Перемирие' })
  workbench.addIssue({ name: 'перемирие' })
  return { workbench, short, long }
}

test('merging two entries ends the proposal, and undoing it brings the proposal back', () => {
  const { workbench, short, long } = project()
  expect(workbench.duplicates().pairs.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['issue', 'name'],
    ['actor', 'transliteration'],
  ])
  workbench.mergeActors([short], long)
  expect(workbench.duplicates().pairs.map(({ kind }) => kind)).toEqual(['issue'])
  workbench.undo()
  expect(workbench.duplicates().pairs).toHaveLength(2)
})

test('two entries that are kept apart are not proposed until they are asked for again', () => {
  const { workbench, short, long } = project()
  const before = workbench.history()
  workbench.keepApart(long, short)
  workbench.keepApart(short, long)
  expect(workbench.duplicates()).toMatchObject({ pairs: [{ kind: 'issue' }], apart: 1 })
  expect(workbench.history()).toEqual(before)
  workbench.proposeAgain(short, long)
  expect(workbench.duplicates()).toMatchObject({ pairs: [{ kind: 'issue' }, { kind: 'actor' }], apart: 0 })
  workbench.keepApart(short, long)
  workbench.proposeAgain()
  expect(workbench.duplicates().apart).toBe(0)
})
