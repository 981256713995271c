import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { ConflictChoice } from '../../src/workbench/contract.ts'
import { anna, boris, newProject } from './project.ts'
import { bundleOf, merge, noteOf, stateOf, type Team, teams, text } from './teams.ts'

/** Both changed the note of the annotation, and `a` has merged what `b` has. */
const inConflict = async () => {
  const both = await teams()
  both.a.workbench.updateAnnotation(both.id, { note: 'у Анны' })
  both.b.workbench.updateAnnotation(both.id, { note: 'дома' })
  await merge(both.a, both.b)
  return both
}

test('a record that was changed in two places stands in both versions, with who, when and in what they differ', async () => {
  const { a, b, articleId, id } = await inConflict()
  const [conflict, ...more] = a.workbench.conflicts()
  expect(more).toEqual([])
  expect(conflict).toMatchObject({ id, kind: 'annotation', articleId, differing: ['/note'] })
  expect(conflict?.versions.map(({ shown, deleted, by }) => ({ shown, deleted, by }))).toEqual([
    { shown: true, deleted: false, by: anna.id },
    { shown: false, deleted: false, by: anna.id },
  ])
  expect(conflict?.versions.map(({ side }) => Object(side.record).note).sort()).toEqual(['дома', 'у Анны'])
  const start = text.indexOf('Кремль')
  for (const { side } of conflict?.versions ?? []) {
    expect(Object(side.record).target.fragments).toEqual([{ start, end: start + 6, quote: 'Кремль' }])
  }
  expect(a.workbench.conflicts({ kind: 'actor' })).toEqual([])
  expect(a.workbench.conflicts({ articleId })).toHaveLength(1)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
  expect(await a.workbench.check()).toEqual({ ok: true, findings: [] })
})

test('a decision is one step, settles the conflict at the others too, and taking it back brings the conflict back', async () => {
  const { a, b, articleId, id } = await inConflict()
  await merge(b, a)
  const other = a.workbench.conflicts()[0]?.versions.find(({ shown }) => !shown)
  const wanted = Object(other?.side.record).note
  a.workbench.decideConflict(id, other?.id ?? 'both')
  expect(a.workbench.conflicts()).toEqual([])
  expect(noteOf(a, articleId, id)).toBe(wanted)
  expect(a.workbench.history().undo).toMatchObject({ action: 'conflict.decide', articleId })
  await merge(b, a)
  expect(b.workbench.conflicts()).toEqual([])
  expect(noteOf(b, articleId, id)).toBe(wanted)

  a.workbench.undo()
  expect(
    a.workbench
      .conflicts()[0]
      ?.versions.map(({ side }) => Object(side.record).note)
      .sort(),
  ).toEqual(['дома', 'у Анны'])
  expect(noteOf(a, articleId, id)).not.toBe(wanted)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
  expect(b.workbench.conflicts()).toHaveLength(1)

  a.workbench.redo()
  expect(a.workbench.conflicts()).toEqual([])
  expect(noteOf(a, articleId, id)).toBe(wanted)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
  while (a.workbench.undo());
  while (a.workbench.redo());
  expect(noteOf(a, articleId, id)).toBe(wanted)
  expect(await a.workbench.check()).toEqual({ ok: true, findings: [] })
})

test('going on with the version that is shown leaves the other waiting; what was there is never dropped by an edit', async () => {
  const { a, b, id } = await inConflict()
  await merge(b, a)
  for (const team of [a, b]) team.workbench.updateAnnotation(id, { certainty: 'unsure' })
  a.workbench.updateAnnotation(id, { certainty: 'sure' })
  for (const team of [a, b]) expect(team.workbench.conflicts()[0]?.versions).toHaveLength(2)
  await merge(a, b)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
  const notes = a.workbench.conflicts()[0]?.versions.map(({ side }) => Object(side.record).note)
  expect([...new Set(notes)].sort()).toEqual(['дома', 'у Анны'])
})

test('both may stay: the second becomes an annotation, an actor, an issue of its own', async () => {
  const { a, b, articleId, id, actor } = await teams()
  for (const [team, name] of [
    [a, 'Дмитрий Песков'],
    [b, 'Пресс-секретарь'],
  ] as const) {
    team.workbench.updateAnnotation(id, { note: name })
    team.workbench.updateActor(actor, { name })
  }
  await merge(a, b)
  expect(a.workbench.conflicts().map(({ kind }) => kind)).toEqual(['actor', 'annotation'])
  a.workbench.decideConflict(id, 'both')
  a.workbench.decideConflict(actor, 'both')
  const names = ['Дмитрий Песков', 'Пресс-секретарь']
  expect(
    a.workbench
      .annotations(articleId)
      .map(({ note }) => note)
      .sort(),
  ).toEqual(names)
  expect(
    a.workbench
      .registries()
      .actors.map(({ name }) => name)
      .sort(),
  ).toEqual(names)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
  a.workbench.undo()
  expect(a.workbench.registries().actors).toHaveLength(1)
  expect(a.workbench.conflicts()).toMatchObject([{ kind: 'actor' }])
})

test('a record deleted here and changed there stays until somebody decides, either way', async () => {
  const { a, b, articleId, id } = await teams()
  a.workbench.removeAnnotations([id])
  b.workbench.updateAnnotation(id, { note: 'ещё нужна' })
  const report = await merge(a, b)
  expect(report.conflicts).toEqual({ annotation: 1 })
  expect(noteOf(a, articleId, id)).toBe('ещё нужна')
  const versions = a.workbench.conflicts()[0]?.versions
  expect(versions?.map(({ deleted }) => deleted)).toEqual([false, true])
  expect(() => a.workbench.decideConflict(id, 'both')).toThrow('only-once')
  a.workbench.decideConflict(id, versions?.[1]?.id ?? 'both')
  expect(a.workbench.annotations(articleId)).toEqual([])
  a.workbench.undo()
  expect(a.workbench.conflicts()[0]?.versions.map(({ deleted }) => deleted)).toEqual([false, true])
  a.workbench.decideConflict(id, 'neither')
  await merge(b, a)
  expect(b.workbench.annotations(articleId)).toEqual([])
  expect(await stateOf(b)).toEqual(await stateOf(a))
})

test('deleting a record with a conflict deletes all of it, and undo brings all of it back', async () => {
  const { a, b, articleId, id } = await inConflict()
  a.workbench.removeAnnotations([id])
  expect(a.workbench.conflicts()).toEqual([])
  expect(a.workbench.annotations(articleId)).toEqual([])
  a.workbench.undo()
  expect(a.workbench.conflicts()[0]?.versions).toHaveLength(2)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
})

test('three people, three versions; a later version takes away what it has seen', async () => {
  const { a, b, articleId, id } = await teams()
  const c: Team = newProject(join(dirname(a.path), 'c.actant'))
  await merge(c, a)
  c.workbench.identify(anna)
  a.workbench.updateAnnotation(id, { note: '1' })
  b.workbench.updateAnnotation(id, { note: '2' })
  c.workbench.updateAnnotation(id, { note: '3' })
  const old = await bundleOf(c)
  await merge(a, b)
  await merge(a, c)
  expect(a.workbench.conflicts()[0]?.versions).toHaveLength(3)
  c.workbench.updateAnnotation(id, { note: '3, позже' })
  await merge(a, c)
  const notes = () => a.workbench.conflicts()[0]?.versions.map(({ side }) => Object(side.record).note)
  expect(notes()?.sort()).toEqual(['1', '2', '3, позже'])
  await a.workbench.mergeBundles([old])
  expect(notes()?.sort()).toEqual(['1', '2', '3, позже'])
  const version = a.workbench.conflicts()[0]?.versions.find(({ side }) => Object(side.record).note === '2')
  a.workbench.decideConflict(id, version?.id ?? 'both')
  expect(() => a.workbench.decideConflict(id, 'neither')).toThrow('not-found')
  for (const team of [b, c]) await merge(team, a)
  expect(await stateOf(b)).toEqual(await stateOf(c))
  expect(noteOf(c, articleId, id)).toBe('2')
})

test('what can be there only once is decided for one version, people are never removed', async () => {
  const { a, b, articleId } = await teams()
  a.workbench.setProgress(articleId, 'doing')
  b.workbench.setProgress(articleId, 'done')
  b.workbench.identify({ ...anna, name: 'Анна П.' })
  a.workbench.identify({ ...anna, name: 'А. Петрова' })
  for (const team of [a, b]) team.workbench.addActor({ name: 'Генсек', actorType: 'person' })
  await merge(a, b)
  const [annotator, progress] = a.workbench.conflicts()
  expect([annotator?.kind, progress?.kind]).toEqual(['annotator', 'progress'])
  expect(() => a.workbench.decideConflict(progress?.id ?? '', 'both')).toThrow('only-once')
  expect(() => a.workbench.decideConflict(annotator?.id ?? '', 'neither')).toThrow('"annotator"')
  const choose = (id: string, choice: ConflictChoice | undefined) => a.workbench.decideConflict(id, choice ?? 'both')
  choose(annotator?.id ?? '', annotator?.versions[0]?.id)
  choose(progress?.id ?? '', progress?.versions[0]?.id)
  expect(a.workbench.conflicts()).toEqual([])
  expect(boris.id).not.toBe(anna.id)
})

test('undoing a merge takes back what it brought, conflicts among it', async () => {
  const { a, b, articleId, id } = await teams()
  a.workbench.updateAnnotation(id, { note: 'у Анны' })
  b.workbench.updateAnnotation(id, { note: 'дома' })
  b.workbench.addIssue({ name: 'Переговоры' })
  await merge(a, b)
  a.workbench.undo()
  expect(a.workbench.conflicts()).toEqual([])
  expect(noteOf(a, articleId, id)).toBe('у Анны')
  expect(a.workbench.registries().issues).toEqual([])
  a.workbench.redo()
  expect(
    a.workbench
      .conflicts()[0]
      ?.versions.map(({ side }) => Object(side.record).note)
      .sort(),
  ).toEqual(['дома', 'у Анны'])
  expect(a.workbench.registries().issues).toHaveLength(1)
  await merge(b, a)
  expect(await stateOf(b)).toEqual(await stateOf(a))
})
