import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { ImportRequest } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { writeDna } from './dna-file.ts'
import { anna, newProject, temporaryFolder } from './project.ts'

type Made = Parameters<typeof writeDna>[1]

// The emoji is two UTF-16 code units and one code point.
const text = '🙂 Мы за налог на выбросы. Мы против!'
const [forIt, against] = [text.indexOf('Мы за'), text.indexOf('Мы против')]
const statements: Made['statements'] = [
  {
    span: [forIt, forIt + 22],
    values: { 1: 'Анна Смирнова', 2: 'Sierra Club', 3: 'Tax', 4: true },
  },
  { span: [against, against + 9], values: { 1: 'Пётр Иванов', 3: 'Trade', 4: false } },
  { type: 2, span: [forIt, forIt + 5], coder: 1, values: { 5: 'Проверить!' } },
]

const ready = (made: Partial<Made> = {}) => {
  const folder = temporaryFolder()
  const file = join(folder, 'talks.dna')
  writeDna(file, { texts: [text], statements, ...made })
  const project = newProject(join(folder, 'p.actant'))
  project.workbench.identify(anna)
  const take = (more: Partial<ImportRequest> = {}) =>
    project.workbench.importAnnotated({ files: [file], format: 'dna', ...more })
  return { ...project, folder, file, take }
}

const positionsIn = ({ workbench }: Pick<ReturnType<typeof ready>, 'workbench'>) => {
  const { actors, issues, annotators } = workbench.registries()
  const nameOf = (list: { id: string; name: string }[], id: string | undefined) =>
    list.find((one) => one.id === id)?.name
  return workbench
    .articles()
    .flatMap(({ id }) => workbench.annotations(id))
    .map(({ type, body, target, note, annotatorId, anchor }) => {
      const named = (sources: object[]) =>
        sources.map((source) => nameOf(actors, 'actor' in source ? String(source.actor) : undefined))
      return {
        type,
        anchor,
        quote: target.fragments[0]?.quote,
        by: nameOf(annotators, annotatorId),
        ...(note && { note }),
        ...('holders' in body && {
          holder: named(body.holders)[0],
          issue: nameOf(issues, body.issueId),
          stance: body.stance,
          speaker: named(body.attribution.flatMap(({ sources }) => sources))[0],
        }),
      }
    })
}

describe.each([3, 2] as const)('a project of Discourse Network Analyzer %i', (version) => {
  it('becomes positions: who holds them, who voices them, on which issue, with which stance', async () => {
    const project = ready({ version })
    const { files, added } = await project.take()
    expect(files).toMatchObject([
      {
        outcome: 'imported',
        offsets: { reading: { unit: 'utf16', cr: false }, proof: 'declared', spans: 3, words: 3 },
        leftOut: [],
        problems: [],
      },
    ])
    expect(added).toEqual({ annotator: 2, code: 2, actor: 3, issue: 2, article: 1, annotation: 3 })
    const [, first, second] = positionsIn(project).sort((a, b) => (a.type < b.type ? -1 : 1))
    expect(first).toEqual({
      ...{ type: 'position', anchor: 'exact', by: 'Кодировщик', quote: 'Мы за налог на выбросы' },
      ...{ holder: 'Sierra Club', speaker: 'Анна Смирнова', issue: 'Tax', stance: 'support' },
    })
    // Nobody is spoken for.
    expect(second).toMatchObject({ holder: 'Пётр Иванов', speaker: 'Пётр Иванов', issue: 'Trade', stance: 'oppose' })
    expect(positionsIn(project)).toContainEqual({
      ...{ type: 'claim', anchor: 'exact', by: 'Admin', quote: 'Мы за', note: 'Проверить!' },
    })
    const [listed] = project.workbench.articles()
    expect(project.workbench.article(listed?.id ?? '')).toMatchObject({
      ...{ title: 'Hearing 1', author: 'A. Uthor', outlet: { name: 'Gazette' }, publishedAt: '2005-01-26' },
      ext: { dna: { Section: 'Politics' } },
    })
    expect((await project.workbench.check()).findings).toEqual([])
  })

  it('brings what it says of persons, organizations and concepts, also of what stands above them', async () => {
    const { workbench, take } = ready({
      version,
      entities: {
        'Sierra Club': { color: [0, 204, 0], said: { Type: 'NGO', Alias: 'SC', Notes: 'since 1892' } },
        Tax: { under: 'Money', said: { Notes: 'on CO2' } },
        Trade: { under: 'Trade' },
      },
    })
    await take()
    const { actors, issues } = workbench.registries()
    expect(actors.find(({ name }) => name === 'Sierra Club')).toMatchObject({
      ...{ actorType: 'organization', aliases: [{ text: 'SC', kind: 'name' }], note: 'since 1892' },
      ext: { dna: { Type: 'NGO', color: '#00cc00' } },
    })
    expect(actors.find(({ name }) => name === 'Анна Смирнова')?.actorType).toBe('person')
    const parents = issues.map(({ name, parent }) => [name, issues.find(({ id }) => id === parent)?.name]).sort()
    expect(parents).toEqual([
      ['Money', undefined],
      ['Tax', 'Money'],
      ['Trade', undefined],
    ])
    expect(issues.find(({ name }) => name === 'Tax')?.description).toBe('on CO2')
  })
})

it('twice is once, and what is in the registries already is used', async () => {
  const { workbench, take } = ready()
  const known = workbench.addActor({ name: 'Sierra Club', actorType: 'group' })
  const tax = workbench.addIssue({ name: 'Tax' })
  expect((await take()).added).toMatchObject({ actor: 2, issue: 1 })
  const { actors, issues } = workbench.registries()
  expect((await take()).added).toEqual({})
  expect(workbench.registries()).toMatchObject({ actors, issues })
  const bodies = workbench.articles().flatMap(({ id }) => workbench.annotations(id).map(({ body }) => body))
  expect(bodies).toContainEqual(expect.objectContaining({ holders: [{ actor: known.id }], issueId: tax.id }))
  workbench.undo()
  expect(workbench.registries().actors.map(({ name }) => name)).toEqual(['Sierra Club'])
})

it('takes further variables as attributes, numbers as stances by their sign, and by a mapping as one likes', async () => {
  const scale = [-2, 0, 1]
  const variables: Made['variables'] = [
    ['actor', 'short text'],
    ['concept', 'short text'],
    ['agreement', 'integer'],
    ['certain', 'boolean'],
    ['reason', 'long text'],
  ]
  const project = ready({
    variables,
    statements: scale.map((value, index) => ({
      span: [forIt, forIt + 2 + index] as [number, number],
      values: { 1: 'ООО «Дым»', 2: 'Tax', 3: value, 4: true, 5: 'потому что' },
    })),
  })
  const { mapping } = await project.take({ dryRun: true })
  expect(mapping.spans).toMatchObject([
    {
      as: 'position',
      holder: [{ feature: 'actor', actorType: 'other' }],
      stance: { feature: 'agreement', values: { '-2': 'oppose', '0': 'neutral', '1': 'support' } },
      attributes: { certain: 'certain', reason: 'reason' },
    },
  ])
  const [rule] = mapping.spans
  if (rule?.as !== 'position') throw new Error('a position is proposed')
  const stance = { feature: 'agreement', values: { '-2': 'ambiguous' as const } }
  const { files } = await project.take({ mapping: { ...mapping, spans: [{ ...rule, stance, attributes: {} }] } })
  expect(files[0]?.leftOut).toEqual(
    expect.arrayContaining([
      { reason: 'value', what: 'DNA Statement: agreement = 0', count: 1 },
      { reason: 'feature', what: 'DNA Statement: reason', count: 3 },
    ]),
  )
  // The longer one of those that begin together comes first.
  expect(positionsIn(project).map(({ stance }) => stance)).toEqual([undefined, undefined, 'ambiguous'])
})

it('is recognised, and shown with its features before anything is taken', async () => {
  const { workbench, file } = ready()
  const { formats } = await workbench.recogniseImport([file])
  expect(formats).toEqual([{ format: 'dna', files: [file], count: 1 }])
  const preview = await workbench.previewImport({ files: [file], format: 'dna' })
  expect(preview).toMatchObject({ readable: 1, documents: 1, refused: [] })
  const place = preview.mapping.spans.findIndex(({ as }) => as === 'position')
  expect(preview.spans[place]?.features.map(({ name }) => name)).toEqual([
    'person',
    'organization',
    'concept',
    'agreement',
  ])
})

it('lists statements that lead nowhere, and takes the others', async () => {
  const { take } = ready({
    statements: [
      ...statements,
      { span: [0, 1] },
      { span: [3, 999] },
      { document: 7, span: [0, 2] },
      { type: 9, span: [0, 2] },
      { span: [5, 5] },
    ],
  })
  const { files } = await take()
  expect(files[0]?.added.annotation).toBe(3)
  expect(files[0]?.problems.map((problem) => ['entry' in problem && problem.entry, problem.reason])).toEqual([
    [4, 'offsets'],
    [5, 'offsets'],
    [6, 'reference'],
    [7, 'reference'],
  ])
  expect(files[0]?.leftOut).toContainEqual({ reason: 'no-words', what: 'DNA Statement', count: 1 })
})

it('line ends of two characters were one when they were shown: taken where only that keeps words whole, else refused', async () => {
  const windows = 'Первая.\r\nВторая строка. Третья'
  const shown = windows.replace('\r\n', '\n').indexOf('строка')
  const sound = ready({ texts: [windows], statements: [{ span: [shown, shown + 6] }] })
  expect((await sound.take()).files[0]?.offsets).toMatchObject({ proof: 'words', reading: { cr: false } })
  expect(positionsIn(sound)).toMatchObject([{ quote: 'строка' }])
  const open = ready({ texts: [windows], statements: [{ span: [shown + 1, shown + 3] }] })
  expect((await open.take()).files[0]).toMatchObject({ outcome: 'refused', articles: [] })
})

describe('a file that is no sound database is refused, and stays as it is', () => {
  const refusal = async ({ take, file, folder }: ReturnType<typeof ready>) => {
    const before = [readFileSync(file), readdirSync(folder).sort()]
    const { files } = await take()
    expect([readFileSync(file), readdirSync(folder).sort()]).toEqual(before)
    expect(files[0]?.outcome).toBe('refused')
    return files[0]?.failure?.params['reason'] ?? files[0]?.problems[0]?.reason
  }

  it('text, nothing, something cut off or scrambled', async () => {
    const project = ready()
    const whole = readFileSync(project.file)
    const garbage = Buffer.from(whole)
    garbage.fill(0x55, 4096)
    const cases: [Buffer, string][] = [
      [Buffer.from('no database'), 'not-sqlite'],
      [Buffer.alloc(0), 'not-sqlite'],
      [whole.subarray(0, 90), 'damaged-database'],
      [whole.subarray(0, whole.length - 5000), 'damaged-database'],
      [garbage, 'damaged-database'],
    ]
    for (const [bytes, reason] of cases) {
      writeFileSync(project.file, bytes)
      expect([bytes.length, await refusal(project)]).toEqual([bytes.length, reason])
    }
  })

  it('a database of something else, one of views, one with a journal beside it', async () => {
    const project = ready()
    const db = new Database(project.file)
    db.exec('ALTER TABLE DOCUMENTS RENAME TO KEPT')
    db.exec(
      "CREATE VIEW DOCUMENTS(ID, Text) AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n, 'x' FROM r",
    )
    db.close()
    expect(await refusal(project)).toBe('format')
    writeFileSync(`${project.file}-wal`, 'x')
    expect(await refusal(project)).toBe('journal')
  })

  it('what a file computes is taken for not being there', async () => {
    const project = ready()
    const db = new Database(project.file)
    db.exec('DROP TABLE DOCUMENTS; CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Text TEXT AS (hex(zeroblob(9))))')
    db.exec('INSERT INTO DOCUMENTS(ID) VALUES (1)')
    db.close()
    expect(await refusal(project)).toBe('value')
  })

  it('in journal mode WAL, but at rest, it is read', async () => {
    const project = ready()
    const db = new Database(project.file)
    db.pragma('journal_mode = wal')
    db.close()
    const names = readdirSync(project.folder).sort()
    expect((await project.take()).files[0]).toMatchObject({ outcome: 'imported', added: { annotation: 3 } })
    expect(readdirSync(project.folder).sort()).toEqual(names)
  })
})

it('patterns of words to be marked are counted', async () => {
  const { file, take } = ready()
  const db = new Database(file)
  db.exec("CREATE TABLE REGEXES(Label TEXT, Red INTEGER); INSERT INTO REGEXES VALUES ('климат', 0), ('CO[2₂]', 1)")
  db.close()
  expect((await take()).files[0]?.leftOut).toEqual([{ reason: 'unread', what: 'REGEXES', count: 2 }])
})

it.skipIf(!shared.there)(`its own sample: 41 statements, each between whole words ${shared.note}`, async () => {
  const { workbench, folder, take } = ready()
  const file = join(folder, 'sample.dna')
  copyFileSync(shared.path('corpora/dna/sample-dna3.dna'), file)
  const { files, added } = await take({ files: [file] })
  expect(files[0]).toMatchObject({
    leftOut: [{ reason: 'unread', what: 'REGEXES', count: 6 }],
    problems: [],
    offsets: { spans: 41, words: 41 },
  })
  expect(added).toMatchObject({ article: 7, annotation: 41, actor: 14, issue: 6 })
  expect((await take({ files: [file] })).added).toEqual({})
  expect((await workbench.check()).findings).toEqual([])
})
