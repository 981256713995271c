import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anna, newProject, reopened, temporaryFolder } from './project.ts'

const sentence = (n: number) => `Статья ${n}: министр отрицал, что переговоры о воде прерваны.`

const ready = () => {
  const made = newProject()
  made.workbench.identify(anna)
  return made
}

const tableOf = (name: string, content: string): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

const csv = (rows: number) =>
  [
    '№;Заголовок;Текст;Дата',
    ...Array.from({ length: rows }, (_, n) => `${n};"О воде ${n}";"${sentence(n)}";2024-03-12`),
  ].join('\n')

describe('a table with one article a row', () => {
  it('is shown with a proposal, added as one step, and each article says which row it is', async () => {
    const { workbench } = ready()
    const file = tableOf('corpus.csv', csv(5))
    const preview = await workbench.previewTable(file)
    expect(preview).toMatchObject({
      file: 'corpus.csv',
      encoding: 'utf-8',
      columns: ['№', 'Заголовок', 'Текст', 'Дата'],
      damaged: 0,
      looked: 5,
      proposal: { text: 'Текст', title: 'Заголовок', date: 'Дата' },
      remembered: false,
    })
    expect(preview.rows[0]).toEqual({ row: 2, cells: ['0', 'О воде 0', sentence(0), '2024-03-12'] })
    const columns = { text: 'Текст', title: 'Заголовок', date: 'Дата', id: '№' }
    const report = await workbench.addArticles([{ file, columns }])
    expect(report).toMatchObject({ added: 5, existing: 0, refused: 0 })
    expect(report.files).toMatchObject([{ outcome: 'added', rows: { added: 5, existing: 0, refused: 0 } }])
    const [first, second] = workbench.articles()
    expect(second).toMatchObject({
      title: 'О воде 1',
      publishedAt: '2024-03-12',
      fileName: 'corpus.csv#3 (1)',
      language: 'ru',
    })
    expect(workbench.article(first?.id ?? '')).toMatchObject({
      text: sentence(0),
      source: { fileName: 'corpus.csv#2 (0)', mediaType: 'text/csv', reader: 'table/1 text/1' },
    })
    expect(await workbench.check()).toEqual({ ok: true, findings: [] })
    workbench.undo()
    expect(workbench.articles()).toEqual([])
  })

  it('added twice is added once, also with other columns, in another order, or as files', async () => {
    const { workbench } = ready()
    const file = tableOf('corpus.csv', csv(3))
    await workbench.addArticles([{ file, columns: { text: 'Текст', title: 'Заголовок' } }])
    const again = await workbench.addArticles([{ file, columns: { text: 'Текст', title: 'Заголовок' } }])
    expect(again).toMatchObject({ added: 0, existing: 3, refused: 0 })
    expect(await workbench.addArticles([{ file, columns: { text: 'Текст' } }])).toMatchObject({ added: 0, existing: 3 })
    const lines = tableOf('corpus.jsonl', [2, 1, 0].map((n) => JSON.stringify({ body: sentence(n) })).join('\n'))
    expect(await workbench.addArticles([{ file: lines, columns: { text: 'body' } }])).toMatchObject({ existing: 3 })
    expect(await workbench.addArticles([{ file: tableOf('a.txt', sentence(1)) }])).toMatchObject({ existing: 1 })
    expect(workbench.articles()).toHaveLength(3)
  })

  it('remembers what was chosen for such columns, over a restart, in whichever order they stand', async () => {
    const { workbench, path, close } = ready()
    const file = tableOf('a.jsonl', JSON.stringify({ lead: sentence(1), body: `${sentence(2)} ${sentence(3)}` }))
    expect((await workbench.previewTable(file)).proposal).toEqual({ text: 'body' })
    await workbench.addArticles([{ file, columns: { text: 'lead' } }])
    close()
    const { workbench: later } = reopened(path)
    const other = tableOf('b.jsonl', JSON.stringify({ body: 'other', lead: 'words' }))
    expect(await later.previewTable(other)).toMatchObject({ proposal: { text: 'lead' }, remembered: true })
    const more = tableOf('c.jsonl', JSON.stringify({ body: sentence(4), lead: sentence(5), more: '' }))
    expect(await later.previewTable(more)).toMatchObject({ remembered: false })
  })

  it('lists rows that are damaged or without text, and takes the rest', async () => {
    const { workbench } = ready()
    const file = tableOf(
      'corpus.jsonl',
      [
        '{"text":"Good words."}',
        '{"text":',
        '{"text":"  "}',
        '{"title":"x"}',
        '{"text":"Half \\ud83d."}',
        '{"text":"<p> </p>"}',
        '{"text":"Last words."}',
      ].join('\n'),
    )
    const { files, ...counts } = await workbench.addArticles([{ file, columns: { text: 'text' } }])
    expect(counts).toEqual({ added: 2, existing: 0, refused: 5 })
    expect(files.map(({ row, outcome, failure }) => [row, outcome, failure?.params['reason']])).toEqual([
      [undefined, 'added', undefined],
      [2, 'refused', 'row-json'],
      [3, 'refused', 'row-text'],
      [4, 'refused', 'row-text'],
      [5, 'refused', 'lone-surrogate'],
      [6, 'refused', 'empty'],
    ])
    expect(files[5]?.failure?.params['file']).toBe('corpus.jsonl#6')
  })

  it('in a folder is refused with what to do; a file that is no table too', async () => {
    const { workbench } = ready()
    const folder = join(temporaryFolder(), 'corpus')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), sentence(1))
    writeFileSync(join(folder, 'b.csv'), csv(2))
    const { files } = await workbench.addArticles([{ file: folder }])
    expect(files.map(({ outcome, failure }) => failure?.params['reason'] ?? outcome)).toEqual(['added', 'table'])
    for (const [name, content] of [
      ['empty.csv', ''],
      ['one.json', '{"a":1}'],
    ] as const) {
      const file = tableOf(name, content)
      await expect(workbench.previewTable(file)).rejects.toMatchObject({ params: { file: name, reason: 'no-table' } })
      const report = await workbench.addArticles([{ file, columns: { text: 'a' } }])
      expect(report.files[0]?.failure?.params['reason']).toBe('no-table')
    }
  })

  it('of many rows is read in pieces, cancelled between them, and others work meanwhile', {
    timeout: 60_000,
  }, async () => {
    const { workbench } = ready()
    const file = tableOf('many.csv', csv(20_000))
    const { files } = await workbench.addArticles([{ paste: sentence(0).repeat(10), mediaType: 'text/plain' }])
    const articleId = files[0]?.article ?? ''
    const job = '01990000-0000-7000-8000-00000000000a'
    const adding = workbench.addArticles([{ file, columns: { text: 'Текст' } }], job)
    await expect.poll(() => workbench.articles().length, { timeout: 20_000 }).toBeGreaterThan(200)
    workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: 10, end: 17 }] })
    workbench.cancel(job)
    const report = await adding
    expect(report.stopped).toBe(true)
    expect(report.added).toBe(workbench.articles().length - 1)
    expect(report.added).toBeLessThan(20_000)
  })
})
