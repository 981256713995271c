import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isOpen, openTasks } from '../../src/core/open-tasks.ts'
import type { BodyDraft } from '../../src/workbench/contract.ts'
import { anna, newProject } from './project.ts'

const text = 'Песков заявил, что Путин не торопится.'
const source = { implicit: true } as const
const step = { sources: [source], cue: [], basis: 'context' } as const

test('what is left to do is counted article by article, and goes when it is done', async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const add = async (content: string) => {
    const { files } = await workbench.addArticles([{ paste: content, mediaType: 'text/plain' }])
    return files[0]?.article ?? ''
  }
  const articleId = await add(text)
  const done = await add(`${text} Всё сделано.`)
  await add('Без аннотаций')
  const tag = (type: 'actor' | 'position' | 'claim', body?: BodyDraft, more: object = {}) =>
    workbench.addAnnotation({ articleId, type, fragments: [{ start: 0, end: 6 }], ...(body && { body }), ...more })
  const peskov = workbench.addActor({ name: 'Песков', actorType: 'person' })
  const mention = tag('actor')
  tag('actor', { actorId: peskov.id }, { certainty: 'unsure' })
  tag('actor', { mention: 'pronoun' }, { note: '"actorId":"нет"' })
  const claim = tag('claim')
  tag('claim', { issueIds: [], evidenceFor: [], attribution: [{ ...step, sources: [source], cue: [] }] })
  tag('position')
  tag('position', { holders: [source], attribution: [] })
  tag('position', { holders: [], attribution: [{ ...step, sources: [source], cue: [] }] })
  workbench.addAnnotation({
    articleId: done,
    type: 'actor',
    fragments: [{ start: 0, end: 6 }],
    body: { actorId: peskov.id },
  })
  expect(workbench.openTasks()).toEqual([{ articleId, unlinked: 2, unsourced: 2, unsure: 1, orphan: 0 }])

  workbench.linkMentions([mention.id], peskov.id)
  workbench.removeAnnotations([claim.id])
  expect(workbench.openTasks()).toEqual([{ articleId, unlinked: 1, unsourced: 1, unsure: 1, orphan: 0 }])
})

test('the database counts what the annotations themselves say', async () => {
  const { workbench } = newProject()
  const bundle = new URL('../../resources/sample/sample.actant-bundle.json', import.meta.url)
  await workbench.mergeBundles([fileURLToPath(bundle)])
  const counted = workbench.articles().map(({ id }) => {
    const rows = workbench.annotations(id)
    return { articleId: id, ...Object.fromEntries(openTasks.map((task) => [task, rows.filter(isOpen[task]).length])) }
  })
  const left = counted.filter((counts) => openTasks.some((task) => Reflect.get(counts, task) > 0))
  expect(left.length).toBeGreaterThan(0)
  expect(workbench.openTasks().toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1))).toEqual(
    left.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1)),
  )
})
