/** What a corpus is made of, over a project small enough to be counted by hand. */
import { describe, expect, test } from 'vitest'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, boris, circumstances, newProject, type Opened } from './project.ts'

const first = 'Иванов за мост. Петров против. 😀 Мост дорог, сообщает ТАСС.'
const second = 'Сидоров молчит о мосте.'
const third = 'Никто не читал.'

const codeDraft = (key: string, parent?: string) => ({
  type: 'claim' as const,
  key,
  label: { ru: key },
  ...(parent && { parent }),
})

/**
 * Anna: in the first article two mentions (one of nobody), a position for the bridge held by the first mention, one without
 * issue or stance, and a claim with a chain of two steps and the sub-code. Boris: a claim with the upper code in the second article,
 * which he is done with. The third is untouched.
 */
const corpus = async (): Promise<Opened & { ids: string[]; codes: string[]; issue: string; actor: string }> => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles(
    [first, second, third].map((paste) => ({ paste, mediaType: 'text/plain' })),
  )
  const ids = files.map(({ article }) => article ?? '')
  const [a = '', b = '', c = ''] = ids
  workbench.updateArticle(a, { outlet: { name: 'ТАСС' }, publishedAt: '2025-01-15' })
  workbench.updateArticle(b, { outlet: { name: 'ТАСС' }, publishedAt: '2025-04-02T10:00:00.000Z' })
  const upper = workbench.addCode(codeDraft('деньги'))
  const lower = workbench.addCode(codeDraft('цена', upper.id))
  const unused = workbench.addCode(codeDraft('никогда'))
  const issue = workbench.addIssue({ name: 'Мост' })
  const ivanov = workbench.addActor({ name: 'Иванов', actorType: 'person' })
  const span = (text: string, quote: string) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
  })
  const mention = workbench.addAnnotation({
    articleId: a,
    type: 'actor',
    fragments: [span(first, 'Иванов')],
    body: { actorId: ivanov.id },
  })
  workbench.addAnnotation({ articleId: a, type: 'actor', fragments: [span(first, 'Петров')] })
  workbench.addAnnotation({
    articleId: a,
    type: 'position',
    fragments: [span(first, 'за мост')],
    body: { holders: [{ annotation: mention.id }], issueId: issue.id, stance: 'support', attribution: [] },
  })
  workbench.addAnnotation({ articleId: a, type: 'position', fragments: [span(first, 'против')] })
  workbench.addAnnotation({
    articleId: a,
    type: 'claim',
    fragments: [span(first, '😀'), span(first, 'Мост дорог')],
    codes: [lower.id],
    body: {
      issueIds: [issue.id],
      evidenceFor: [],
      attribution: [
        { sources: [{ actor: ivanov.id }], cue: [], basis: 'context' },
        { sources: [{ implicit: true }], cue: [], basis: 'publisher' },
      ],
    },
  })
  workbench.identify(boris)
  workbench.addAnnotation({ articleId: b, type: 'claim', fragments: [span(second, 'молчит')], codes: [upper.id] })
  workbench.setProgress(b, 'done')
  return { ...opened, ids: [a, b, c], codes: [upper.id, lower.id, unused.id], issue: issue.id, actor: ivanov.id }
}

test('counts what stands there', async () => {
  const { workbench, issue, actor, codes } = await corpus()
  const report = await workbench.corpus({ few: 2 })
  expect(report).toMatchObject({ articles: 3, done: 1, annotations: 6, unseen: 0, few: 2, bare: 1, untouched: 1 })
  expect(report.types).toEqual([
    { type: 'actor', count: 2, articles: 1, annotators: 1, withoutCode: 2, coded: false },
    { type: 'position', count: 2, articles: 1, annotators: 1, withoutCode: 2, coded: false },
    { type: 'claim', count: 2, articles: 2, annotators: 2, withoutCode: 0, coded: true },
  ])
  const counted = new Map(
    report.codes.map(({ key, count, within, articles, annotators }) => [key, { count, within, articles, annotators }]),
  )
  expect(counted.get('деньги')).toEqual({ count: 1, within: 2, articles: 2, annotators: 2 })
  expect(counted.get('цена')).toEqual({ count: 1, within: 1, articles: 1, annotators: 1 })
  expect(counted.get('никогда')).toEqual({ count: 0, within: 0, articles: 0, annotators: 0 })
  expect(report.annotators.map(({ name, count, articles, done }) => [name, count, articles, done]).sort()).toEqual([
    ['Анна', 5, 1, 0],
    ['Борис', 1, 1, 1],
  ])
  expect(report.outlets).toEqual([
    { name: 'ТАСС', articles: 2, annotations: 6 },
    { name: null, articles: 1, annotations: 0 },
  ])
  expect(report.periods.unit).toBe('week')
  expect(report.periods.undated).toEqual({ articles: 1, annotations: 0 })
  expect(report.periods.list.filter(({ articles }) => articles > 0)).toEqual([
    { from: '2025-01-13', to: '2025-01-20', articles: 1, annotations: 5 },
    { from: '2025-03-31', to: '2025-04-07', articles: 1, annotations: 1 },
  ])
  expect(report.issues).toEqual([
    { id: issue, name: 'Мост', support: 1, oppose: 0, neutral: 0, ambiguous: 0, undecided: 0, claims: 1, within: 2 },
    { id: null, name: null, support: 0, oppose: 0, neutral: 0, ambiguous: 0, undecided: 1, claims: 0, within: 1 },
  ])
  expect(report.actors).toEqual([{ id: actor, name: 'Иванов', mentions: 1, speaking: 2, articles: 1 }])
  expect(report.tasks).toEqual({ unlinked: 1, unsourced: 2, unsure: 0, orphan: 0 })
  // The emoji is one code point.
  expect(report.lengths.spans.claim).toMatchObject({ count: 2, least: 6, most: 11, total: 17 })
  expect(report.lengths.characters).toMatchObject({ count: 3, least: 15, median: 23, most: [...first].length })
  expect(report.lengths.words).toMatchObject({ total: 9 + 4 + 3 })
  expect(report.lengths.chains.claim.bins).toEqual([
    { from: 0, to: 1, count: 1 },
    { from: 1, to: 2, count: 0 },
    { from: 2, to: 3, count: 1 },
  ])
  expect(codes).toHaveLength(3)
})

test('says what is thin, and leads to it', async () => {
  const { workbench, ids, codes } = await corpus()
  const [a = '', b = '', c = ''] = ids
  const { thin } = await workbench.corpus({ few: 2 })
  expect(thin.map(({ kind, count }) => [kind, count])).toEqual([
    ['codeFew', 1],
    ['codeUnused', 0],
    ['gap', 10],
    ['bare', 1],
    ['untouched', 1],
    ['unsourced', 2],
    ['withoutIssue', 1],
    ['withoutStance', 1],
    ['unlinked', 1],
    ['noOutlet', 1],
    ['undated', 1],
  ])
  const places = await Promise.all(
    thin.map(async ({ kind, about }) => [kind, await workbench.corpusPlaces({ few: 2 }, about)] as const),
  )
  const found = new Map(places.map(([kind, { articleIds, annotations }]) => [kind, { articleIds, annotations }]))
  expect(found.get('codeFew')).toEqual({ articleIds: [a], annotations: 1 })
  expect(found.get('codeUnused')).toEqual({ articleIds: [], annotations: 0 })
  expect(found.get('gap')?.articleIds).toEqual([a, b])
  expect(found.get('bare')?.articleIds).toEqual([b])
  expect(found.get('untouched')?.articleIds).toEqual([c])
  expect(found.get('unsourced')).toEqual({ articleIds: [a, b], annotations: 2 })
  expect(found.get('undated')?.articleIds).toEqual([c])
  const upper = await workbench.corpusPlaces({}, { kind: 'code', id: codes[0] ?? '' })
  expect(upper).toMatchObject({ articleIds: [a, b], annotations: 2, first: { articleId: a } })
  expect(workbench.annotations(a).find(({ id }) => id === upper.first?.annotationId)?.type).toBe('claim')
})

describe('of a part', () => {
  test('a layer, articles that are done, articles that are named', async () => {
    const { workbench, ids } = await corpus()
    expect(await workbench.corpus({ layer: boris.id })).toMatchObject({
      articles: 3,
      done: 1,
      annotations: 1,
      annotators: [{ name: 'Борис', count: 1, done: 1 }],
    })
    expect(await workbench.corpus({ onlyDone: true })).toMatchObject({ articles: 1, annotations: 1 })
    expect(await workbench.corpus({ layer: anna.id, onlyDone: true })).toMatchObject({ articles: 0, annotations: 0 })
    expect(await workbench.corpus({ articleIds: [ids[0] ?? ''] })).toMatchObject({ articles: 1, annotations: 5 })
    await expect(workbench.corpus({ layer: '01990000-0000-7000-8000-00000000ffff' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a code that was merged counts for what it was merged into', async () => {
    const { workbench, codes } = await corpus()
    const [upper = '', lower = ''] = codes
    workbench.mergeCodes([lower], upper)
    const report = await workbench.corpus({})
    expect(report.codes.map(({ key, count, within }) => [key, count, within]).sort()).toEqual([
      ['деньги', 2, 2],
      ['никогда', 0, 0],
    ])
  })

  test('blind mode keeps others’ work out of the counts, and says so', async () => {
    const { project, workbench } = await corpus()
    workbench.setBlind(true)
    const window = createWorkbench({ project, ...circumstances, keepsBlind: true })
    window.identify(boris)
    expect(await window.corpus({})).toMatchObject({ annotations: 1, unseen: 1 })
    expect(await window.corpusPlaces({}, { kind: 'type', id: 'actor' })).toEqual({ articleIds: [], annotations: 0 })
  })
})

test('an empty project has nothing, and nothing is thin', async () => {
  const report = await newProject().workbench.corpus({})
  expect(report).toMatchObject({ articles: 0, annotations: 0, thin: [], outlets: [], periods: { list: [] } })
})

test('others get their turn while it counts, and it can be stopped', async () => {
  const { workbench } = await corpus()
  const job = '01990000-0000-7000-8000-00000000aaaa'
  const counting = workbench.corpus({}, job)
  workbench.cancel(job)
  await expect(counting).rejects.toMatchObject({ code: 'cancelled' })
})
