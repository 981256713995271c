import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from '../../src/core/anchor.ts'
import { applyEdits, type Edit } from '../../src/core/diff-edits.ts'
import { splitsPair } from '../../src/core/offsets.ts'
import type { Workbench } from '../../src/workbench/contract.ts'
import { anna, boris, newProject, temporaryFolder } from './project.ts'

const text = 'Меню Вход\n\nВладимир Путнн 😀 прибыл в Рим.\n\nРим ждал.'

const begun = async (content = text) => {
  const made = newProject()
  made.workbench.identify(anna)
  const report = await made.workbench.addArticles([{ paste: content, mediaType: 'text/plain' }])
  const articleId = report.files[0]?.article ?? ''
  return { ...made, articleId, folder: dirname(made.path) }
}

const spanOf = (words: string, content = text, from = 0) => {
  const start = content.indexOf(words, from)
  return { start, end: start + words.length }
}

/** Everything that is kept of an article, without version and times. */
const state = (workbench: Workbench, articleId: string) => {
  const bare = ({ version: _v, modifiedAt: _m, modifiedBy: _b, ...rest }: object & Record<string, unknown>) => rest
  return [bare(workbench.article(articleId)), ...workbench.annotations(articleId).map(bare)]
}

const fixed = 'Владимир Путин 😀 прибыл в Рим.\n\nРим ждал долго.'

const annotated = async () => {
  const made = await begun()
  const { workbench, articleId } = made
  const add = (words: string, from = 0) =>
    workbench.addAnnotation({ articleId, type: 'actor', fragments: [spanOf(words, text, from)] }).id
  const putin = add('Владимир Путнн')
  const menu = add('Вход')
  workbench.identify(boris)
  const rome = add('Рим', 40)
  workbench.identify(anna)
  return { ...made, putin, menu, rome }
}

test('a preview says what a correction then does, in one step that is undone and redone exactly', async () => {
  const { workbench, articleId, putin, menu, rome, events } = await annotated()
  const before = state(workbench, articleId)
  const report = {
    kept: 1,
    reanchored: [{ id: putin, quote: 'Владимир Путнн', newQuote: 'Владимир Путин' }],
    orphans: [{ id: menu, quote: 'Вход' }],
    lost: 0,
  }
  expect(workbench.previewCorrection(articleId, fixed)).toEqual(report)
  expect(state(workbench, articleId)).toEqual(before)
  expect(workbench.correctText(articleId, fixed)).toEqual(report)
  const article = workbench.article(articleId)
  expect(article).toMatchObject({ id: articleId, text: fixed, textRevision: 1 })
  expect(article.blocks.map(({ start, end }) => fixed.slice(start, end))).toEqual([
    'Владимир Путин 😀 прибыл в Рим.',
    'Рим ждал долго.',
  ])
  expect(events.at(-1)).toMatchObject({ articleIds: [articleId] })
  const [moved] = workbench.annotations(articleId, { ids: [rome] })
  expect(moved).toMatchObject({ annotatorId: boris.id, modifiedBy: anna.id, anchor: 'exact' })
  expect(moved?.target.fragments).toEqual([{ ...spanOf('Рим', fixed, 30), quote: 'Рим' }])
  expect(workbench.orphans(articleId)).toMatchObject([{ id: menu, target: { fragments: [{ quote: 'Вход' }] } }])
  expect(workbench.history().undo).toMatchObject({ action: 'article.correct', articleId })
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })

  const after = state(workbench, articleId)
  const versions = workbench.annotations(articleId).map(({ version }) => version)
  workbench.undo()
  expect(state(workbench, articleId)).toEqual(before)
  expect(workbench.orphans()).toEqual([])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
  workbench.redo()
  expect(state(workbench, articleId)).toEqual(after)
  expect(workbench.annotations(articleId).map(({ version }) => version)).not.toEqual(versions)
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test('an orphan is placed again; one that has its place is not', async () => {
  const { workbench, articleId, putin, menu } = await annotated()
  workbench.correctText(articleId, fixed)
  const placed = workbench.placeAgain(menu, [spanOf('прибыл', fixed)])
  expect(placed).toMatchObject({ id: menu, anchor: 'exact', target: { fragments: [{ quote: 'прибыл' }] } })
  expect(workbench.orphans()).toEqual([])
  expect(workbench.history().undo).toMatchObject({ action: 'annotation.place', params: { quote: 'прибыл' } })
  expect(() => workbench.placeAgain(putin, [spanOf('Рим', fixed)])).toThrow('anchored')
  workbench.undo()
  expect(workbench.orphans(articleId).map(({ id }) => id)).toEqual([menu])
  workbench.identify(boris)
  expect(workbench.placeAgain(menu, [spanOf('прибыл', fixed)])).toMatchObject({
    annotatorId: boris.id,
    basedOn: [menu],
  })
})

test('what cannot be a text is refused and the same text is no step', async () => {
  const { workbench, articleId } = await begun()
  const before = workbench.history()
  for (const bad of [' \n', 'a\r\nb', 'a\uD83D']) {
    expect(() => workbench.correctText(articleId, bad)).toThrow(/text/)
    expect(() => workbench.previewCorrection(articleId, bad)).toThrow(/text/)
  }
  workbench.correctText(articleId, text)
  expect(workbench.history()).toEqual(before)
})

const exported = async ({ workbench, folder }: { workbench: Workbench; folder: string }, name: string) => {
  const path = join(folder, name)
  await workbench.exportBundle(path)
  return { path, bytes: readFileSync(path) }
}

const recordsOf = (bytes: Buffer) => {
  const { project: _p, generator: _g, digest: _d, ...rest } = JSON.parse(bytes.toString())
  return rest
}

test('a corrected article goes into a new project and comes out byte for byte', async () => {
  const made = await annotated()
  made.workbench.correctText(made.articleId, fixed)
  const { path, bytes } = await exported(made, 'a.json')
  const other = newProject(join(temporaryFolder(), 'другой.actant'))
  other.workbench.identify(boris)
  const report = await other.workbench.mergeBundles([path])
  expect(report.files).toMatchObject([{ outcome: 'merged', reanchored: 0, orphans: 0, findings: [] }])
  expect(await other.workbench.check()).toEqual({ ok: true, findings: [] })
  const again = await exported({ workbench: other.workbench, folder: dirname(other.path) }, 'b.json')
  expect(recordsOf(again.bytes)).toEqual(recordsOf(bytes))
  expect(again.bytes.equals(bytes)).toBe(true)
})

test('a correction reaches a project that has the article before it, and so does taking it back', async () => {
  const made = await annotated()
  const other = newProject(join(temporaryFolder(), 'другой.actant'))
  const there = { workbench: other.workbench, folder: dirname(other.path) }
  other.workbench.identify(boris)
  await other.workbench.mergeBundles([(await exported(made, 'before.json')).path])
  made.workbench.correctText(made.articleId, fixed)
  for (const name of ['corrected', 'undone']) {
    const { path, bytes } = await exported(made, `${name}.json`)
    const report = await other.workbench.mergeBundles([path])
    expect(report.files).toMatchObject([{ outcome: 'merged', findings: [] }])
    expect(recordsOf((await exported(there, `${name}.json`)).bytes)).toEqual(recordsOf(bytes))
    expect(await other.workbench.check()).toEqual({ ok: true, findings: [] })
    if (name === 'corrected') made.workbench.undo()
  }
})

const words = fc
  .array(fc.constantFrom('Путин ', 'Рим, ', '😀 ', 'the ', 'сказал. ', 'что\n\n', 'Kremlin '), {
    minLength: 3,
    maxLength: 30,
  })
  .map((list) => list.join(''))

const cases = words.chain((content) => {
  const place = fc.nat({ max: content.length }).map((at) => (splitsPair(content, at) ? at - 1 : at))
  const span = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  return fc.record({
    content: fc.constant(content),
    spans: fc.array(span, { maxLength: 5 }),
    edits: fc.array(fc.tuple(span, fc.constantFrom('', 'а', '😁', 'Рим и Рим', '\n\n')), {
      minLength: 1,
      maxLength: 3,
    }),
  })
})

test('random corrections, one after the other, are undone and redone exactly', async () => {
  const made = newProject()
  const { workbench } = made
  workbench.identify(anna)
  let n = 0
  await fc.assert(
    fc.asyncProperty(cases, async ({ content, spans, edits }) => {
      const original = `${++n} ${content}`
      const report = await workbench.addArticles([{ paste: original, mediaType: 'text/plain' }])
      const articleId = report.files[0]?.article ?? ''
      const shift = original.length - content.length
      for (const { start, end } of spans.filter((span) => span.start < span.end)) {
        workbench.addAnnotation({
          articleId,
          type: 'claim',
          fragments: [{ start: start + shift, end: end + shift }],
        })
      }
      const states = [state(workbench, articleId)]
      for (const [{ start, end }, insert] of edits) {
        const now = workbench.article(articleId).text
        const at = (offset: number) => {
          const clipped = Math.min(offset + shift, now.length)
          return splitsPair(now, clipped) ? clipped - 1 : clipped
        }
        const edit: Edit = { start: at(start), end: at(Math.min(end, start + 9)), insert }
        const next = applyEdits(now, [edit])
        if (next === now) continue
        workbench.correctText(articleId, next)
        for (const { anchor, target } of workbench.annotations(articleId)) {
          if (anchor === 'orphan') continue
          for (const fragment of target.fragments) expect(next.slice(fragment.start, fragment.end)).toBe(fragment.quote)
          const described = describe(next, target.fragments)
          expect(target).toEqual(described)
        }
        states.push(state(workbench, articleId))
      }
      for (const before of states.slice(0, -1).reverse()) {
        workbench.undo()
        expect(state(workbench, articleId)).toEqual(before)
      }
      for (const after of states.slice(1)) {
        workbench.redo()
        expect(state(workbench, articleId)).toEqual(after)
      }
    }),
    { numRuns: 300 },
  )
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
}, 60_000)
