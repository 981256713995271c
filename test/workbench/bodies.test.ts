import { expect, test } from 'vitest'
import { argumentSchemas, type BodyDraft } from '../../src/workbench/contract.ts'
import { anna, boris, newProject } from './project.ts'

const text = '😀 Песков заявил, что Кремль не торопится, если Киев согласен.\nГенсек НАТО ответил.'

const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const fragmentOf = (quote: string) => ({ ...spanOf(quote), quote })

const begun = async () => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (type: 'actor' | 'position' | 'claim', quote: string, body?: BodyDraft) =>
    workbench.addAnnotation({ articleId, type, fragments: [spanOf(quote)], ...(body && { body }) })
  return { ...opened, articleId, tag }
}

const unknown = '01990000-0000-7000-8000-0000000000ff'

test('a position with holder, condition and chain: quotes are taken from the text', async () => {
  const { workbench, tag } = await begun()
  const speaker = tag('actor', 'Песков', { mention: 'name' })
  const position = tag('position', 'не торопится', {
    holders: [{ annotation: speaker.id }],
    stance: 'oppose',
    strength: 'hedged',
    condition: { text: 'согласие Киева', fragments: [spanOf('если Киев согласен')] },
    attribution: [{ sources: [{ implicit: true }], cue: [spanOf('заявил')], basis: 'cue', mode: 'indirect' }],
  })
  expect(position.body).toEqual({
    holders: [{ annotation: speaker.id }],
    stance: 'oppose',
    strength: 'hedged',
    condition: { text: 'согласие Киева', fragments: [fragmentOf('если Киев согласен')] },
    attribution: [{ sources: [{ implicit: true }], cue: [fragmentOf('заявил')], basis: 'cue', mode: 'indirect' }],
  })
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test('fragments given back as they stand are kept, new ones beside them come in text order', async () => {
  const { workbench, tag } = await begun()
  const cue = [spanOf('что')]
  const claim = tag('claim', 'Кремль не торопится', {
    issueIds: [],
    evidenceFor: [],
    attribution: [{ sources: [{ implicit: true }], cue, basis: 'cue' }],
  })
  if (claim.type !== 'claim') throw new Error('no claim')
  const [step] = claim.body.attribution
  if (!step) throw new Error('no step')
  const changed = workbench.updateAnnotation(claim.id, {
    body: { ...claim.body, attribution: [{ ...step, cue: [...step.cue, spanOf('заявил')] }] },
  })
  expect(changed.body).toMatchObject({ attribution: [{ cue: [fragmentOf('заявил'), fragmentOf('что')] }] })
  expect(() =>
    workbench.updateAnnotation(claim.id, {
      body: { ...claim.body, attribution: [{ ...step, cue: [{ ...spanOf('заявил'), quote: 'сказал' }] }] },
    }),
  ).toThrow('"quote"')
})

test.each<[string, BodyDraft, string]>([
  ['a body of another type', { mention: 'name' }, 'bad-request'],
  ['a holder that is not there', { holders: [{ annotation: unknown }], attribution: [] }, 'not-found'],
  ['an actor that is not there', { holders: [{ actor: unknown }], attribution: [] }, 'not-found'],
  ['an issue that is not there', { holders: [], issueId: unknown, attribution: [] }, 'not-found'],
  [
    'a cue past the end',
    { holders: [], attribution: [{ sources: [{ implicit: true }], cue: [{ start: 5, end: 999 }], basis: 'cue' }] },
    'bad-request',
  ],
])('%s is refused and nothing is written', async (_name, body, code) => {
  const { workbench, articleId, tag } = await begun()
  const position = tag('position', 'не торопится')
  expect(() => workbench.updateAnnotation(position.id, { body })).toThrow(code)
  expect(() => tag('position', 'Кремль', body)).toThrow(code)
  expect(workbench.annotations(articleId)).toEqual([position])
})

test('a holder must be an actor annotation, and evidence is for positions', async () => {
  const { tag } = await begun()
  const claim = tag('claim', 'Кремль не торопится')
  expect(() => tag('position', 'торопится', { holders: [{ annotation: claim.id }], attribution: [] })).toThrow(
    'wrong-type',
  )
  const evidence = { issueIds: [], evidenceFor: [claim.id], attribution: [] }
  expect(() => tag('claim', 'ответил', evidence)).toThrow('wrong-type')
})

test('evidence stands in canonical order, and outlives what it was for', async () => {
  const { workbench, tag } = await begun()
  const positions = ['Кремль', 'Киев', 'НАТО'].map((quote) => tag('position', quote).id)
  const body = { issueIds: [], evidenceFor: [...positions].reverse(), attribution: [] }
  const claim = tag('claim', 'ответил', body)
  expect(claim.body).toMatchObject({ evidenceFor: [...positions].sort() })
  workbench.removeAnnotations(positions.slice(0, 1))
  const changed = workbench.updateAnnotation(claim.id, { body: { ...body, modality: 'asserted' } })
  expect(changed.body).toMatchObject({ modality: 'asserted', evidenceFor: [...positions].sort() })
})

test('moving boundaries keeps everything attached, and is a step of its own', async () => {
  const { workbench, tag } = await begun()
  const claim = tag('claim', 'Кремль', {
    paraphrase: 'Спешки нет',
    issueIds: [],
    evidenceFor: [],
    attribution: [{ sources: [{ implicit: true }], cue: [spanOf('заявил')], basis: 'cue' }],
  })
  const moved = workbench.updateAnnotation(claim.id, { fragments: [spanOf('Кремль'), spanOf('торопится')] })
  expect(moved.body).toEqual(claim.body)
  expect(moved.target.fragments).toEqual([fragmentOf('Кремль'), fragmentOf('торопится')])
  expect(moved.target.suffix).toBe(', если Киев согласен.\nГенсек НАТ')
  expect(workbench.updateAnnotation(claim.id, { fragments: [spanOf('Кремль'), spanOf('торопится')] })).toEqual(moved)
  expect(workbench.undo()).toMatchObject({ action: 'annotation.move', params: { type: 'claim', quote: 'Кремль' } })
  expect(workbench.annotations(claim.articleId)[0]?.target).toEqual(claim.target)
})

test('of a discontinuous annotation each fragment becomes one; the first keeps its id', async () => {
  const { workbench, articleId, tag } = await begun()
  const { id } = tag('actor', 'Кремль', { mention: 'metonym' })
  workbench.updateAnnotation(id, { fragments: [spanOf('Кремль'), spanOf('Киев')] })
  const parts = workbench.splitAnnotation(id)
  expect(parts.map(({ target, body }) => [target.fragments, body])).toEqual([
    [[fragmentOf('Кремль')], { mention: 'metonym' }],
    [[fragmentOf('Киев')], { mention: 'metonym' }],
  ])
  expect(parts[0]?.id).toBe(id)
  expect(() => workbench.splitAnnotation(id)).toThrow('split')
  workbench.undo()
  expect(workbench.annotations(articleId)).toHaveLength(1)
})

test('one fragment parts at an offset, without the space between', async () => {
  const { workbench, tag } = await begun()
  const { id } = tag('actor', 'Генсек НАТО')
  const parts = workbench.splitAnnotation(id, spanOf('НАТО').start)
  expect(parts.map(({ target }) => target.fragments)).toEqual([[fragmentOf('Генсек')], [fragmentOf('НАТО')]])
  expect(() => workbench.splitAnnotation(id, 0)).toThrow('split')
})

test('a duplicate is one’s own; of another’s it says what it is based on', async () => {
  const { workbench, articleId, tag } = await begun()
  const hers = tag('actor', 'Кремль', { mention: 'metonym' })
  const again = workbench.duplicateAnnotation(hers.id, unknown)
  expect(again).toMatchObject({ id: unknown, body: hers.body, target: hers.target, basedOn: [] })
  expect(workbench.duplicateAnnotation(hers.id, unknown)).toEqual(again)
  workbench.identify(boris)
  expect(workbench.duplicateAnnotation(hers.id)).toMatchObject({ annotatorId: boris.id, basedOn: [hers.id] })
  expect(workbench.annotations(articleId)).toHaveLength(3)
})

test('what refers to a removed annotation stays, or goes along in the same step', async () => {
  const { workbench, articleId, tag } = await begun()
  const speaker = tag('actor', 'Песков')
  const position = tag('position', 'не торопится', {
    holders: [{ annotation: speaker.id }],
    attribution: [{ sources: [{ annotation: speaker.id }], cue: [spanOf('заявил')], basis: 'cue' }],
  })
  tag('claim', 'ответил', { issueIds: [], evidenceFor: [position.id], attribution: [] })
  expect(workbench.dependents('annotation', [speaker.id, position.id]).counts).toEqual({
    holder: 1,
    source: 1,
    evidence: 1,
  })
  workbench.removeAnnotations([speaker.id])
  expect(workbench.annotations(articleId).find(({ id }) => id === position.id)?.body).toEqual(position.body)
  workbench.undo()
  workbench.removeAnnotations([speaker.id], { detach: true })
  expect(workbench.annotations(articleId).find(({ id }) => id === position.id)?.body).toEqual({
    holders: [],
    attribution: [{ sources: [{ implicit: true }], cue: [fragmentOf('заявил')], basis: 'cue' }],
  })
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  workbench.undo()
  expect(workbench.annotations(articleId).find(({ id }) => id === position.id)?.body).toEqual(position.body)
})

test('bodies pass the edge with picked spans and with fragments as they stand', () => {
  const chain = [{ sources: [{ actor: unknown }], cue: [spanOf('заявил'), fragmentOf('что')], basis: 'cue' as const }]
  const passes = (body: unknown) => argumentSchemas.updateAnnotation.safeParse([unknown, { body }]).success
  for (const body of [
    {},
    { mention: 'pronoun', actorId: unknown },
    { holders: [{ implicit: true }], attribution: chain, condition: { text: 'если', fragments: [spanOf('если')] } },
    { issueIds: [unknown], evidenceFor: [], attribution: chain },
  ])
    expect(passes(body)).toBe(true)
  for (const body of [{ holders: [] }, { stance: 'support' }, { mention: 'loud' }, { issueIds: [], evidenceFor: [] }])
    expect(passes(body)).toBe(false)
})
