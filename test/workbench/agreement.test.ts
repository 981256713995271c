import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AgreementReport } from '../../src/workbench/contract.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, boris, circumstances, newProject } from './project.ts'

const text = 'Россия готова к переговорам, заявил Песков. Киев против.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const prepared = async () => {
  const { workbench, project } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const tag = (words: string) => workbench.addAnnotation({ articleId, type: 'actor', fragments: [at(words)] })
  return { workbench, project, articleId, tag }
}

const figure = ({ rows }: AgreementReport, metric: string) =>
  rows.find((row) => row.metric === metric && Object.keys(row.scope).length === 0)

describe('agreement', () => {
  it('counts who tagged and who said they are done, and writes nothing', async () => {
    const { workbench, articleId, tag } = await prepared()
    tag('Россия')
    tag('Киев')
    expect((await workbench.agreement({})).annotatorIds).toEqual([])
    workbench.identify(boris)
    workbench.setProgress(articleId, 'done')
    const before = workbench.history()
    const report = await workbench.agreement({})
    expect(workbench.history()).toEqual(before)
    expect(report).toMatchObject({
      articleIds: [articleId],
      annotatorIds: [anna.id, boris.id],
      annotations: 2,
      seed: 1,
    })
    expect(figure(report, 'spanF1Exact')).toMatchObject({ value: 0, items: 2 })
    tag('Россия')
    expect(figure(await workbench.agreement({}), 'spanF1Exact')?.value).toBeCloseTo(2 / 3, 12)
  })

  it('an article that only one has begun is no common ground', async () => {
    const { workbench, articleId, tag } = await prepared()
    tag('Россия')
    workbench.identify(boris)
    workbench.setProgress(articleId, 'todo')
    const report = await workbench.agreement({})
    expect(report.articleIds).toEqual([])
    expect(figure(report, 'spanF1Exact')).toMatchObject({ value: null, reason: 'no-units', items: 0 })
  })

  it('merged actors are one', async () => {
    const { workbench, tag } = await prepared()
    const [kremlin, russia] = ['Кремль', 'Россия'].map((name) => workbench.addActor({ name, actorType: 'state' }))
    const kyiv = workbench.addActor({ name: 'Киев', actorType: 'state' })
    workbench.linkMentions([tag('Россия').id], russia?.id ?? '')
    workbench.linkMentions([tag('Киев').id], kyiv.id)
    workbench.identify(boris)
    workbench.linkMentions([tag('Россия').id], kremlin?.id ?? '')
    workbench.linkMentions([tag('Киев').id], kyiv.id)
    const alpha = async () => {
      const { rows } = await workbench.agreement({ metrics: ['krippendorffAlpha'] })
      return rows.find(({ attribute, scope }) => attribute === 'actor' && Object.keys(scope).length === 0)
    }
    expect(await alpha()).toMatchObject({ items: 2, disagreements: { count: 1 } })
    expect((await alpha())?.value).toBeLessThan(1)
    workbench.mergeActors([kremlin?.id ?? ''], russia?.id ?? '')
    expect((await alpha())?.value).toBe(1)
  })

  it('blind mode keeps figures of articles that are not done from whoever reads, and says how many', async () => {
    const { workbench: everybody, articleId, tag, project } = await prepared()
    tag('Россия')
    everybody.identify(boris)
    tag('Россия')
    const workbench = createWorkbench({ project, ...circumstances, keepsBlind: true })
    workbench.identify(boris)
    workbench.setBlind(true)
    expect(await workbench.agreement({})).toMatchObject({ articleIds: [], annotatorIds: [], annotations: 0, unseen: 1 })
    expect(await everybody.agreement({})).toMatchObject({ articleIds: [articleId], unseen: 0 })
    workbench.setProgress(articleId, 'done')
    expect(await workbench.agreement({})).toMatchObject({ articleIds: [articleId], annotations: 2, unseen: 0 })
  })

  it('what is not there is named; what is cancelled ends', async () => {
    const { workbench } = await prepared()
    const missing = `sha256:${'0'.repeat(64)}`
    await expect(workbench.agreement({ articleIds: [missing] })).rejects.toMatchObject({
      code: 'not-found',
      params: { kind: 'article', id: missing },
    })
    await expect(workbench.agreement({ annotatorIds: [anna.id, boris.id] })).rejects.toMatchObject({
      code: 'not-found',
      params: { kind: 'annotator', id: boris.id },
    })
    const job = '0199a000-0000-7000-8000-00000000aaaa'
    const running = workbench.agreement({}, job)
    workbench.cancel(job)
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('saveText', () => {
  it('writes what it is given, never over the project itself', async () => {
    const { workbench, path } = newProject()
    const to = join(dirname(path), 'figures.csv')
    await workbench.saveText(to, 'a,b\r\n')
    expect(readFileSync(to, 'utf8')).toBe('a,b\r\n')
    await expect(workbench.saveText(path, 'a,b\r\n')).rejects.toMatchObject({ code: 'file' })
  })
})
