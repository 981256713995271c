/** Merging as long work: tried out, told, stopped, backed up, with others at work meanwhile. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { closeProject, createProject } from '../../src/store/open.ts'
import type { Events, Workbench } from '../../src/workbench/contract.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, boris, circumstances, newProject, reopened, temporaryFolder } from './project.ts'

const text = 'Песков заявил это.\n'.repeat(40)

type Listener = (progress: Events['progress'], workbench: Workbench) => void

/** A project whose work can be listened to. */
const listened = (path: string, listener: Listener) => {
  const project = createProject(path, circumstances)
  onTestFinished(() => closeProject(project))
  const changes: Events['changed'][] = []
  const workbench: Workbench = createWorkbench({
    project,
    ...circumstances,
    emit: (_event, data) => {
      if ('job' in data) listener(data, workbench)
      else if ('kinds' in data) changes.push(data)
    },
  })
  workbench.identify(anna)
  return { workbench, changes, path }
}

/** A bundle with one article and many annotations, one of them in conflict with what `into` holds. */
const bundleFor = async ({ workbench: into, path }: { workbench: Workbench; path: string }, count: number) => {
  const { files } = await into.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const { id } = into.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 0, end: 6 }] })
  const first = join(dirname(path), 'first.json')
  await into.exportBundle(first)
  const other = newProject(join(dirname(path), 'other.actant'))
  await other.workbench.mergeBundles([first])
  other.workbench.identify(anna)
  other.workbench.updateAnnotation(id, { note: 'там' })
  into.updateAnnotation(id, { note: 'здесь' })
  for (let start = 0; start < count; start++) {
    other.workbench.addAnnotation({
      articleId,
      type: 'actor',
      fragments: [{ start: start % 600, end: (start % 600) + 6 }],
    })
  }
  const bundle = join(dirname(path), 'bundle.json')
  await other.workbench.exportBundle(bundle)
  return { bundle, articleId }
}

test('a preview says what a merge will, and writes nothing', async () => {
  const project = listened(join(temporaryFolder(), 'p.actant'), () => {})
  const { workbench, changes, path } = project
  const { bundle, articleId } = await bundleFor(project, 20)
  const before = [
    workbench.annotations(articleId),
    workbench.conflicts(),
    workbench.history(),
    readdirSync(dirname(path)),
  ]
  const told = changes.length
  const preview = await workbench.previewMerge([bundle, bundle])
  expect([
    workbench.annotations(articleId),
    workbench.conflicts(),
    workbench.history(),
    readdirSync(dirname(path)),
  ]).toEqual(before)
  expect(changes).toHaveLength(told)
  expect(preview.files[0]).toMatchObject({
    new: { annotation: 20 },
    conflicts: { annotation: 1 },
    equal: { article: 1 },
  })
  expect(preview.files[1]).toMatchObject({ new: {}, conflicts: {} })
  expect(await workbench.mergeBundles([bundle, bundle])).toEqual(preview)
  expect(workbench.annotations(articleId)).toHaveLength(21)
})

test('a preview counts texts that differ, annotations that move, and codes that nobody knows', async () => {
  const project = listened(join(temporaryFolder(), 'p.actant'), () => {})
  const { bundle, articleId } = await bundleFor(project, 3)
  project.workbench.correctText(articleId, `Срочно: ${text.replace('Песков заявил', 'Путин сказал')}`)
  const { files } = await project.workbench.previewMerge([bundle])
  expect(files[0]).toMatchObject({ texts: [articleId], older: { article: 1 }, dangling: {} })
  expect((files[0]?.reanchored ?? 0) + (files[0]?.orphans ?? 0)).toBeGreaterThan(0)
  const strange = JSON.parse(readFileSync(bundle, 'utf8'))
  for (const annotation of strange.annotations) annotation.codes = [v7()]
  writeFileSync(bundle, JSON.stringify(strange))
  expect((await project.workbench.previewMerge([bundle])).files[0]?.dangling).toEqual({ code: 4 })
})

test('while a merge runs others read what was before, and their writes are refused', { timeout: 60_000 }, async () => {
  const seen = new Set<number>()
  let refused = 0
  const project = listened(join(temporaryFolder(), 'p.actant'), (_progress, workbench) => {
    const [article] = workbench.articles()
    if (!article || !watching) return
    seen.add(workbench.annotations(article.id).length)
    try {
      workbench.addIssue({ name: 'Мир' })
    } catch (error) {
      expect(String(error)).toContain('busy')
      refused++
    }
  })
  let watching = false
  const { bundle, articleId } = await bundleFor(project, 600)
  watching = true
  await project.workbench.mergeBundles([bundle], v7())
  watching = false
  // The last report comes after the commit.
  expect([...seen].sort((a, b) => a - b)).toEqual([1, 601])
  expect(refused).toBeGreaterThan(0)
  expect(project.workbench.annotations(articleId)).toHaveLength(601)
  project.workbench.addIssue({ name: 'Война' })
  expect(project.workbench.conflicts()).toHaveLength(1)
  expect(await project.workbench.check()).toEqual({ ok: true, findings: [] })
})

test('stopped at any tenth, a merge leaves everything as it was', { timeout: 120_000 }, async () => {
  const job = v7()
  let stopAt = Number.POSITIVE_INFINITY
  const parts: number[] = []
  const project = listened(join(temporaryFolder(), 'p.actant'), ({ done }, workbench) => {
    parts.push(done)
    if (done >= stopAt) workbench.cancel(job)
  })
  const { workbench } = project
  const { bundle, articleId } = await bundleFor(project, 2000)
  const state = () => [
    workbench.annotations(articleId),
    workbench.conflicts(),
    workbench.registries(),
    workbench.history(),
  ]
  const before = state()
  for (let tenth = 0; tenth < 10; tenth++) {
    stopAt = tenth / 10
    await expect(workbench.mergeBundles([bundle], job)).rejects.toThrow('cancelled')
    expect(state()).toEqual(before)
  }
  stopAt = Number.POSITIVE_INFINITY
  parts.length = 0
  await workbench.mergeBundles([bundle], job)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect([parts[0], parts.at(-1)]).toEqual([0, 1])
  expect(workbench.annotations(articleId)).toHaveLength(2001)
})

test('before a merge a copy is put beside the project; the latest three are kept', { timeout: 60_000 }, async () => {
  const { path, workbench } = newProject()
  workbench.identify(anna)
  const backups = () =>
    readdirSync(dirname(path))
      .filter((name) => name.startsWith(`${basename(path)}-backup`))
      .sort()
  const from = newProject(join(dirname(path), 'from.actant'))
  from.workbench.identify(boris)
  for (let round = 0; round < 5; round++) {
    from.workbench.addIssue({ name: `Вопрос ${round}` })
    const bundle = join(dirname(path), 'bundle.json')
    await from.workbench.exportBundle(bundle)
    await workbench.mergeBundles([bundle])
  }
  // Nothing was there to lose before the first.
  expect(backups()).toEqual([2, 3, 4].map((n) => `${basename(path)}-backup-merge-${n}`))
  const { workbench: last, close } = reopened(join(dirname(path), backups().at(-1) ?? ''), 'read')
  expect(last.registries().issues).toHaveLength(4)
  expect(await last.check()).toEqual({ ok: true, findings: [] })
  close()
})
