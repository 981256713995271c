/** Splits that are written down: every export has their sides, whatever is added, changed or joined later. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { joinGroups } from '../../src/core/formats/out/same-text.ts'
import type { Workbench } from '../../src/workbench/contract.ts'
import { anna, newProject, reopened } from './project.ts'

const textOf = (i: number) =>
  `Статья ${i}. ${Array.from({ length: 40 }, (_, at) => `слово${(at * at * (i + 3) + at * 17) % 211}`).join(' ')}`

const addArticles = async (workbench: Workbench, from: number, to: number): Promise<string[]> => {
  const texts = Array.from({ length: to - from }, (_, at) => textOf(from + at))
  const { files } = await workbench.addArticles(texts.map((paste) => ({ paste, mediaType: 'text/plain' })))
  const ids = files.map(({ article }) => article ?? '')
  for (const id of ids) workbench.setProgress(id, 'done')
  return ids
}

const plan = { name: 'Первое', shares: [60, 20, 20], seed: 7 }

const project = async (count = 30) => {
  const opened = newProject()
  opened.workbench.identify(anna)
  const ids = await addArticles(opened.workbench, 0, count)
  await opened.workbench.makeSplit(plan)
  return { ...opened, ids }
}

let exported = 0

/** The side of each article, as an export by the split's name has it. */
const sidesIn = async (workbench: Workbench, path: string, splitName = plan.name) => {
  exported += 1
  const folder = join(dirname(path), `out-${exported}`)
  const report = await workbench.exportFormat(folder, { format: 'doccano', splitName })
  const sides = new Map<string, string>()
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl')))
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)) {
      const row: { id: string; text: string } = JSON.parse(line)
      sides.set(row.text, name.replace('.jsonl', ''))
    }
  return { sides, report }
}

test('an export has the sides that are written down; articles that come later move none', async () => {
  const { workbench, path } = await project()
  const before = await sidesIn(workbench, path)
  expect(before.sides.size).toBe(30)
  expect(new Set(before.sides.values())).toEqual(new Set(['train', 'validation', 'test']))
  expect(before.report.split).toEqual({ name: 'Первое', undecided: 0 })

  await addArticles(workbench, 30, 45)
  const after = await sidesIn(workbench, path)
  expect(after.report.split).toEqual({ name: 'Первое', undecided: 15 })
  for (const [text, side] of before.sides) expect(after.sides.get(text)).toBe(side)
  expect((await sidesIn(workbench, path)).sides).toEqual(after.sides)

  await workbench.extendSplit('Первое')
  const extended = await sidesIn(workbench, path)
  expect(extended.sides).toEqual(after.sides)
  expect(extended.report.split).toEqual({ name: 'Первое', undecided: 0 })
  const [info] = workbench.splits()
  expect(info?.undecided).toBe(0)
  const counted = Map.groupBy(after.sides.values(), (side) => side)
  expect(info?.sides.map(({ side, articles }) => [side, articles])).toEqual(
    ['train', 'validation', 'test'].map((side) => [side, counted.get(side)?.length ?? 0]),
  )
})

test('it stays in the file; what is written down holds where strata change', async () => {
  const { workbench, path, ids, close } = await project()
  await workbench.makeSplit({ name: 'По изданиям', shares: [1, 1], seed: 1, stratify: 'outlet' })
  const before = (await sidesIn(workbench, path, 'По изданиям')).sides
  for (const id of ids.slice(0, 10)) workbench.updateArticle(id, { outlet: { name: 'Другое' } })
  close()
  const again = reopened(path).workbench
  expect(again.splits().map(({ name, stratify }) => [name, stratify])).toEqual([
    ['Первое', undefined],
    ['По изданиям', 'outlet'],
  ])
  expect((await sidesIn(again, path, 'По изданиям')).sides).toEqual(before)
})

test('names: taken ones are refused, others can be given; removed ones are gone', async () => {
  const { workbench, path } = await project(4)
  await expect(workbench.makeSplit(plan)).rejects.toMatchObject({
    code: 'bad-request',
    params: { reason: 'name-taken' },
  })
  await workbench.makeSplit({ ...plan, name: 'Второе' })
  expect(() => workbench.renameSplit('Второе', 'Первое')).toThrow(expect.objectContaining({ code: 'bad-request' }))
  workbench.renameSplit('Второе', 'Новое')
  expect(workbench.splits().map(({ name }) => name)).toEqual(['Первое', 'Новое'])
  workbench.removeSplit('Первое')
  await expect(sidesIn(workbench, path)).rejects.toMatchObject({ code: 'not-found', params: { kind: 'split' } })
  expect(() => workbench.removeSplit('Первое')).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('a reprint that comes later goes where the article is written down that it reprints', async () => {
  const { workbench, path } = await project()
  const reprints = Array.from({ length: 30 }, (_, i) => `${textOf(i)} Подпишитесь.`)
  const { files } = await workbench.addArticles(reprints.map((paste) => ({ paste, mediaType: 'text/plain' })))
  for (const { article = '' } of files) workbench.setProgress(article, 'done')
  const { sides } = await sidesIn(workbench, path)
  expect(sides.size).toBe(60)
  for (const [i, text] of reprints.entries()) expect(sides.get(text)).toBe(sides.get(textOf(i)))
})

describe('articles that belong together', () => {
  test('stand on the side of the eldest, where they are written down too, until they are taken apart', async () => {
    const { workbench, path, ids } = await project()
    const { sides } = await sidesIn(workbench, path)
    const apart = ids.findIndex((_, i) => sides.get(textOf(i)) !== sides.get(textOf(0)))
    const ageOf = (i: number) => `${workbench.article(ids[i] ?? '').createdAt} ${ids[i]}`
    const [elder, younger] = ageOf(0) < ageOf(apart) ? [0, apart] : [apart, 0]
    const pair = [ids[younger] ?? '', ids[elder] ?? '']
    workbench.putTogether(pair)
    expect(workbench.together()).toEqual([pair.toSorted()])
    const moved = (await sidesIn(workbench, path)).sides
    expect(moved.get(textOf(younger))).toBe(sides.get(textOf(elder)))
    for (const [text, side] of sides) if (text !== textOf(younger)) expect(moved.get(text)).toBe(side)
    await workbench.makeSplit({ ...plan, name: 'Ещё', seed: 8 })
    const more = (await sidesIn(workbench, path, 'Ещё')).sides
    expect(more.get(textOf(younger))).toBe(more.get(textOf(elder)))
    workbench.takeApart(pair.slice(0, 1))
    expect(workbench.together()).toEqual([])
    expect((await sidesIn(workbench, path)).sides).toEqual(moved)
  })

  test('are known by addresses and by what they retell, across languages', () => {
    const groups = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id]))
    const url = 'https://www.news.example/talks/'
    const joined = joinGroups(
      groups,
      [
        { id: 'b', url },
        { id: 'a', relays: { url: 'http://news.example/talks#top' } },
        { id: 'c', title: 'Talks  begin', outlet: 'The Courier' },
        {
          id: 'd',
          title: 'Переговоры',
          outlet: 'Газета',
          relays: { title: 'talks begin', outlet: { name: 'The courier' } },
        },
        { id: 'e', title: 'Talks begin', outlet: 'The Post' },
      ],
      [],
    )
    expect(Object.fromEntries(joined)).toEqual({ a: 'a', b: 'a', c: 'c', d: 'c', e: 'e' })
  })
})

test('a split of its own numbers and a name at once is refused, as is one for a format of one table', async () => {
  const { workbench, path } = await project(4)
  const out = join(dirname(path), 'out')
  const split = { shares: [1, 1], seed: 1 }
  await expect(workbench.exportFormat(out, { format: 'hf', split, splitName: plan.name })).rejects.toMatchObject({
    code: 'bad-request',
  })
  await expect(workbench.exportFormat(out, { format: 'csv-claims', splitName: plan.name })).rejects.toMatchObject({
    params: { reason: 'splits' },
  })
})
