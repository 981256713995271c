import { expect, test } from 'vitest'
import { treeOrder } from '../../src/core/tree-order.ts'
import type { BodyDraft } from '../../src/workbench/contract.ts'
import { anna, boris, newProject } from './project.ts'

const text = 'Песков заявил, что Путин не торопится. Президент России ответил.'
const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })

const begun = async () => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (type: 'actor' | 'position' | 'claim', quote: string, body?: BodyDraft) =>
    workbench.addAnnotation({ articleId, type, fragments: [spanOf(quote)], ...(body && { body }) })
  const person = (name: string) => workbench.addActor({ name, actorType: 'person' })
  return { ...opened, articleId, tag, person }
}

const unknown = '01990000-0000-7000-8000-0000000000ff'

test('an actor is added once under its id, changed, and stripped of what may be absent', async () => {
  const { workbench } = await begun()
  const group = workbench.addActor({ name: 'Кремль', actorType: 'organization' })
  const draft = {
    id: unknown,
    name: 'Дмитрий Песков',
    actorType: 'person' as const,
    memberOf: [group.id],
    note: 'голос',
  }
  const added = workbench.addActor(draft)
  expect(added).toMatchObject({ ...draft, aliases: [] })
  expect(workbench.addActor(draft)).toEqual(added)
  expect(() => workbench.addActor({ ...draft, name: 'другой' })).toThrow('id-taken')
  const changed = workbench.updateActor(unknown, {
    note: null,
    aliases: [{ text: 'Песков', lang: 'ru', kind: 'short' }],
  })
  expect(changed).not.toHaveProperty('note')
  expect(changed).toMatchObject({ name: draft.name, aliases: [{ text: 'Песков' }] })
  expect(() => workbench.updateActor(unknown, { memberOf: [unknown] })).toThrow('cycle')
  expect(() => workbench.addActor({ ...draft, id: anna.id, memberOf: [anna.id] })).toThrow('not-found')
  expect(workbench.history().undo).toMatchObject({ action: 'actor.update', params: { title: 'Дмитрий Песков' } })
})

test('linking mentions is one step, counts merged actors in, and follows a merge', async () => {
  const { workbench, articleId, tag, person, events } = await begun()
  const [putin, president] = [person('Путин'), person('Президент России')]
  const marks = [tag('actor', 'Путин'), tag('actor', 'Президент России')]
  workbench.mergeActors([president.id], putin.id)
  events.length = 0
  workbench.linkMentions(
    marks.map(({ id }) => id),
    president.id,
  )
  expect(events).toMatchObject([{ kinds: ['annotation'], annotationIds: marks.map(({ id }) => id) }])
  expect(workbench.annotations(articleId).map(({ body }) => body)).toEqual([
    { actorId: putin.id },
    { actorId: putin.id },
  ])
  expect(workbench.undo()).toMatchObject({ action: 'mention.link', params: { count: 2, title: 'Путин' } })
  expect(workbench.annotations(articleId).map(({ body }) => body)).toEqual([{}, {}])
  workbench.redo()
  workbench.linkMentions([marks[0]?.id ?? ''], null)
  expect(workbench.mentions('actor', putin.id)).toEqual([
    {
      articleId,
      annotationId: marks[1]?.id,
      type: 'actor',
      role: 'mention',
      to: putin.id,
      quote: 'Президент России',
      start: spanOf('Президент России').start,
    },
  ])
})

test('merging keeps what refers as it is, chains stay short, and one undo or unmerging parts again', async () => {
  const { workbench, tag, person } = await begun()
  const [a, b, c] = [person('Путин'), person('В. Путин'), person('президент России')]
  const mark = tag('actor', 'Путин', { actorId: b.id })
  workbench.mergeActors([b.id], c.id)
  workbench.mergeActors([c.id], a.id)
  const mergedInto = () => workbench.registries().actors.map(({ name, mergedInto }) => [name, mergedInto])
  expect(mergedInto()).toEqual([
    ['Путин', undefined],
    ['В. Путин', a.id],
    ['президент России', a.id],
  ])
  expect(workbench.mentions('actor', a.id)).toMatchObject([{ annotationId: mark.id, to: b.id }])
  expect(workbench.usage().actors).toEqual({ [a.id]: 1, [b.id]: 1 })
  expect(workbench.unmergeActor(b.id)).not.toHaveProperty('mergedInto')
  expect(workbench.mentions('actor', a.id)).toEqual([])
  workbench.undo()
  expect(workbench.undo()).toMatchObject({ action: 'actor.merge', params: { title: 'Путин' } })
  expect(mergedInto()).toEqual([
    ['Путин', undefined],
    ['В. Путин', c.id],
    ['президент России', undefined],
  ])
  // Into one of its own: the roles are exchanged.
  workbench.mergeActors([c.id], b.id)
  expect(mergedInto()).toEqual([
    ['Путин', undefined],
    ['В. Путин', undefined],
    ['президент России', b.id],
  ])
})

test('what depends on an actor is shown; removing leaves it dangling, or takes it along', async () => {
  const { workbench, articleId, tag, person } = await begun()
  const [putin, peskov] = [person('Путин'), person('Песков')]
  const group = workbench.addActor({ name: 'Кремль', actorType: 'organization', memberOf: [putin.id] })
  const mark = tag('actor', 'Путин', { actorId: putin.id, mention: 'name' })
  const position = tag('position', 'не торопится', {
    holders: [{ actor: putin.id }],
    toward: putin.id,
    attribution: [{ sources: [{ actor: putin.id }], cue: [], basis: 'context', addressees: [{ actor: putin.id }] }],
  })
  const accuses = workbench.addLinkType({
    key: 'accuses',
    label: { ru: 'обвиняет' },
    from: ['claim'],
    to: ['actorEntry'],
  })
  const claim = tag('claim', 'ответил')
  const link = workbench.addLink({ from: claim.id, to: { actor: putin.id }, type: accuses.key })
  workbench.updateArticle(articleId, { outlet: { name: 'ТАСС', actorId: putin.id } })
  const found = workbench.dependents('actor', [putin.id])
  expect(found).toMatchObject({
    counts: { mention: 1, holder: 1, toward: 1, source: 1, addressee: 1, link: 1, member: 1, outlet: 1 },
    annotations: 2,
    others: 0,
    articleIds: [articleId],
  })
  expect(found.list).toContainEqual({ kind: 'link', id: link.id, to: putin.id, role: 'link' })
  expect(found.list).toContainEqual({ kind: 'annotation', id: mark.id, to: putin.id, role: 'mention', articleId })

  workbench.removeActors([putin.id])
  expect(workbench.annotations(articleId).find(({ id }) => id === position.id)?.body).toEqual(position.body)
  expect((await workbench.check()).findings.map(({ code }) => code)).toContain('dangling-reference')
  workbench.undo()
  workbench.removeActors([putin.id], { detach: true })
  const bodyOf = (id: string) => workbench.annotations(articleId).find((annotation) => annotation.id === id)?.body
  expect(bodyOf(mark.id)).toEqual({ mention: 'name' })
  expect(bodyOf(position.id)).toEqual({
    holders: [],
    attribution: [{ sources: [{ implicit: true }], cue: [], basis: 'context' }],
  })
  expect(workbench.links(articleId)).toEqual([])
  expect(workbench.article(articleId).outlet).toEqual({ name: 'ТАСС' })
  expect(workbench.registries().actors.map(({ id, memberOf }) => [id, memberOf])).toEqual([
    [peskov.id, []],
    [group.id, []],
  ])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  workbench.undo()
  expect(workbench.dependents('actor', [putin.id]).counts).toEqual(found.counts)
})

test('what others have annotated keeps its references', async () => {
  const { workbench, tag, person } = await begun()
  const putin = person('Путин')
  tag('actor', 'Путин', { actorId: putin.id })
  workbench.identify(boris)
  expect(workbench.dependents('actor', [putin.id])).toMatchObject({ annotations: 1, others: 1 })
  workbench.removeActors([putin.id], { detach: true })
  expect((await workbench.check()).findings.map(({ code }) => code)).toEqual(['dangling-reference'])
})

test('issues stand where they are moved to, and never under themselves', async () => {
  const { workbench } = await begun()
  const [war, gas, oil] = ['Война', 'Газ', 'Нефть'].map((name) => workbench.addIssue({ name }).id) as [
    string,
    string,
    string,
  ]
  const tree = (parent?: string) =>
    workbench
      .registries()
      .issues.filter((issue) => issue.parent === parent)
      .sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || (a.id < b.id ? -1 : 1))
      .map(({ name }) => name)
  workbench.moveIssue(oil, { parent: null, before: war })
  expect(tree()).toEqual(['Нефть', 'Война', 'Газ'])
  workbench.moveIssue(gas, { parent: null, before: war })
  expect(tree()).toEqual(['Нефть', 'Газ', 'Война'])
  workbench.moveIssue(oil, { parent: null })
  expect(tree()).toEqual(['Газ', 'Война', 'Нефть'])
  workbench.moveIssue(gas, { parent: war })
  workbench.moveIssue(oil, { parent: war, before: gas })
  expect(tree(war)).toEqual(['Нефть', 'Газ'])
  expect(() => workbench.moveIssue(war, { parent: oil })).toThrow('cycle')
  expect(() => workbench.moveIssue(war, { parent: war })).toThrow('cycle')
  expect(() => workbench.mergeIssues([war], oil)).toThrow('cycle')
  expect(workbench.undo()).toMatchObject({ action: 'issue.move', params: { title: 'Нефть' } })
  expect(tree()).toEqual(['Война', 'Нефть'])
  workbench.redo()
  workbench.removeIssues([war], { detach: true })
  expect(tree()).toEqual(['Нефть', 'Газ'])
})

test('an issue is changed, merged, counted', async () => {
  const { workbench, tag } = await begun()
  const peace = workbench.addIssue({ name: 'Мир', description: 'что-то' })
  const truce = workbench.addIssue({ name: 'Перемирие', parent: peace.id })
  expect(workbench.updateIssue(peace.id, { description: null })).not.toHaveProperty('description')
  const claim = tag('claim', 'ответил', { issueIds: [truce.id, peace.id], evidenceFor: [], attribution: [] })
  expect(claim.body).toMatchObject({ issueIds: [peace.id, truce.id].sort() })
  workbench.mergeIssues([truce.id], peace.id)
  expect(workbench.usage().issues).toEqual({ [peace.id]: 1, [truce.id]: 1 })
  const again = tag('position', 'Песков', { holders: [], issueId: truce.id, attribution: [] })
  expect(again.body).toMatchObject({ issueId: peace.id })
  expect(workbench.unmergeIssue(truce.id)).not.toHaveProperty('mergedInto')
})

test('links: the symmetric run from the smaller id, none is doubled, ends must fit', async () => {
  const { workbench, articleId, tag } = await begun()
  const [first, second] = [tag('claim', 'заявил'), tag('claim', 'ответил')]
  const actor = tag('actor', 'Путин')
  const link = workbench.addLink({ from: second.id, to: { annotation: first.id }, type: 'contradicts' })
  expect(link).toMatchObject({ from: first.id, to: { annotation: second.id }, certainty: 'sure', attributes: {} })
  expect(workbench.addLink({ from: first.id, to: { annotation: second.id }, type: 'contradicts' })).toEqual(link)
  expect(workbench.links(articleId)).toEqual([link])
  expect(() => workbench.addLink({ from: first.id, to: { annotation: actor.id }, type: 'supports' })).toThrow(
    'link-types',
  )
  expect(() => workbench.addLink({ from: first.id, to: { annotation: first.id }, type: 'supports' })).toThrow('cycle')
  expect(() => workbench.addLink({ from: first.id, to: { annotation: second.id }, type: 'x' })).toThrow('not-found')
  const noted = workbench.updateLink(link.id, { note: 'явно', certainty: 'unsure', type: 'supports' })
  expect(noted).toMatchObject({ note: 'явно', certainty: 'unsure', type: 'supports', from: first.id })
  expect(workbench.updateLink(link.id, { note: null })).not.toHaveProperty('note')
  workbench.removeLinks([link.id])
  expect(workbench.links(articleId)).toEqual([])
  expect(workbench.undo()).toMatchObject({ action: 'link.remove', articleId, params: { quote: 'заявил' } })
  expect(workbench.links(articleId)).toHaveLength(1)
})

test('progress is each person’s own and can be undone', async () => {
  const { workbench, articleId } = await begun()
  workbench.setProgress(articleId, 'doing')
  workbench.setProgress(articleId, 'done')
  expect(workbench.articles()[0]?.progress).toBe('done')
  workbench.undo()
  expect(workbench.articles()[0]?.progress).toBe('doing')
  workbench.identify(boris)
  expect(workbench.articles()[0]).not.toHaveProperty('progress')
})

test('a new actor and the link of the mention to it are one step', async () => {
  const { workbench, articleId, tag } = await begun()
  const mark = tag('actor', 'Путин')
  const added = workbench.addActor({ id: unknown, name: 'Владимир Путин', actorType: 'person' }, [mark.id])
  expect(workbench.annotations(articleId)).toMatchObject([{ id: mark.id, body: { actorId: added.id } }])
  expect(workbench.undo()).toMatchObject({ action: 'mention.linkNew', params: { title: 'Владимир Путин' }, articleId })
  expect(workbench.registries().actors).toEqual([])
  expect(workbench.annotations(articleId)).toMatchObject([{ id: mark.id, body: {} }])
  workbench.redo()
  expect(workbench.annotations(articleId)).toMatchObject([{ body: { actorId: unknown } }])
  const claim = tag('claim', 'ответил')
  expect(() => workbench.addActor({ name: 'Песков', actorType: 'person' }, [claim.id])).toThrow('wrong-type')
  expect(workbench.registries().actors).toHaveLength(1)
})

test('what a form adds to the registries comes and goes with the annotation that refers to it', async () => {
  const { workbench, articleId, tag } = await begun()
  const position = tag('position', 'не торопится')
  const issue = { id: '01990000-0000-7000-8000-0000000000fe', name: 'Перемирие' }
  const change = {
    body: { holders: [{ actor: unknown }], issueId: issue.id, attribution: [] },
    entries: { actors: [{ id: unknown, name: 'Путин', actorType: 'person' as const }], issues: [issue] },
  }
  expect(() => workbench.updateAnnotation(position.id, { body: change.body })).toThrow('not-found')
  const changed = workbench.updateAnnotation(position.id, change)
  expect(changed.body).toMatchObject(change.body)
  const { actors, issues } = workbench.registries()
  expect([actors, issues]).toMatchObject([[{ id: unknown, name: 'Путин' }], [issue]])
  expect(workbench.updateAnnotation(position.id, change)).toEqual(changed)
  expect(workbench.undo()).toMatchObject({ action: 'annotation.update' })
  expect(workbench.registries()).toMatchObject({ actors: [], issues: [] })
  expect(workbench.annotations(articleId)).toMatchObject([{ body: { holders: [], attribution: [] } }])
  workbench.redo()
  const taken = { ...change, note: 'и ещё', entries: { issues: [{ ...issue, name: 'Обмен' }] } }
  expect(() => workbench.updateAnnotation(position.id, taken)).toThrow('id-taken')
})

test('issues without a rank stand by name, and one that is moved goes among them as they are seen', async () => {
  const { workbench } = await begun()
  const [b, c, a] = ['Б', 'В', 'А'].map((name) => workbench.addIssue({ name }))
  workbench.moveIssue(c?.id ?? '', { parent: null, before: b?.id ?? '' })
  const listed = workbench.registries().issues.toSorted(treeOrder)
  expect(listed.map(({ name }) => name)).toEqual(['А', 'В', 'Б'])
  expect(listed[0]?.id).toBe(a?.id)
})

test('annotations about an issue, or one merged into it, are listed', async () => {
  const { workbench, articleId, tag } = await begun()
  const [talks, peace] = ['Переговоры', 'Мир'].map((name) => workbench.addIssue({ name }).id)
  const mark = tag('claim', 'ответил', { issueIds: [peace ?? ''], evidenceFor: [], attribution: [] })
  workbench.mergeIssues([peace ?? ''], talks ?? '')
  expect(workbench.mentions('issue', talks ?? '')).toEqual([
    {
      articleId,
      annotationId: mark.id,
      type: 'claim',
      role: 'issue',
      to: peace,
      quote: 'ответил',
      start: spanOf('ответил').start,
    },
  ])
})

test('links into other articles bring the annotations at their far ends along', async () => {
  const { workbench, articleId, tag } = await begun()
  const { files } = await workbench.addArticles([{ paste: 'Путин ответил. Всё иначе.', mediaType: 'text/plain' }])
  const otherId = files[0]?.article ?? ''
  const claim = tag('claim', 'Путин не торопится')
  const near = tag('position', 'Президент России ответил')
  const far = workbench.addAnnotation({ articleId: otherId, type: 'claim', fragments: [{ start: 15, end: 24 }] })
  workbench.addLink({ from: far.id, to: { annotation: claim.id }, type: 'questions' })
  workbench.addLink({ from: claim.id, to: { annotation: near.id }, type: 'supports' })
  expect(workbench.links(articleId)).toHaveLength(2)
  expect(workbench.farEnds(articleId)).toEqual([far])
  expect(workbench.farEnds(otherId)).toEqual([claim])
  workbench.removeAnnotations([far.id])
  expect(workbench.farEnds(articleId)).toEqual([])
})
