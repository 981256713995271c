import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import type { AdjudicationUnit, AnnotationDraft, Workbench } from '../../src/workbench/contract.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { randomFrom, seed } from '../core/random.ts'
import { anna, boris, circumstances, newProject, temporaryFolder } from './project.ts'

const clara = { id: '01990000-0000-7000-8000-00000000c003', name: 'Клара' }
const text = 'Россия готова к переговорам, заявил Песков. Киев против, сказал Зеленский. Берлин молчит.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const prepared = async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (who: typeof anna, words: string, more: Partial<AnnotationDraft> = {}) => {
    workbench.identify(who)
    return workbench.addAnnotation({ articleId, type: 'actor', fragments: [at(words)], ...more })
  }
  const both = (words: string, more?: Partial<AnnotationDraft>) => [tag(anna, words, more), tag(boris, words, more)]
  return { workbench, articleId, tag, both, ...over(workbench, articleId) }
}

const over = (workbench: Workbench, articleId: string) => ({
  gold: () => workbench.annotations(articleId).filter(({ origin }) => origin === 'adjudication'),
  units: (annotators?: string[]) => workbench.adjudicable(articleId, annotators).units,
  accept: () => workbench.adjudicateByRule({ rule: 'exact-match' }),
  take: (inputs: Annotation[], taken: Annotation[]) =>
    workbench.adjudicate(articleId, [{ inputs: ids(inputs), choice: { take: ids(taken) } }]),
})

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)
const wordsOf = ({ target }: Annotation): string => target.fragments.map(({ quote }) => quote).join(' … ')
const shown = ({ inputs, state, differing, missing, stacked }: AdjudicationUnit) => ({
  words: inputs.map(wordsOf),
  state,
  differing,
  missing,
  stacked,
})

describe('what there is to decide', () => {
  it('is put together by place: agreed, differing in place or in content, only one’s, stacked', async () => {
    const { units, tag, both } = await prepared()
    both('Россия')
    tag(anna, 'Песков', { body: { mention: 'name' } })
    tag(boris, 'Песков', { body: { mention: 'nominal' } })
    tag(anna, 'Киев против', { type: 'claim' })
    tag(boris, 'Киев против, сказал', { type: 'claim' })
    tag(boris, 'Зеленский')
    both('Берлин')
    tag(anna, 'Берлин')
    expect(units().map(shown)).toEqual([
      { words: ['Россия', 'Россия'], state: 'agreed', differing: [], missing: [], stacked: false },
      { words: ['Песков', 'Песков'], state: 'open', differing: ['mention'], missing: [], stacked: false },
      {
        words: ['Киев против, сказал', 'Киев против'],
        state: 'open',
        differing: ['place'],
        missing: [],
        stacked: false,
      },
      { words: ['Зеленский'], state: 'open', differing: [], missing: [anna.id], stacked: false },
      { words: ['Берлин', 'Берлин', 'Берлин'], state: 'open', differing: [], missing: [], stacked: true },
    ])
  })

  it('a mention is who it means, merged actors are one, the order of holders does not matter; notes and certainty are aside', async () => {
    const { workbench, units, tag } = await prepared()
    const [russia, kremlin] = ['Россия', 'Кремль'].map((name) => workbench.addActor({ name, actorType: 'state' }).id)
    const mention = tag(anna, 'Россия', { body: { actorId: russia } })
    const position: Partial<AnnotationDraft> = { type: 'position', fragments: [at('готова к переговорам')] }
    const holders = (list: ({ annotation: string } | { actor: string | undefined } | { implicit: true })[]) =>
      ({ holders: list, attribution: [] }) as AnnotationDraft['body']
    tag(anna, '', { ...position, body: holders([{ annotation: mention.id }, { implicit: true }]), note: 'Хм.' })
    tag(boris, '', { ...position, body: holders([{ implicit: true }, { actor: kremlin }]), certainty: 'unsure' })
    const state = () => units().find(({ inputs }) => inputs[0]?.type === 'position')
    expect(state()).toMatchObject({ state: 'open', differing: ['holders'] })
    workbench.mergeActors([kremlin ?? ''], russia ?? '')
    expect(state()).toMatchObject({ state: 'agreed', differing: [] })
  })

  it('of three annotators all have to agree; of two of them, only they', async () => {
    const { units, both, tag } = await prepared()
    both('Россия')
    tag(clara, 'Берлин')
    expect(units().map(({ state, missing }) => [state, missing])).toEqual([
      ['open', [clara.id]],
      ['open', [anna.id, boris.id]],
    ])
    expect(units([anna.id, boris.id]).map(({ state }) => state)).toEqual(['agreed'])
    expect(units([anna.id]).map(({ state }) => state)).toEqual(['open'])
  })
})

it('what is hidden from whoever works blind is not decided about', async () => {
  const { project, workbench } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = () => workbench.addAnnotation({ articleId, type: 'actor', fragments: [at('Россия')] })
  tag()
  workbench.identify(boris)
  tag()
  const blind = createWorkbench({ project, ...circumstances, keepsBlind: true })
  blind.identify(boris)
  blind.setBlind(true)
  expect(blind.adjudicable(articleId)).toMatchObject({ annotatorIds: [boris.id], units: [{ state: 'open' }] })
  expect(blind.adjudicateByRule({ rule: 'exact-match' }).articles).toEqual([])
  blind.setProgress(articleId, 'done')
  expect(blind.adjudicateByRule({ rule: 'exact-match' }).articles).toMatchObject([{ accepted: 1 }])
})

describe('the rule exact-match', () => {
  it('makes annotations of the gold layer with where they come from, in one step that is undone whole', async () => {
    const { workbench, gold, units, accept, both, tag, articleId } = await prepared()
    const inputs = both('Россия', { body: { mention: 'name' } })
    both('Киев')
    tag(anna, 'Берлин')
    const before = workbench.annotations(articleId)
    expect(workbench.adjudicateByRule({ rule: 'exact-match', dryRun: true }).articles).toMatchObject([
      { articleId, annotatorIds: [anna.id, boris.id], accepted: 2, open: 1, decided: 0 },
    ])
    expect(gold()).toEqual([])
    expect(accept().articles).toMatchObject([{ accepted: 2, open: 1, decided: 0 }])
    const [first] = gold()
    const owner = workbench.annotators().find(({ id }) => id === first?.annotatorId)
    expect(owner).toMatchObject({ name: expect.stringContaining('Gold') })
    expect(first).toMatchObject({
      basedOn: ids(inputs).sort(),
      body: { mention: 'name' },
      target: inputs[0]?.target,
      createdBy: anna.id,
    })
    expect(units().map(({ state }) => state)).toEqual(['decided', 'decided', 'open'])
    expect(units()[0]?.decisions).toMatchObject([
      { articleId, decidedBy: anna.id, inputs: ids(inputs).sort(), output: first?.id, rule: 'exact-match' },
    ])
    expect(workbench.undo()).toMatchObject({ action: 'adjudication.rule', params: { count: 2 } })
    expect(workbench.annotations(articleId)).toEqual(before)
    expect(units().map(({ state }) => state)).toEqual(['agreed', 'agreed', 'open'])
    workbench.redo()
    expect(gold().map(wordsOf)).toEqual(['Россия', 'Киев'])
    expect(accept().articles).toMatchObject([{ accepted: 0, open: 1, decided: 2 }])
  })

  it('an article with one annotator is left out; who and what is not there is named', async () => {
    const { workbench, accept, tag } = await prepared()
    tag(anna, 'Россия')
    expect(accept().articles).toEqual([])
    const rule = 'exact-match'
    expect(() => workbench.adjudicateByRule({ rule, annotatorIds: [anna.id, clara.id] })).toThrow('not-found')
    expect(() => workbench.adjudicateByRule({ rule, articleIds: [`sha256:${'0'.repeat(64)}`] })).toThrow('not-found')
  })
})

describe('a decision', () => {
  it('takes one, several, none or one’s own; what says the same as the one that was taken is kept with it', async () => {
    const { workbench, articleId, gold, take, tag, both } = await prepared()
    const [a, b] = both('Россия') as [Annotation, Annotation]
    const c = tag(clara, 'Россия готова')
    expect(take([a, b, c], [a])).toMatchObject([{ basedOn: ids([a, b]).sort() }])
    const [d, e] = [tag(anna, 'Киев', { type: 'claim' }), tag(boris, 'Киев против', { type: 'claim' })]
    expect(take([d, e], [d, e]).map(({ basedOn }) => basedOn)).toEqual([[d.id], [e.id]])
    const f = tag(anna, 'Берлин')
    expect(take([f], [])).toEqual([])
    const g = tag(anna, 'Песков')
    const own = { type: 'actor' as const, fragments: [at('заявил Песков')], body: { mention: 'name' as const } }
    const [made] = workbench.adjudicate(articleId, [{ inputs: [g.id], choice: { own } }])
    expect(made).toMatchObject({ basedOn: [g.id], body: { mention: 'name' }, origin: 'adjudication' })
    expect(gold().map(wordsOf)).toEqual(['Россия', 'заявил Песков', 'Киев против', 'Киев'])
    const rules = workbench.adjudicable(articleId).units.map(({ decisions }) => decisions.map(({ rule }) => rule))
    expect(rules).toEqual([['chosen'], ['own'], ['several', 'several'], ['none']])
  })

  it('again about the same replaces the first, under the same id, with what refers to it', async () => {
    const { gold, units, take, tag } = await prepared()
    const [a, b] = [tag(anna, 'Россия'), tag(boris, 'Россия готова')]
    const holders = [{ annotation: a.id }]
    const position = tag(anna, 'переговорам', { type: 'position', body: { holders, attribution: [] } })
    const [first] = take([a, b], [a])
    const [led] = take([position], [position])
    expect(led?.body).toMatchObject({ holders: [{ annotation: first?.id }] })
    const [second] = take([a, b], [b])
    expect(second?.id).toBe(first?.id)
    expect(gold().map(wordsOf)).toEqual(['Россия готова', 'переговорам'])
    take([a, b], [])
    expect(gold().map(({ body }) => body)).toEqual([{ holders: [{ annotation: b.id }], attribution: [] }])
    expect(units()[0]?.decisions.length).toBe(1)
  })

  it('leads holders, evidence and links to what was made of them, also of what is decided later', async () => {
    const { workbench, articleId, gold, accept, take, tag } = await prepared()
    const made = [anna, boris].map((who) => {
      const mention = tag(who, 'Россия')
      const position = tag(who, 'готова', {
        type: 'position',
        body: { holders: [{ annotation: mention.id }], attribution: [] },
      })
      const claim = tag(who, 'заявил Песков', {
        type: 'claim',
        body: { issueIds: [], evidenceFor: [position.id], attribution: [] },
      })
      const against = tag(who, who === anna ? 'Киев' : 'Киев против', { type: 'claim' })
      workbench.addLink({ from: claim.id, to: { annotation: against.id }, type: 'contradicts' })
      workbench.addLink({ from: claim.id, to: { annotation: position.id }, type: 'supports' })
      return { mention, position, claim, against }
    })
    const [first] = made
    if (!first) throw new Error('nothing was made')
    workbench.addLink({ from: first.claim.id, to: { annotation: first.position.id }, type: 'questions' })
    accept()
    const byWords = (words: string) => gold().find((each) => wordsOf(each) === words)
    const linksOfGold = () => workbench.links(articleId).filter(({ from }) => gold().some(({ id }) => id === from))
    expect(byWords('готова')?.body).toMatchObject({ holders: [{ annotation: byWords('Россия')?.id }] })
    expect(byWords('заявил Песков')?.body).toMatchObject({ evidenceFor: [byWords('готова')?.id] })
    const supports = { from: byWords('заявил Песков')?.id, to: { annotation: byWords('готова')?.id }, type: 'supports' }
    expect(linksOfGold()).toMatchObject([supports])
    take(
      made.map(({ against }) => against),
      [first.against],
    )
    const ends = [byWords('заявил Песков')?.id, byWords('Киев')?.id].sort()
    expect(linksOfGold().find(({ type }) => type === 'contradicts')).toMatchObject({
      from: ends[0],
      to: { annotation: ends[1] },
    })
    expect(linksOfGold().length).toBe(2)
  })

  it('stands while nothing new is said, and is open again when an input says something else', async () => {
    const { workbench, units, accept, gold, both, tag, articleId } = await prepared()
    const [, b] = both('Россия') as [Annotation, Annotation]
    accept()
    const state = () => units().map((unit) => unit.state)
    workbench.updateAnnotation(b.id, { note: 'Проверено.' })
    expect(state()).toEqual(['decided'])
    workbench.updateAnnotation(b.id, { body: { mention: 'name' } })
    expect(state()).toEqual(['open'])
    expect(accept().articles).toMatchObject([{ accepted: 0, open: 1 }])
    workbench.updateAnnotation(b.id, { body: {} })
    expect(state()).toEqual(['decided'])
    tag(clara, 'Россия')
    expect(state()).toEqual(['decided'])
    tag(clara, 'Киев')
    expect(state()).toEqual(['decided', 'open'])
    workbench.correctText(articleId, text.replace('Берлин', 'Вена'))
    expect(state()).toEqual(['decided', 'open'])
    expect(gold().length).toBe(1)
  })

  it('is changed and taken away in its place by everybody who decides', async () => {
    const { workbench, gold, accept, both } = await prepared()
    both('Россия')
    accept()
    const [made] = gold() as [Annotation]
    workbench.identify(clara)
    expect(workbench.updateAnnotation(made.id, { body: { mention: 'name' } })).toMatchObject({
      id: made.id,
      annotatorId: made.annotatorId,
      origin: 'adjudication',
      modifiedBy: clara.id,
    })
    workbench.removeAnnotations([made.id])
    expect(gold()).toEqual([])
  })

  it('about what is no input of the article is refused, and nothing is written', async () => {
    const { workbench, articleId, gold, accept, take, tag, both } = await prepared()
    const [a] = both('Россия') as [Annotation, Annotation]
    const c = tag(anna, 'Киев')
    accept()
    const before = workbench.history()
    expect(() => take(gold(), [])).toThrow('bad-request')
    expect(() => take([a], [c])).toThrow('bad-request')
    const once = { inputs: [c.id], choice: { take: [c.id] } }
    expect(() => workbench.adjudicate(articleId, [once, once])).toThrow('bad-request')
    expect(workbench.history()).toEqual(before)
  })
})

it(`what was decided stays when bundles are merged again, and only what is new is open (ACTANT_SEED=${seed})`, async () => {
  const random = randomFrom(seed)
  const folder = temporaryFolder()
  const words = ['Россия', 'Песков', 'Киев', 'Зеленский', 'Берлин', 'молчит', 'сказал', 'заявил']
  const mine = await prepared()
  const theirs = await prepared()
  const bundle = async ({ workbench }: typeof mine, name: string) => {
    const file = join(folder, name)
    await workbench.exportBundle(file)
    return file
  }
  const work = ({ tag }: typeof mine, who: typeof anna) => {
    const mention = (['name', 'nominal'] as const)[random.below(2)]
    tag(who, random.pick(words), { body: random.chance(0.5) ? {} : { mention } })
  }
  const decideSome = () => {
    mine.workbench.identify(clara)
    if (random.chance(0.5)) mine.accept()
    for (const unit of mine.units()) {
      if (unit.state !== 'decided' && random.chance(0.6)) {
        mine.take(
          unit.inputs,
          unit.inputs.filter(() => random.chance(0.5)),
        )
      }
    }
  }
  for (let round = 0; round < 6; round++) {
    for (let n = 0; n < 4; n++) {
      work(mine, anna)
      work(theirs, boris)
    }
    const [gold, settled] = [mine.gold(), mine.units().filter(({ state }) => state === 'decided')]
    const known = new Set(ids(mine.workbench.annotations(mine.articleId)))
    await mine.workbench.mergeBundles([await bundle(theirs, 'theirs.json')])
    expect(mine.gold()).toEqual(gold)
    const now = mine.units()
    for (const { inputs } of settled) {
      for (const { id } of inputs) {
        const unit = now.find((one) => one.inputs.some((input) => input.id === id))
        const isWider = unit?.inputs.some((input) => !known.has(input.id))
        expect(unit?.state === 'decided' || isWider).toBe(true)
      }
    }
    decideSome()
    const before = [mine.gold(), mine.units()]
    await mine.workbench.mergeBundles([await bundle(mine, 'mine.json'), await bundle(theirs, 'theirs.json')])
    expect([mine.gold(), mine.units()]).toEqual(before)
    if (random.chance(0.5)) await theirs.workbench.mergeBundles([await bundle(mine, 'mine.json')])
  }
})

it('the rule applied in two places is applied once', async () => {
  const folder = temporaryFolder()
  const [one, two] = [await prepared(), await prepared()]
  one.both('Россия')
  const start = join(folder, 'start.json')
  await one.workbench.exportBundle(start)
  await two.workbench.mergeBundles([start])
  two.workbench.identify(anna)
  one.workbench.identify(anna)
  one.accept()
  two.accept()
  const result = join(folder, 'result.json')
  await two.workbench.exportBundle(result)
  await one.workbench.mergeBundles([result])
  expect(one.gold().length).toBe(1)
  expect(one.workbench.conflicts()).toEqual([])
  expect(one.units()[0]?.decisions.length).toBe(1)
})
