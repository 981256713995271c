/** Networks of actors and issues: who stands in them, what is left out and why, and files that other programs can trust. */
import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import type { Source } from '../../src/core/attribution.ts'
import { Failure } from '../../src/core/failure.ts'
import type { FormatRequest } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, boris, newProject } from './project.ts'

type Said = {
  holder?: Source
  issue?: string
  stance?: 'support' | 'oppose' | 'neutral' | 'ambiguous'
  condition?: string
  chain?: { source: Source; basis: 'cue' | 'context' | 'publisher' }[]
}

/** Positions over one article, the n-th on its n-th word. */
const project = async () => {
  const opened = newProject()
  const { workbench, path } = opened
  workbench.identify(anna)
  const text = Array.from({ length: 20 }, (_, place) => `слово${place}`).join(' ')
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  let next = 0
  const say = ({ holder, issue, stance, condition, chain = [] }: Said) => {
    const start = text.indexOf(`слово${next++}`)
    return workbench.addAnnotation({
      ...{ articleId, type: 'position', fragments: [{ start, end: start + 5 }] },
      body: {
        holders: holder ? [holder] : [],
        ...(issue !== undefined && { issueId: issue }),
        ...(stance && { stance }),
        ...(condition !== undefined && { condition: { text: condition, fragments: [] } }),
        attribution: chain.map(({ source, basis }) => ({ sources: [source], cue: [], basis })),
      },
    })
  }
  const to = (name: string) => join(dirname(path), name)
  const tables = async (request: Partial<FormatRequest> = {}) => {
    next += 1
    const folder = to(`network-${next}`)
    const report = await workbench.exportFormat(folder, { format: 'network-csv', ...request })
    const table = (name: string): string[][] => parse(readFileSync(join(folder, `${name}.csv`), 'utf8'))
    return { report, nodes: table('nodes'), edges: table('edges'), matrix: table('matrix') }
  }
  const person = (name: string) => ({ actor: workbench.addActor({ name, actorType: 'person' }).id })
  return { ...opened, articleId, say, to, tables, person, issue: (name: string) => workbench.addIssue({ name }).id }
}

it('holders and issues, with stances, conditions and what has no stance told apart', async () => {
  const { say, tables, person, issue } = await project()
  const [a, b, tax] = [person('Анна'), person('Борис'), issue('Налог')]
  say({ holder: a, issue: tax, stance: 'support', condition: 'если не вырастет' })
  say({ holder: a, issue: tax, stance: 'oppose' })
  say({ holder: b, issue: tax, stance: 'ambiguous' })
  say({ holder: b, issue: tax })
  say({ holder: { implicit: true }, issue: tax, stance: 'support' })
  say({ holder: a, stance: 'support' })
  const { report, edges, matrix, nodes } = await tables()
  expect(edges.map((cells) => cells.slice(0, 9))).toEqual([
    'source,target,weight,support,oppose,neutral,ambiguous,undecided,conditional'.split(','),
    ['Анна', 'Налог', '2', '1', '1', '0', '0', '0', '1'],
    ['Борис', 'Налог', '2', '0', '0', '0', '1', '1', '0'],
  ])
  expect(matrix).toEqual([
    ['', 'Налог'],
    ['Анна', '2'],
    ['Борис', '2'],
  ])
  expect(nodes.slice(1).map(([, ...cells]) => cells)).toEqual([
    ['Анна', 'actor', 'person'],
    ['Борис', 'actor', 'person'],
    ['Налог', 'issue', ''],
  ])
  expect(report.loss.annotation).toMatchObject({ carried: 4, lost: { 'no-actor': 1, 'no-issue': 1 } })
  expect(report.loss.annotation.without).toMatchObject({ 'body.condition': 1 })
  const { report: agreeing, matrix: none } = await tables({ network: 'nodes', measure: 'congruence' })
  expect(agreeing.loss.annotation.lost).toMatchObject({ 'no-stance': 2 })
  // Whose stance is known stays in it as a node without ties.
  expect(none).toEqual([
    ['', 'Анна'],
    ['Анна', '0'],
  ])
})

it('the node is the holder, the first who says so, or the outlet that passes it on', async () => {
  const { workbench, articleId, say, tables, person, issue } = await project()
  const [party, speaker, alone, tax] = [person('Партия'), person('Секретарь'), person('Сам'), issue('Налог')]
  const tass = { actor: workbench.addActor({ name: 'ТАСС', actorType: 'outlet' }).id }
  const chain = [
    { source: speaker, basis: 'cue' as const },
    { source: tass, basis: 'cue' as const },
  ]
  say({ holder: party, issue: tax, stance: 'support', chain })
  say({ holder: alone, issue: tax, stance: 'oppose' })
  const nodes = async (node: FormatRequest['node']) =>
    (await tables({ node })).edges.slice(1).map(([name, , weight]) => `${name} ${weight}`)
  expect(await nodes('holder')).toEqual(['Партия 1', 'Сам 1'])
  expect(await nodes('speaker')).toEqual(['Сам 1', 'Секретарь 1'])
  expect(await nodes('outlet')).toEqual(['ТАСС 1'])
  workbench.updateArticle(articleId, { outlet: { name: 'Газета' } })
  expect(await nodes('outlet')).toEqual(['Газета 1', 'ТАСС 1'])
})

it('claims count where they are asked for; who was merged is one node; several people’s work is not mixed by itself', async () => {
  const { workbench, articleId, say, tables, person, issue } = await project()
  const [a, twin, tax] = [person('Анна'), person('Аня'), issue('Налог')]
  say({ holder: a, issue: tax, stance: 'support' })
  say({ holder: twin, issue: tax, stance: 'support' })
  workbench.addAnnotation({
    ...{ articleId, type: 'claim', fragments: [{ start: 0, end: 5 }] },
    body: { issueIds: [tax], evidenceFor: [], attribution: [{ sources: [a], cue: [], basis: 'cue' }] },
  })
  workbench.mergeActors([twin.actor], a.actor)
  expect((await tables()).matrix).toEqual([
    ['', 'Налог'],
    ['Анна', '2'],
  ])
  expect((await tables({ types: ['position', 'claim'] })).matrix[1]).toEqual(['Анна', '3'])
  expect((await tables({ repeats: 'article' })).report.loss.annotation.lost).toEqual({ repeated: 1, type: 1 })
  workbench.identify(boris)
  say({ holder: a, issue: tax, stance: 'oppose' })
  await expect(tables()).rejects.toEqual(new Failure('bad-request', { reason: 'several-people' }))
  expect((await tables({ layer: boris.id })).matrix[1]).toEqual(['Анна', '1'])
})

it('names stay what they are in CSV and XML: formulas, separators, control characters', async () => {
  const { workbench, say, to, tables, person, issue } = await project()
  const [hostile, tax] = [person('=1+1;"a",\nb'), issue('Налог & <сборы>\u0001')]
  say({ holder: hostile, issue: tax, stance: 'support' })
  const { edges } = await tables()
  expect(edges[1]?.slice(0, 3)).toEqual(['\'=1+1;"a",\nb', 'Налог & <сборы>\u0001', '1'])
  const report = await workbench.exportFormat(to('n.graphml'), { format: 'graphml' })
  expect(report.loss.issue.without).toMatchObject({ 'illegal-character': 1 })
  const { labels, graph } = graphIn(readFileSync(to('n.graphml'), 'utf8'))
  expect(labels).toEqual(['=1+1;"a",\nb', 'Налог & <сборы>\uFFFD'])
  expect(graph).toMatchObject({ network: 'two-mode', node: 'holder', measure: 'count', repeats: 'all' })
  expect(graph['state']).toBe(report.state)
})

it('a measure that such a network has not is refused, and nothing is written', async () => {
  const { tables } = await project()
  for (const request of [{ measure: 'congruence' }, { network: 'nodes', measure: 'stance' }] as const)
    await expect(tables(request)).rejects.toMatchObject({ code: 'bad-request', params: { reason: 'measure' } })
})

it.skipIf(!shared.there)(`what Discourse Network Analyzer finds in its own sample ${shared.note}`, async () => {
  const { workbench, to, tables } = await project()
  copyFileSync(shared.path('corpora/dna/sample-dna3.dna'), to('sample.dna'))
  await workbench.importAnnotated({ files: [to('sample.dna')], format: 'dna' })
  const sum = async (network: FormatRequest['network'], measure: FormatRequest['measure']) => {
    const { matrix } = await tables({ network, measure })
    const cells = matrix.slice(1).flatMap((row) => row.slice(1).map(Number))
    const size = `${matrix.length - 1} × ${(matrix[0]?.length ?? 0) - 1}`
    return [size, cells.reduce((total, cell) => total + cell, 0)]
  }
  expect(await sum('two-mode', 'count')).toEqual(['7 × 6', 40])
  expect(await sum('two-mode', 'subtract')).toEqual(['7 × 6', 18])
  expect(await sum('nodes', 'count')).toEqual(['7 × 7', 276])
  expect(await sum('nodes', 'congruence')).toEqual(['7 × 7', 160])
  expect(await sum('nodes', 'conflict')).toEqual(['7 × 7', 116])
  expect(await sum('nodes', 'subtract')).toEqual(['7 × 7', 44])
  const once = await tables({ repeats: 'article' })
  expect(once.report.loss.annotation.lost).toMatchObject({ repeated: 18 })
})

/** Well-formed, or it throws. */
const graphIn = (xml: string) => {
  const parser = new SaxesParser({ xmlns: true })
  const data: { key: string; of: string; text: string }[] = []
  const open: string[] = []
  let text = ''
  parser.on('opentag', ({ local, attributes }) => {
    if (local === 'data') data.push({ key: attributes['key']?.value ?? '', of: open.at(-1) ?? '', text: '' })
    open.push(local)
    text = ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ local }) => {
    open.pop()
    const last = data.at(-1)
    if (local === 'data' && last) last.text = text
  })
  parser.write(xml).close()
  return {
    labels: data.filter(({ key }) => key === 'label').map(({ text }) => text),
    graph: Object.fromEntries(data.filter(({ of }) => of === 'graph').map(({ key, text }) => [key, text])),
  }
}
