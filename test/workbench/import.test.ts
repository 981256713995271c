import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import type { ImportRequest } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, boris, newProject, reopened, temporaryFolder } from './project.ts'

const text = '\uFEFF🙂 Анна Петрова встретила Бориса.\r\nОна ушла.'
const lf = text.slice(1).replace('\r\n', '\n')
const ann = (shift = 0) =>
  [
    `T1\tPerson ${2 + shift} ${14 + shift}\tАнна Петрова`,
    `T2\tPerson ${25 + shift} ${31 + shift}\tБориса`,
    `T3\tStatement ${34 + shift} ${42 + shift}\tОна ушла`,
    'A1\tMention T1 Name',
    '#1\tAnnotatorNotes T1\tкто это?',
    'R1\tKnows Arg1:T1 Arg2:T2',
    'T9\tPerson 0 99\tникто',
  ].join('\n')

const ready = (files: Record<string, string> = { 'a.txt': text, 'a.ann': ann() }) => {
  const folder = temporaryFolder()
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, 'corpus', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  })
  const project = newProject(join(folder, 'p.actant'))
  project.workbench.identify(anna)
  const take = (more: Partial<ImportRequest> = {}) =>
    project.workbench.importAnnotated({ files: [join(folder, 'corpus')], format: 'brat', ...more })
  return { ...project, folder, paths, take }
}

describe('importing annotations', () => {
  it('takes a folder that was exported without the account beside its files', async () => {
    const { take, folder } = ready({ 'a.json': '{"text":"Анна","label":[[0,4,"Person"]]}', 'loss.json': '{"loss":{}}' })
    const { files } = await take({ format: 'doccano' })
    expect(files).toMatchObject([
      { file: join(folder, 'corpus', 'a.json'), outcome: 'imported', added: { annotation: 1 } },
    ])
  })

  it('makes articles, annotations, codes, attributes and links of them, every quote in its place', async () => {
    const { workbench, take } = ready()
    const { added, files } = await take()
    expect(added).toEqual({ annotator: 1, code: 2, attribute: 1, linkType: 1, article: 1, annotation: 3, link: 1 })
    expect(files).toMatchObject([
      {
        outcome: 'imported',
        added: { article: 1, annotation: 3, link: 1 },
        offsets: { reading: { unit: 'codePoint', cr: true, bom: false }, proof: 'quotes' },
        problems: [{ line: 7, reason: 'quote' }],
      },
    ])
    const [article] = workbench.articles()
    expect(workbench.article(article?.id ?? '').text).toBe(lf)
    const { codes, annotators } = workbench.registries()
    const annotations = workbench.annotations(article?.id ?? '')
    expect(
      annotations.map(({ type, target, origin, anchor, codes: [code] }) => [
        type,
        target.fragments[0]?.quote,
        codes.find(({ id }) => id === code)?.label.en,
        origin,
        anchor,
      ]),
    ).toEqual([
      ['actor', 'Анна Петрова', 'Person', 'import', 'exact'],
      ['actor', 'Бориса', 'Person', 'import', 'exact'],
      ['claim', 'Она ушла', 'Statement', 'import', 'exact'],
    ])
    expect(annotations[0]).toMatchObject({ attributes: { Mention: 'Name' }, note: 'кто это?' })
    expect(annotators.find(({ id }) => id === annotations[0]?.annotatorId)).toMatchObject({
      name: 'brat',
      kind: 'importer',
    })
    expect(workbench.links(article?.id ?? '')).toMatchObject([
      { type: 'Knows', from: annotations[0]?.id, to: { annotation: annotations[1]?.id } },
    ])
    expect((await workbench.check()).findings).toEqual([])
  })

  it('twice changes nothing; it is one step, undone and redone whole', async () => {
    const { workbench, take } = ready()
    await take()
    const [article] = workbench.articles()
    const annotations = workbench.annotations(article?.id ?? '')
    const again = await take()
    expect(again.added).toEqual({})
    expect(again.files[0]?.existing).toEqual({ article: 1, annotation: 3, link: 1 })
    expect(workbench.annotations(article?.id ?? '')).toEqual(annotations)
    expect(workbench.undo()).toMatchObject({ action: 'import.add', params: { count: 1, file: 'a.ann' } })
    expect([workbench.articles(), workbench.codebook().codes, workbench.history().undo]).toEqual([[], [], undefined])
    workbench.redo()
    expect(workbench.annotations(article?.id ?? '').map(({ id }) => id)).toEqual(annotations.map(({ id }) => id))
    workbench.undo()
    expect((await take()).added).toMatchObject({ article: 1, annotation: 3, link: 1 })
  })

  it('a rehearsal says the same and writes nothing', async () => {
    const { workbench, take } = ready()
    const would = await take({ dryRun: true })
    expect([workbench.articles(), workbench.annotators(), workbench.history().undo]).toEqual([[], [], undefined])
    expect(await take()).toEqual(would)
  })

  it('knows articles and codes that are here, and finds annotations again where a text was corrected', async () => {
    const { workbench, take } = ready()
    const { files } = await workbench.addArticles([{ paste: lf, mediaType: 'text/plain' }])
    const articleId = files[0]?.article ?? ''
    const code = workbench.addCode({ type: 'actor', label: { ru: 'Человек', en: 'Person' } })
    workbench.correctText(articleId, lf.replace('🙂 ', ''))
    const report = await take()
    expect(report.files[0]).toMatchObject({ existing: { article: 1 }, reanchored: 3, orphans: 0 })
    expect(report.added).toMatchObject({ code: 1, annotation: 3 })
    const [first] = workbench.annotations(articleId)
    expect(first).toMatchObject({
      anchor: 'reanchored',
      codes: [code.id],
      target: { fragments: [{ start: 0, quote: 'Анна Петрова' }] },
    })
  })

  it('keeps two annotators apart whose files are the same', async () => {
    const { workbench, take } = ready()
    await take({ annotator: 'Борис' })
    await take({ annotator: 'Вера' })
    await take({ annotator: 'Вера' })
    const [article] = workbench.articles()
    const annotations = workbench.annotations(article?.id ?? '')
    expect(annotations).toHaveLength(6)
    const people = workbench.annotators().filter(({ id }) => annotations.some(({ annotatorId }) => annotatorId === id))
    expect(people.map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ['Борис', 'person'],
      ['Вера', 'person'],
    ])
  })

  it('in the name of who imports, it is that person’s, who had written nothing yet', async () => {
    const { workbench, take } = ready()
    workbench.identify(boris)
    const { files } = await workbench.addArticles([{ paste: lf, mediaType: 'text/plain' }])
    workbench.identify(anna)
    await take({ annotator: anna.name })
    const annotations = workbench.annotations(files[0]?.article ?? '')
    expect([...new Set(annotations.map(({ annotatorId }) => annotatorId))]).toEqual([anna.id])
    expect(workbench.annotators().filter(({ name }) => name === anna.name)).toHaveLength(1)
  })

  it('refuses files whose offsets nothing proves, or that cannot be read, and takes the others', async () => {
    const { take } = ready({
      'a.txt': text,
      'a.ann': ann(),
      'b.txt': text,
      'b.ann': ann(3),
      'c.ann': 'T1\tPerson 0 4\tAnna',
      'notes.md': '# no annotations',
    })
    const { files } = await take()
    expect(files.map(({ outcome, added, problems }) => [outcome, added.annotation, problems[0]?.reason])).toEqual([
      ['imported', 3, 'quote'],
      ['refused', 0, undefined],
      ['refused', 0, 'no-text'],
    ])
    expect(files[1]?.offsets?.reading).toBeUndefined()
    expect(files[1]?.offsets?.tried.length).toBeGreaterThan(3)
  })

  it('by a mapping of one’s own: other types, links, attributes; what does not fit is counted', async () => {
    const { workbench, take } = ready()
    workbench.addAttribute({ type: 'position', key: 'kind', label: { en: 'Kind' }, valueType: 'number' })
    const { files } = await take({
      mapping: {
        format: 'actant-import-mapping',
        formatVersion: '1.0',
        spans: [{ layer: 'Person', as: 'position', attributes: { Mention: 'kind' } }],
        relations: [{ layer: 'Knows', as: 'link', type: 'contradicts' }],
      },
    })
    expect(files[0]?.leftOut).toEqual([
      { reason: 'unmapped', what: 'Statement', count: 1 },
      { reason: 'attribute', what: 'kind: Name', count: 1 },
    ])
    const [article] = workbench.articles()
    const [link] = workbench.links(article?.id ?? '')
    expect(link?.type).toBe('contradicts')
    // Symmetric: from the smaller id.
    expect(link && 'annotation' in link.to && link.from < link.to.annotation).toBe(true)
  })

  it('is looked into first: of which format, what is there, what could not be read; nothing is written', async () => {
    const { workbench, folder, paths } = ready({
      'a.txt': text,
      'a.ann': ann(),
      'b.ann': ann(),
      'b.json': '{"format":"actant-bundle"}',
      'list.jsonl': '{"text":"Анна","label":[[0,4,"PER"]]}',
      'notes.md': '# none',
    })
    const path = (name: string) => join(folder, 'corpus', name)
    expect(await workbench.recogniseImport(paths)).toEqual({
      formats: [
        { format: 'brat', files: [path('a.ann'), path('b.ann')], count: 2 },
        { format: 'doccano', files: [path('list.jsonl')], count: 1 },
      ],
      rest: [path('b.json'), path('notes.md')],
    })
    const whole = await workbench.recogniseImport([join(folder, 'corpus')])
    expect(whole.formats.map(({ format, files, count }) => [format, files, count])).toEqual([
      ['brat', [join(folder, 'corpus')], 2],
      ['doccano', [join(folder, 'corpus')], 1],
    ])
    const found = await workbench.previewImport({ files: [join(folder, 'corpus')], format: 'brat' })
    expect(found).toMatchObject({ readable: 1, documents: 1, refused: [{ problems: [{ reason: 'no-text' }] }] })
    expect(found.mapping.spans.map(({ layer }, index) => [layer, found.spans[index]?.count])).toEqual([
      ['Person', 2],
      ['Statement', 1],
    ])
    expect(workbench.articles()).toEqual([])
  })

  it('mappings are kept by name in the project file, and each name stands for one', async () => {
    const { workbench, take, close, path } = ready()
    const { mapping } = await take({ dryRun: true })
    workbench.saveImportMapping({ name: 'Лица', format: 'brat', mapping })
    workbench.saveImportMapping({ name: 'ignored', format: 'brat', mapping: { ...mapping, spans: [] } })
    workbench.saveImportMapping({ name: 'Лица', format: 'doccano', mapping })
    close()
    const again = reopened(path).workbench
    expect(again.importMappings().map(({ name, format }) => [name, format])).toEqual([
      ['ignored', 'brat'],
      ['Лица', 'doccano'],
    ])
    again.removeImportMapping('Лица')
    expect(again.importMappings().map(({ name }) => name)).toEqual(['ignored'])
    expect(again.history().undo).toBeUndefined()
    expect(() => again.removeImportMapping('Лица')).toThrow(new Failure('not-found', { kind: 'mapping', id: 'Лица' }))
  })

  it('cancelled, nothing of it is there', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        [`${n}.txt`, `${n} ${text.slice(1)}`],
        [`${n}.ann`, `T1\tNumber 0 ${String(n).length}\t${n}`],
      ]).flat(),
    )
    const { workbench, take, folder } = ready(many)
    const job = '01990000-0000-7000-8000-0000000000aa'
    const importing = workbench.importAnnotated({ files: [join(folder, 'corpus')], format: 'brat' }, job)
    workbench.cancel(job)
    await expect(importing).rejects.toEqual(new Failure('cancelled'))
    expect(workbench.articles()).toEqual([])
    expect((await take()).added.article).toBe(40)
  })
})

it.skipIf(!shared.there)(`a whole corpus keeps every quote, and the project stays sound ${shared.note}`, async () => {
  const { workbench, take } = ready()
  const files = [shared.path('corpora/rusentrel')]
  const report = await take({ files })
  const names = readdirSync(files[0] ?? '').filter((name) => name.endsWith('.ann'))
  expect(report.added).toMatchObject({ article: names.length, annotation: 2134 })
  expect(report.files.flatMap(({ problems }) => problems)).toEqual([])
  expect((await take({ files })).added).toEqual({})
  expect((await workbench.check()).findings).toEqual([])
})
