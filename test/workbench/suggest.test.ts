import { expect, test } from 'vitest'
import { anna, newProject } from './project.ts'

const text = 'Сергей Лавров отверг гарантии. Позже слова Лаврова повторил Асад, и он добавил.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const prepared = async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const lavrov = workbench.addActor({ name: 'Сергей Лавров', actorType: 'person' })
  const assad = workbench.addActor({ name: 'Башар Асад', actorType: 'person' })
  return { workbench, articleId, lavrov, assad }
}

test('an inflected surname leads to its actor, by a span or by the annotation on it', async () => {
  const { workbench, articleId, lavrov } = await prepared()
  const expected = { actorId: lavrov.id, sure: true }
  expect(workbench.suggestActors(articleId, at('Лаврова'))[0]).toMatchObject(expected)
  const mention = workbench.addAnnotation({ articleId, type: 'actor', fragments: [at('Лаврова')] })
  expect(workbench.suggestActors(articleId, mention.id)[0]).toMatchObject(expected)
})

test('a pronoun is offered those named before it, the nearest first, none of them for sure', async () => {
  const { workbench, articleId, lavrov, assad } = await prepared()
  for (const [words, actorId] of [
    ['Сергей Лавров', lavrov.id],
    ['Асад', assad.id],
  ] as const) {
    const { id } = workbench.addAnnotation({ articleId, type: 'actor', fragments: [at(words)] })
    workbench.linkMentions([id], actorId)
  }
  const { start } = at(' он ')
  expect(workbench.suggestActors(articleId, { start: start + 1, end: start + 3 })).toEqual([
    { actorId: assad.id, score: 0, by: 'recent', sure: false },
    { actorId: lavrov.id, score: 0, by: 'recent', sure: false },
  ])
})

test('an actor renamed or added is known at once', async () => {
  const { workbench, articleId, assad } = await prepared()
  workbench.updateActor(assad.id, { name: 'Пётр Орлов' })
  expect(workbench.suggestActors(articleId, at('Асад'))).toEqual([])
})

test('further mentions are found where none is annotated, and those taken are one step, written once', async () => {
  const { workbench, articleId, lavrov } = await prepared()
  workbench.addAnnotation({ articleId, type: 'actor', fragments: [at('Сергей Лавров')], body: { actorId: lavrov.id } })
  const found = workbench.findMentions(articleId, lavrov.id)
  expect(found).toEqual([at('Лаврова')])
  const drafts = found.map((span) => ({ ...span, id: '01990000-0000-7000-8000-0000000000fd' }))
  const written = workbench.tagMentions(articleId, lavrov.id, drafts)
  expect(written).toMatchObject([
    {
      type: 'actor',
      body: { actorId: lavrov.id },
      origin: 'suggestion',
      target: { fragments: [{ quote: 'Лаврова' }] },
    },
  ])
  expect(workbench.tagMentions(articleId, lavrov.id, drafts)).toEqual(written)
  expect(workbench.findMentions(articleId, lavrov.id)).toEqual([])
  expect(workbench.undo()).toMatchObject({
    action: 'mention.tag',
    params: { count: 1, title: 'Сергей Лавров' },
    articleId,
  })
  expect(workbench.annotations(articleId)).toHaveLength(1)
  expect(() => workbench.tagMentions(articleId, lavrov.id, [{ start: 3, end: 3 }])).toThrow('span')
})
