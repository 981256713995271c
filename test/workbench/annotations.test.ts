import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { anna, boris, newProject, type Opened, reopened } from './project.ts'

const text = '😀 Песков заявил, что Кремль не торопится.\nГенсек НАТО ответил.'

const withArticle = async () => {
  const opened = newProject()
  opened.workbench.identify(anna)
  const { files } = await opened.workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  return { ...opened, articleId }
}

const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })

const tag = (
  { workbench, articleId }: Opened & { articleId: string },
  quote: string,
  type: 'actor' | 'claim' = 'actor',
) => workbench.addAnnotation({ articleId, type, fragments: [spanOf(quote)] })

test('a tag stands with its quote and context, made by who works', async () => {
  const opened = await withArticle()
  const added = tag(opened, 'Песков')
  expect(added).toMatchObject({
    annotatorId: anna.id,
    createdBy: anna.id,
    anchor: 'exact',
    origin: 'manual',
    certainty: 'sure',
    body: {},
    target: {
      fragments: [{ ...spanOf('Песков'), quote: 'Песков' }],
      prefix: '😀 ',
      suffix: ' заявил, что Кремль не торопится',
    },
  })
  expect(added).not.toHaveProperty('note')
  expect(opened.workbench.annotations(opened.articleId)).toEqual([added])
  expect(opened.workbench.articles()[0]?.annotations).toEqual({ actor: 1, position: 0, claim: 0 })
})

test('the list runs by start, then outer before inner, then type', async () => {
  const opened = await withArticle()
  const inner = tag(opened, 'Кремль')
  const later = tag(opened, 'Генсек НАТО')
  const outer = tag(opened, 'Кремль не торопится', 'claim')
  const same = tag(opened, 'Кремль', 'claim')
  const ids = opened.workbench.annotations(opened.articleId).map(({ id }) => id)
  expect(ids).toEqual([outer.id, inner.id, same.id, later.id])
  expect(opened.workbench.annotations(opened.articleId, { skip: 1, limit: 2 }).map(({ id }) => id)).toEqual(
    ids.slice(1, 3),
  )
  expect(opened.workbench.annotations(opened.articleId, { ids: [later.id, outer.id] }).map(({ id }) => id)).toEqual([
    outer.id,
    later.id,
  ])
})

test.each([
  ['past the end', [{ start: 0, end: text.length + 1 }]],
  ['inside a character', [{ start: 1, end: 4 }]],
  ['empty', [{ start: 3, end: 3 }]],
  [
    'out of order',
    [
      { start: 10, end: 12 },
      { start: 3, end: 5 },
    ],
  ],
])('a span %s is refused and nothing is written', async (_name, fragments) => {
  const { workbench, articleId } = await withArticle()
  expect(() => workbench.addAnnotation({ articleId, type: 'actor', fragments })).toThrow('bad-request')
  expect(workbench.annotations(articleId)).toEqual([])
})

test('a call repeated with the same id adds nothing', async () => {
  const { workbench, articleId } = await withArticle()
  const draft = {
    id: '01990000-0000-7000-8000-000000000001',
    articleId,
    type: 'actor' as const,
    fragments: [spanOf('Кремль')],
  }
  const first = workbench.addAnnotation(draft)
  expect(workbench.addAnnotation(draft)).toEqual(first)
  expect(() => workbench.addAnnotation({ ...draft, type: 'claim' })).toThrow('bad-request')
  expect(workbench.annotations(articleId)).toHaveLength(1)
})

test('nothing is written before somebody said who they are', async () => {
  const opened = await withArticle()
  opened.close()
  const { workbench } = reopened(opened.path)
  expect(() => tag({ ...opened, workbench }, 'Кремль')).toThrow('who-are-you')
  expect(workbench.annotations(opened.articleId)).toEqual([])
})

test('the person is written with their first change only', () => {
  const { workbench } = newProject()
  workbench.identify(boris)
  expect(workbench.annotators()).toEqual([])
})

test('changing members, and taking one away', async () => {
  const opened = await withArticle()
  const { workbench } = opened
  const { id } = tag(opened, 'Кремль')
  expect(workbench.updateAnnotation(id, { note: 'кто?', certainty: 'unsure' })).toMatchObject({
    note: 'кто?',
    certainty: 'unsure',
  })
  const without = workbench.updateAnnotation(id, { note: null })
  expect(without).not.toHaveProperty('note')
  const claim = workbench.updateAnnotation(id, { type: 'claim' })
  expect(claim).toMatchObject({ type: 'claim', body: { issueIds: [], evidenceFor: [], attribution: [] } })
  const version = Object.values(claim.version)[0]
  expect(workbench.updateAnnotation(id, { type: 'claim' }).version).toEqual(claim.version)
  expect(version).toBe(4)
})

test('another’s annotation is copied when changed, and never removed', async () => {
  const opened = await withArticle()
  const { workbench, articleId } = opened
  const hers = tag(opened, 'Кремль')
  workbench.identify(boris)
  const his = workbench.updateAnnotation(hers.id, { certainty: 'unsure' })
  expect(his).toMatchObject({
    annotatorId: boris.id,
    createdBy: boris.id,
    basedOn: [hers.id],
    certainty: 'unsure',
    target: hers.target,
  })
  expect(workbench.annotations(articleId)).toContainEqual(hers)
  expect(() => workbench.removeAnnotations([his.id, hers.id])).toThrow('not-yours')
  expect(workbench.annotations(articleId)).toHaveLength(2)
  workbench.removeAnnotations([his.id])
  expect(workbench.annotations(articleId)).toEqual([hers])
})

test('undo and redo go through everything, and on after closing', async () => {
  const opened = await withArticle()
  const { workbench, articleId, path } = opened
  const first = tag(opened, 'Песков')
  const second = tag(opened, 'Кремль')
  workbench.updateAnnotation(first.id, { note: 'пресс-секретарь' })
  workbench.removeAnnotations([second.id])
  expect(workbench.undo()).toMatchObject({ action: 'annotation.remove', annotationIds: [second.id], articleId })
  expect(workbench.undo()).toMatchObject({ action: 'annotation.update' })
  expect(workbench.annotations(articleId).map(({ note }) => note)).toEqual([undefined, undefined])
  opened.close()

  const again = reopened(path)
  again.workbench.identify(anna)
  expect(again.workbench.history()).toMatchObject({
    undo: { action: 'annotation.add', annotationIds: [second.id] },
    redo: { action: 'annotation.update', annotationIds: [first.id] },
  })
  again.workbench.redo()
  expect(again.workbench.annotations(articleId)[0]).toMatchObject({ id: first.id, note: 'пресс-секретарь' })
  again.workbench.redo()
  expect(again.workbench.annotations(articleId)).toHaveLength(1)
  expect(again.workbench.redo()).toBeUndefined()
  while (again.workbench.undo());
  expect(again.workbench.articles()).toEqual([])
  while (again.workbench.redo());
  expect(again.workbench.annotations(articleId)).toMatchObject([{ id: first.id, note: 'пресс-секретарь' }])
})

test('undoing and redoing are writes: versions only go up, past the tombstone’s', async () => {
  const opened = await withArticle()
  const added = tag(opened, 'Песков')
  opened.workbench.undo()
  opened.workbench.redo()
  const [again] = opened.workbench.annotations(opened.articleId)
  expect(Object.values(added.version)).toEqual([1])
  expect(Object.values(again?.version ?? {})).toEqual([3])
  expect(again?.createdAt).toBe(added.createdAt)
})

test('a new step makes what was undone unreachable', async () => {
  const opened = await withArticle()
  tag(opened, 'Песков')
  opened.workbench.undo()
  tag(opened, 'Кремль')
  expect(opened.workbench.history().redo).toBeUndefined()
  expect(opened.workbench.redo()).toBeUndefined()
})

test('every write tells what it touched', async () => {
  const opened = await withArticle()
  opened.events.length = 0
  const { id } = tag(opened, 'Песков')
  expect(opened.events).toEqual([
    { kinds: ['annotation'], articleIds: [opened.articleId], annotationIds: [id], project: true },
  ])
  opened.workbench.undo()
  expect(opened.events[1]).toEqual(opened.events[0])
})

test('removing an article takes everything on it along, and one undo brings all of it back', async () => {
  const opened = await withArticle()
  const { workbench, articleId } = opened
  for (const quote of ['Песков', 'Кремль', 'Генсек НАТО']) tag(opened, quote)
  const before = workbench.annotations(articleId).map(({ id, target }) => ({ id, target }))
  const article = workbench.article(articleId)
  workbench.removeArticles([articleId])
  expect(workbench.articles()).toEqual([])
  expect(workbench.annotations(articleId)).toEqual([])
  expect(workbench.project()).toMatchObject({ articles: 0, annotations: 0 })
  workbench.undo()
  expect(workbench.annotations(articleId).map(({ id, target }) => ({ id, target }))).toEqual(before)
  expect(workbench.article(articleId).text).toBe(article.text)
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test('an article that was removed is live again when it is added again', async () => {
  const opened = await withArticle()
  const { workbench, articleId } = opened
  workbench.removeArticles([articleId])
  const path = join(dirname(opened.path), 'та же.txt')
  writeFileSync(path, text)
  expect(await workbench.addArticles([{ file: path }])).toMatchObject({ added: 1, files: [{ article: articleId }] })
  expect(Object.values(workbench.article(articleId).version)).toEqual([3])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})
