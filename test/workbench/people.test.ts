/** Several people in one project: who works on what, what each may see, and what goes out. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, boris, circumstances, newProject, reopened } from './project.ts'

const texts = ['Песков заявил, что Путин не торопится.', 'Иванова спорит с Петровым о хлебе.', 'Зерно кончилось.']

/** Anna has tagged the first two articles, Boris the first; each has an actor of their own, and one in common. */
const twoPeople = async () => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles(texts.map((paste) => ({ paste, mediaType: 'text/plain' as const })))
  const [first = '', second = '', third = ''] = files.map(({ article }) => article ?? '')
  const group = workbench.addActor({ name: 'Кремль', actorType: 'organization' })
  const peskov = workbench.addActor({ name: 'Песков', actorType: 'person', memberOf: [group.id] })
  const baker = workbench.addActor({ name: 'Иванова', actorType: 'person' })
  workbench.addActor({ name: 'Никем не названный', actorType: 'person' })
  const mention = (articleId: string, start: number, end: number, actorId?: string) =>
    workbench.addAnnotation({
      articleId,
      type: 'actor',
      fragments: [{ start, end }],
      ...(actorId !== undefined && { body: { actorId } }),
    })
  const hers = mention(first, 0, 6, peskov.id)
  const elsewhere = mention(second, 0, 7, baker.id)
  workbench.identify(boris)
  const his = mention(first, 19, 24)
  const based = workbench.addAnnotation({
    articleId: first,
    type: 'position',
    fragments: [{ start: 14, end: 37 }],
    body: { holders: [{ annotation: hers.id }], attribution: [] },
  })
  return { ...opened, first, second, third, peskov, group, baker, hers, elsewhere, his, based }
}

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id).sort()

const exportedPart = async ({ workbench, path }: Awaited<ReturnType<typeof twoPeople>>, part: object) => {
  const to = join(dirname(path), `${v7()}.json`)
  const report = await workbench.exportBundle(to, undefined, { reason: 'a part', ...part })
  return { to, report, bundle: JSON.parse(readFileSync(to, 'utf8')) }
}

test('one person’s layer goes out with the articles and registry entries it needs, and says that it is a part', async () => {
  const project = await twoPeople()
  const { bundle, report } = await exportedPart(project, { annotatorIds: [anna.id] })
  expect(bundle.project.part).toEqual({ reason: 'a part' })
  expect(ids(bundle.annotations)).toEqual(ids([project.hers, project.elsewhere]))
  expect(ids(bundle.articles)).toEqual([project.first, project.second].sort())
  expect(ids(bundle.actors)).toEqual(ids([project.peskov, project.group, project.baker]))
  expect(ids(bundle.annotators)).toEqual([anna.id])
  expect(bundle.tombstones).toEqual([])
  expect(report).toMatchObject({ articles: 2, annotations: 2 })
})

test('what goes out is told before, and is what then goes out', async () => {
  const project = await twoPeople()
  const { workbench, first, his, based } = project
  expect(workbench.previewExport({ annotatorIds: [boris.id] })).toEqual({
    articles: 1,
    annotations: 2,
    actors: 0,
    issues: 0,
    codes: 0,
    links: 0,
    made: { [boris.id]: 2 },
    leftOut: { [anna.id]: 1 },
    articlesLeftOut: 2,
    // The holder is Anna’s annotation.
    dangling: 1,
  })
  const { bundle } = await exportedPart(project, { annotatorIds: [boris.id] })
  expect(ids(bundle.annotations)).toEqual(ids([his, based]))
  expect(workbench.previewExport({ articleIds: [first] })).toMatchObject({
    made: { [anna.id]: 1, [boris.id]: 2 },
    leftOut: {},
    dangling: 0,
  })
  expect(workbench.previewExport({})).toMatchObject({ articles: 3, annotations: 4, actors: 4, articlesLeftOut: 0 })
})

test('a part merged elsewhere brings exactly that, deletes nothing, and the rest can follow', async () => {
  const project = await twoPeople()
  const { workbench, first, second, third } = project
  const whole = await exportedPart(project, {})
  workbench.identify(anna)
  workbench.removeAnnotations([project.elsewhere.id])
  const part = await exportedPart(project, { articleIds: [first, third] })

  const other = newProject()
  await other.workbench.mergeBundles([part.to])
  expect(ids(other.workbench.articles())).toEqual([first, third].sort())
  expect(ids(other.workbench.annotations(first))).toEqual(ids(workbench.annotations(first)))

  const before = newProject()
  await before.workbench.mergeBundles([whole.to])
  const { files } = await before.workbench.mergeBundles([part.to])
  expect(files[0]).toMatchObject({ outcome: 'merged', new: {}, newer: {}, findings: [] })
  expect(ids(before.workbench.annotations(second))).toEqual([project.elsewhere.id])
})

test('an assigned article is progress that was not begun: it travels, merges, is taken back and undone', async () => {
  const project = await twoPeople()
  const { workbench, first, second, third } = project
  const people = (id: string) => workbench.articles([id])[0]?.people
  workbench.setProgress(first, 'done')
  const vera = workbench.addAnnotator('Вера')
  expect(workbench.addAnnotator('Вера').id).toBe(vera.id)
  workbench.assign([first, second, third], [boris.id, vera.id])
  const todo = (annotatorId: string) => ({ annotatorId, state: 'todo' })
  expect(people(first)).toContainEqual({ annotatorId: boris.id, state: 'done' })
  expect(people(second)).toEqual(expect.arrayContaining([todo(boris.id), todo(vera.id)]))

  const { to } = await exportedPart(project, { articleIds: [second] })
  const other = newProject()
  await other.workbench.mergeBundles([to])
  other.workbench.identify(boris)
  expect(other.workbench.articles().map(({ id, progress }) => [id, progress])).toEqual([[second, 'todo']])

  workbench.unassign([first, second], [boris.id])
  expect(people(first)).toContainEqual({ annotatorId: boris.id, state: 'done' })
  expect(people(second)).toEqual([todo(vera.id)])
  workbench.undo()
  expect(people(second)).toHaveLength(2)
  expect(() => workbench.assign([second], [v7()])).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('blind: others’ work on an article is hidden from everything that is read, until one is done with it', async () => {
  const { project, path, first, second, hers, his, peskov, based } = await twoPeople()
  const workbench = createWorkbench({ project, ...circumstances, keepsBlind: true })
  workbench.identify(boris)
  workbench.setBlind(true)
  const counts = () =>
    workbench.articles([first]).map(({ annotations, hiddenPeople }) => ({ annotations, hiddenPeople }))
  expect(ids(workbench.annotations(first))).toEqual(ids([his, based]))
  expect(workbench.annotations(first, { skip: 1, limit: 5 })).toHaveLength(1)
  expect(workbench.annotations(first, { ids: [hers.id, his.id] }).map(({ id }) => id)).toEqual([his.id])
  expect(workbench.annotations(second)).toEqual([])
  expect(counts()).toEqual([{ annotations: { actor: 1, position: 1, claim: 0 }, hiddenPeople: 1 }])
  expect(workbench.mentions('actor', peskov.id)).toEqual([])
  expect(workbench.openTasks().map(({ articleId }) => articleId)).toEqual([first])

  expect((await workbench.agreement({})).articleIds).toEqual([])

  workbench.setProgress(first, 'done')
  expect((await workbench.agreement({})).articleIds).toEqual([first])
  expect(ids(workbench.annotations(first))).toEqual(ids([hers, his, based]))
  expect(counts()).toEqual([{ annotations: { actor: 2, position: 1, claim: 0 }, hiddenPeople: undefined }])
  expect(workbench.mentions('actor', peskov.id)).toHaveLength(1)
  expect(workbench.annotations(second)).toEqual([])

  // Nobody's work is lost by it, and the command line, which shows none, counts everything.
  await workbench.exportBundle(join(dirname(path), 'all.json'))
  expect(JSON.parse(readFileSync(join(dirname(path), 'all.json'), 'utf8')).annotations).toHaveLength(4)
  const beside = reopened(path, 'read')
  expect(beside.workbench.blind()).toBe(true)
  expect(beside.workbench.annotations(second)).toHaveLength(1)
})

test('what others have tagged does not keep one from tagging the same mentions oneself', async () => {
  const { workbench, first, peskov } = await twoPeople()
  expect(workbench.findMentions(first, peskov.id)).toEqual([{ start: 0, end: 6 }])
  workbench.identify(anna)
  expect(workbench.findMentions(first, peskov.id)).toEqual([])
})
