import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'
import { anna, circumstances, newProject, reopened } from './project.ts'

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const begun = () => {
  const made = newProject()
  made.workbench.identify(anna)
  return { ...made, folder: dirname(made.path) }
}

const file = (folder: string, name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test('an article is known by its text, wherever it comes from', async () => {
  const { workbench, folder } = begun()
  const text = 'Кремль\n\nне торопится 😀.'
  const files = [file(folder, 'a.txt', text), file(folder, 'b.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`)]
  const report = await workbench.addArticles(files.map((path) => ({ file: path })))
  expect(report).toMatchObject({
    added: 1,
    existing: 1,
    refused: 0,
    files: [
      { file: files[0], outcome: 'added', article: idOf(text), encoding: 'utf-8' },
      { file: files[1], outcome: 'existing', article: idOf(text) },
    ],
  })
  expect(workbench.articles()).toMatchObject([{ id: idOf(text), fileName: 'a.txt', length: [...text].length }])
  expect(workbench.article(idOf(text))).toMatchObject({ text, textRevision: 0, createdBy: anna.id })
})

test('folders are walked in order, hidden files left out, and everything refused has a reason', async () => {
  const { workbench, folder } = begun()
  const articles = join(folder, 'статьи')
  mkdirSync(join(articles, 'ещё'), { recursive: true })
  file(articles, 'б.txt', 'вторая')
  file(articles, 'а.txt', 'первая')
  file(articles, '.скрытый.txt', 'нет')
  file(join(articles, 'ещё'), 'в.txt', 'третья')
  file(articles, 'empty.txt', '')
  execFileSync('mkfifo', [join(articles, 'pipe')])
  symlinkSync(join(articles, 'nowhere'), join(articles, 'link.txt'))
  symlinkSync(articles, join(articles, 'ещё', 'loop'))
  const report = await workbench.addArticles([
    { file: articles },
    { file: join(folder, 'missing.txt') },
    { file: '/dev/null' },
  ])
  expect(
    report.files.map(({ file: name, outcome, failure }) => [
      name.replace(`${folder}/`, ''),
      outcome,
      failure?.params['reason'],
    ]),
  ).toEqual([
    ['статьи/empty.txt', 'refused', 'empty'],
    ['статьи/link.txt', 'refused', 'dangling-link'],
    ['статьи/pipe', 'refused', 'pipe'],
    ['статьи/а.txt', 'added', undefined],
    ['статьи/б.txt', 'added', undefined],
    ['статьи/ещё/в.txt', 'added', undefined],
    ['missing.txt', 'refused', 'missing'],
    ['/dev/null', 'refused', 'device'],
  ])
  expect(workbench.articles().map(({ opening }) => opening)).toEqual(['первая', 'вторая', 'третья'])
})

test('all files of one call are one step, undone and redone together', async () => {
  const { workbench, folder } = begun()
  const files = Array.from({ length: 30 }, (_, i) => ({ file: file(folder, `${i}.txt`, `статья ${i}`) }))
  await workbench.addArticles(files)
  expect(workbench.history().undo).toMatchObject({ action: 'article.add', params: { count: 30 } })
  workbench.undo()
  expect(workbench.articles()).toEqual([])
  expect(workbench.history().undo).toBeUndefined()
  workbench.redo()
  expect(workbench.articles()).toHaveLength(30)
})

test('cancelling keeps what was written until then, as one step; others work meanwhile', async () => {
  const { project, folder } = begun()
  const job = '01990000-0000-7000-8000-00000000c001'
  const progress: number[] = []
  const workbench = createWorkbench({
    project,
    ...circumstances,
    emit: (event, data) => {
      if (event !== 'progress' || !('done' in data)) return
      progress.push(data.done)
    },
  })
  workbench.identify(anna)
  const paragraph = 'Представитель ведомства сообщил об этом журналистам. '
  const files = Array.from({ length: 1500 }, (_, i) => ({
    file: file(folder, `${i}.txt`, `${i} ${paragraph.repeat(60)}`),
  }))
  const adding = workbench.addArticles(files, job)
  while (workbench.articles().length === 0) await new Promise((resolve) => setImmediate(resolve))
  const [first] = workbench.articles()
  const tag = workbench.addAnnotation({ articleId: first?.id ?? '', type: 'actor', fragments: [{ start: 2, end: 15 }] })
  expect(workbench.history().undo).toMatchObject({ action: 'annotation.add' })
  workbench.cancel(job)
  const report = await adding
  const kept = workbench.articles().length
  expect(report).toMatchObject({ added: kept, stopped: true })
  expect(report.files).toHaveLength(kept)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(1500)
  expect(progress.length).toBeGreaterThan(0)
  expect(workbench.undo()).toMatchObject({ action: 'annotation.add', annotationIds: [tag.id] })
  expect(workbench.undo()).toMatchObject({ action: 'article.add', params: { count: kept } })
  expect(workbench.articles()).toEqual([])
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })
})

test('a wrong encoding is corrected from the bytes that were kept; what a person changed stays', async () => {
  const { workbench, folder } = begun()
  // «Кремль не торопится» in KOI8-R, which windows-1251 reads as nonsense of the same length.
  const bytes = Buffer.from('ebd2c5cdccd820cec520d4cfd2cfd0c9d4d3d1', 'hex')
  const path = file(folder, 'статья.txt', bytes)
  const { files } = await workbench.addArticles([{ file: path, encoding: 'windows-1251' }])
  const wrong = files[0]?.article ?? ''
  workbench.updateArticle(wrong, { author: 'И. Иванов' })
  const right = await workbench.reinterpretArticle(wrong, 'koi8-r')
  expect(right).toMatchObject({
    text: 'Кремль не торопится',
    author: 'И. Иванов',
    source: { encoding: 'koi8-r', fileName: 'статья.txt' },
  })
  expect(workbench.articles().map(({ id }) => id)).toEqual([right.id])
  workbench.undo()
  expect(workbench.articles().map(({ id }) => id)).toEqual([wrong])
  workbench.redo()
  workbench.addAnnotation({ articleId: right.id, type: 'actor', fragments: [{ start: 0, end: 6 }] })
  await expect(workbench.reinterpretArticle(right.id, 'windows-1251')).rejects.toThrow('annotated')
})

test('of a page its article counts, or all of it where that is asked for; reading it anew keeps to that', async () => {
  const { workbench, folder } = begun()
  const sentence = 'The talks on the waters of the Selma were broken off on Monday, an official said. '
  const page = `<title>Talks stall</title><nav><a href=/>Sports</a></nav><main><h1>Talks stall</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}</main>`
  const path = file(folder, 'page.html', page)
  const add = async (how = {}) => (await workbench.addArticles([{ file: path, ...how }])).files[0]
  const text = (id = '') => workbench.article(id).text
  const article = await add()
  expect(text(article?.article)).toMatch(/^Talks stall\n\nThe talks/)
  const whole = await add({ wholePage: true })
  expect([whole?.outcome, text(whole?.article).startsWith('Sports')]).toEqual(['added', true])
  expect((await add({ wholePage: true }))?.outcome).toBe('existing')
  const anew = await workbench.reinterpretArticle(whole?.article ?? '', 'windows-1252')
  expect(anew).toMatchObject({ id: whole?.article, source: { encoding: 'windows-1252', reader: 'html/1' } })
})

test('metadata is changed and taken away, and each change is a step', async () => {
  const { workbench } = begun()
  const { files } = await workbench.addArticles([{ paste: '# Заголовок\n\nТекст.', mediaType: 'text/markdown' }])
  const id = files[0]?.article ?? ''
  workbench.updateArticle(id, { title: 'Другой', outlet: { name: 'ТАСС' }, publishedAt: '2025-08-22' })
  expect(workbench.articles()).toMatchObject([{ title: 'Другой', outlet: 'ТАСС', publishedAt: '2025-08-22' }])
  workbench.updateArticle(id, { outlet: null })
  expect(workbench.articles()[0]).not.toHaveProperty('outlet')
  workbench.undo()
  expect(workbench.articles()[0]).toMatchObject({ outlet: 'ТАСС' })
  expect(() => workbench.updateArticle(idOf('нет такой'), { title: 'x' })).toThrow('not-found')
})

test('handles stand for paths, which the report does not give away', async () => {
  const { project, folder } = begun()
  const path = file(folder, 'статья.txt', 'текст')
  const workbench = createWorkbench({ project, ...circumstances, resolveFile: () => path })
  workbench.identify(anna)
  expect(await workbench.addArticles([{ file: 'handle:1' }])).toMatchObject({
    files: [{ file: 'статья.txt', outcome: 'added' }],
  })
})

test('the title of the project is a step as well', () => {
  const { workbench } = begun()
  workbench.renameProject('Переговоры')
  expect(workbench.project().title).toBe('Переговоры')
  expect(workbench.undo()).toMatchObject({ action: 'project.rename', params: { title: 'Переговоры' } })
  expect(workbench.project().title).toBe('проект')
})

test('a copy is whole, is another file, and the project goes on', async () => {
  const { workbench, folder, path } = begun()
  await workbench.addArticles([{ paste: 'текст', mediaType: 'text/plain' }])
  const copy = join(folder, 'копия.actant')
  await workbench.saveCopy(copy)
  expect(readFileSync(copy).subarray(18, 20)).toEqual(Buffer.from([1, 1]))
  expect(reopened(copy).workbench.articles()).toHaveLength(1)
  await expect(workbench.saveCopy(path)).rejects.toThrow('"is-project"')
  await expect(workbench.saveCopy(copy)).rejects.toThrow('held')
  await expect(workbench.saveCopy(join(folder, 'no', 'where.actant'))).rejects.toThrow(Failure)
  workbench.renameProject('дальше')
})
