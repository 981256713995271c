/** The project in the formats of other tools: places hold by their quotes, and every record is accounted for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatIds } from '../../src/core/formats/out/format.ts'
import type { BodyDraft, FormatReport, FormatRequest, Workbench } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, boris, newProject, type Opened } from './project.ts'

const text =
  '🕊️ Мария́ Иванова заявила: «Переговоры 👩‍👩‍👧 начались, и мы за».\n=Киев (г. Киев) возразил, передаёт 😀ТАСС.\nВторая строка.'
const other = 'Никто ничего не сказал 🤐.'
const bare = 'Эту статью никто не открывал.'

/** One article with nested, crossing, discontinuous and multi-line spans, a chain and links; one that is done and empty; one untouched. */
const worked = async (): Promise<Opened & { path: string; first: string }> => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles(
    [text, other, bare].map((paste) => ({ paste, mediaType: 'text/plain' })),
  )
  const [first = '', second = ''] = files.map(({ article }) => article ?? '')
  workbench.updateArticle(first, { title: '=2+3', outlet: { name: 'Газета, «Слово»' }, licence: 'CC-BY-4.0' })
  workbench.setProgress(second, 'done')
  const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
  const tag = (type: 'actor' | 'position' | 'claim', quotes: string[], body?: BodyDraft) =>
    workbench.addAnnotation({ articleId: first, type, fragments: quotes.map(span), ...(body && { body }) })
  const maria = workbench.addActor({ name: 'Мария Иванова', actorType: 'person' })
  const tass = workbench.addActor({ name: 'ТАСС', actorType: 'outlet' })
  workbench.addActor({ name: 'Никем не названный', actorType: 'person' })
  const issue = workbench.addIssue({ name: 'Переговоры' })
  const speaker = tag('actor', ['Мария́ Иванова'], { actorId: maria.id, mention: 'name' })
  const kyiv = tag('actor', ['Киев'])
  const position = tag('position', ['мы за'], {
    holders: [{ annotation: speaker.id }],
    issueId: issue.id,
    stance: 'support',
    attribution: [],
  })
  const claim = tag('claim', ['Переговоры 👩‍👩‍👧 начались, и мы за'], {
    paraphrase: '-Переговоры начались',
    modality: 'asserted',
    issueIds: [issue.id],
    evidenceFor: [position.id],
    attribution: [
      { sources: [{ annotation: speaker.id }], cue: [span('заявила')], basis: 'cue' },
      { sources: [{ actor: tass.id }], cue: [], basis: 'publisher' },
    ],
  })
  tag('claim', ['возразил', '😀ТАСС.\nВторая'])
  tag('actor', ['АСС'])
  workbench.addLink({ from: position.id, to: { annotation: claim.id }, type: 'supports' })
  workbench.addLink({ from: claim.id, to: { annotation: position.id }, type: 'questions' })
  workbench.removeAnnotations([tag('actor', ['строка']).id])
  workbench.updateAnnotation(kyiv.id, { note: 'одна\nи другая' })
  return { ...opened, first }
}

const target = (path: string, name: string) => join(dirname(path), name)

/** All files of an export by name; of a file, its content alone. */
const written = (place: string): Record<string, string> => {
  if (!existsSync(place)) return {}
  const names = readdirSync(place, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(place.length + 1),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  )
}

const rowsIn = (content: string | undefined) =>
  (content ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const points = (whole: string, start: number, end: number) => [...whole].slice(start, end).join('')

const decided: Partial<FormatRequest> = { nesting: 'outermost' }

const bundleOf = async ({ workbench }: { workbench: Workbench }, path: string) => {
  await workbench.exportBundle(target(path, 'whole.json'))
  return JSON.parse(readFileSync(target(path, 'whole.json'), 'utf8'))
}

/** The counts of a bundle's lists, which the account has to start from. */
const listsOf = (bundle: Awaited<ReturnType<typeof bundleOf>>) => ({
  annotator: bundle.annotators.length,
  code: bundle.codebook.codes.length,
  attribute: bundle.codebook.attributes.length,
  linkType: bundle.codebook.linkTypes.length,
  actor: bundle.actors.length,
  issue: bundle.issues.length,
  link: bundle.links.length,
  adjudication: bundle.adjudications.length,
  progress: bundle.progress.length,
  article: bundle.articles.length,
  annotation: bundle.annotations.length,
  tombstone: bundle.tombstones.length,
  conflict: bundle.conflicts.length,
})

const sum = (counts: object) => Object.values(counts).reduce((all: number, one: number) => all + one, 0)

const expectWhole = (loss: FormatReport['loss'], lists: ReturnType<typeof listsOf>) => {
  expect(Object.fromEntries(Object.entries(loss).map(([kind, { all }]) => [kind, all]))).toEqual(lists)
  for (const { all, carried, lost } of Object.values(loss)) expect(carried + sum(lost)).toBe(all)
}

describe.each(formatIds)('%s', (format) => {
  test('accounts for every record of the bundle, and names its state', async () => {
    const { workbench, path } = await worked()
    const preview = await workbench.previewFormat({ format, ...decided })
    expect(existsSync(target(path, 'out'))).toBe(false)
    const report = await workbench.exportFormat(target(path, 'out'), { format, ...decided })
    expect(preview).toEqual(report)
    const bundle = await bundleOf({ workbench }, path)
    expectWhole(report.loss, listsOf(bundle))
    expect(report.state).toBe(bundle.digest)
    expect(report.annotations).toBeGreaterThan(0)
    expect(report.loss.article.lost).toMatchObject({ 'not-annotated': expect.any(Number) })
  })

  test('the same state gives the same bytes', async () => {
    const { workbench, path } = await worked()
    const request = { format, ...decided }
    const once = await workbench.exportFormat(target(path, 'once'), request)
    expect(await workbench.exportFormat(target(path, 'twice'), request)).toEqual(once)
    if (existsSync(join(target(path, 'once'), 'loss.json'))) {
      expect(written(target(path, 'twice'))).toEqual(written(target(path, 'once')))
    } else expect(readFileSync(target(path, 'twice')).equals(readFileSync(target(path, 'once')))).toBe(true)
  })

  test.skipIf(!shared.there)(`the gold annotation is accounted for ${shared.note}`, async () => {
    const { workbench, path } = newProject()
    await workbench.mergeBundles([shared.path('gold/moscowtimes-2025-08-22.bundle.json')])
    const report = await workbench.exportFormat(target(path, 'out'), { format, ...decided })
    expectWhole(report.loss, listsOf(await bundleOf({ workbench }, path)))
  })
})

test('hf: every fragment is found by its code points; links, holders and chains are relations', async () => {
  const { workbench, path, first } = await worked()
  const { loss } = await workbench.exportFormat(target(path, 'out'), { format: 'hf' })
  const files = written(target(path, 'out'))
  const rows = rowsIn(files['train.jsonl'])
  expect(rows.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id))
  const row = rows.find(({ id }) => id === first)
  expect(row.spans).toHaveLength(loss.annotation.carried)
  const quotes = row.spans.map(({ fragments }: { fragments: { start: number; end: number }[] }) =>
    fragments.map(({ start, end }) => points(row.text, start, end)),
  )
  expect(quotes).toContainEqual(['Мария́ Иванова'])
  expect(quotes).toContainEqual(['Переговоры 👩‍👩‍👧 начались, и мы за'])
  expect(quotes).toContainEqual(['возразил', '😀ТАСС.\nВторая'])
  const labels = row.relations.map(({ label, tail_kind }: { label: string; tail_kind: string }) => [label, tail_kind])
  expect(labels.sort()).toEqual([
    ['evidence', 'span'],
    ['holder', 'span'],
    ['questions', 'span'],
    ['relay', 'actor'],
    ['speaker', 'span'],
    ['supports', 'span'],
  ])
  expect(files['README.md']).toContain('| CC-BY-4.0 | 1 |')
  expect(files['README.md']).toContain('\n  - split: train\n    path: train.parquet\n')
  expect(loss.actor).toMatchObject({ all: 3, carried: 2, lost: { unreferenced: 1 } })
})

test('brat: offsets and quotes agree line by line, pieces joined by one space; relations join spans that are there', async () => {
  const { workbench, path } = await worked()
  const { loss } = await workbench.exportFormat(target(path, 'out'), { format: 'brat' })
  const files = written(target(path, 'out'))
  const [name = ''] = Object.keys(files).filter((file) => file.endsWith('.ann') && files[file] !== '')
  const article = files[name.replace('.ann', '.txt')] ?? ''
  const lines = (files[name] ?? '').split('\n').filter((line) => line !== '')
  const spans = lines.filter((line) => line.startsWith('T')).map((line) => line.split('\t'))
  expect(spans).toHaveLength(loss.annotation.carried)
  for (const [, place = '', quote] of spans) {
    const fragments = place
      .slice(place.indexOf(' ') + 1)
      .split(';')
      .map((one) => one.split(' ').map(Number))
    expect(fragments.map(([start = 0, end = 0]) => points(article, start, end)).join(' ')).toBe(quote)
  }
  expect(spans.map(([, , quote]) => quote)).toContain('возразил 😀ТАСС. Вторая')
  const ids = new Set(spans.map(([id]) => id))
  const relations = lines.filter((line) => line.startsWith('R'))
  expect(relations).toHaveLength(5)
  for (const line of relations) for (const [, end] of line.matchAll(/:(T\d+)/g)) expect(ids).toContain(end)
  expect(lines.some((line) => /^N\d+\tReference T\d+ Actant:[0-9a-f-]+\tМария Иванова$/.test(line))).toBe(true)
  const notes = lines.flatMap((line) => /^#\d+\tAnnotatorNotes T\d+\t(.*)$/.exec(line)?.[1] ?? [])
  expect(notes).toEqual(['-Переговоры начались', 'одна', 'и другая'])
  expect(loss.annotation.without).toMatchObject({ 'line-break': 1, 'source-not-span': 1 })
})

test('spaCy: tokens and spans fall together, the last token counts; what is not on tokens is reported', async () => {
  const { workbench, path } = await worked()
  const { loss } = await workbench.exportFormat(target(path, 'out.jsonl'), { format: 'spacy' })
  const rows = rowsIn(readFileSync(target(path, 'out.jsonl'), 'utf8'))
  const [row] = rows.filter(({ spans }) => spans.length > 0)
  for (const { text: word, start, end } of row.tokens) expect(points(row.text, start, end)).toBe(word)
  expect(row.tokens.map((token: { text: string }) => token.text)).toContain('👩‍👩‍👧')
  for (const { start, end, token_start, token_end } of row.spans) {
    expect([row.tokens[token_start].start, row.tokens[token_end].end]).toEqual([start, end])
  }
  expect(loss.annotation.lost).toEqual({ 'token-border': 1 })
  expect(loss.annotation.without).toMatchObject({ discontinuous: 1 })
})

test('doccano counts UTF-16 code units', async () => {
  const { workbench, path } = await worked()
  await workbench.exportFormat(target(path, 'out.jsonl'), { format: 'doccano' })
  const [row] = rowsIn(readFileSync(target(path, 'out.jsonl'), 'utf8')).filter(({ entities }) => entities.length > 0)
  const quotes = row.entities.map(({ start_offset, end_offset }: { start_offset: number; end_offset: number }) =>
    row.text.slice(start_offset, end_offset),
  )
  expect(quotes).toContain('Переговоры 👩‍👩‍👧 начались, и мы за')
  const ids = new Set(row.entities.map(({ id }: { id: number }) => id))
  for (const { from_id, to_id } of row.relations) expect([ids.has(from_id), ids.has(to_id)]).toEqual([true, true])
})

test('Label Studio: every region has its words, checked by code points', async () => {
  const { workbench, path } = await worked()
  await workbench.exportFormat(target(path, 'out.json'), { format: 'labelstudio' })
  const tasks = JSON.parse(readFileSync(target(path, 'out.json'), 'utf8'))
  const results = tasks.flatMap((task: { data: { text: string }; annotations: { result: object[] }[] }) =>
    task.annotations.flatMap(({ result }) => result.map((one) => ({ ...one, whole: task.data.text }))),
  )
  const regions = results.filter(({ type }: { type: string }) => type === 'labels')
  expect(regions.length).toBeGreaterThan(5)
  for (const { value, whole } of regions) expect(points(whole, value.start, value.end)).toBe(value.text)
})

describe('IOB2', () => {
  test('asks where spans share words, and then writes nothing', async () => {
    const { workbench, path } = await worked()
    const refused = workbench.exportFormat(target(path, 'out'), { format: 'iob2' })
    await expect(refused).rejects.toMatchObject({ code: 'bad-request', params: { reason: 'nesting', count: 2 } })
    expect(readdirSync(dirname(path)).filter((name) => name.includes('out'))).toEqual([])
  })

  test('keeps the outermost, or the innermost, and says what that leaves out', async () => {
    const { workbench, path } = await worked()
    const tagged = async (nesting: 'outermost' | 'innermost') => {
      const { loss } = await workbench.exportFormat(target(path, nesting), { format: 'iob2', nesting })
      const lines = (written(target(path, nesting))['data.iob2'] ?? '').split('\n')
      return { lost: loss.annotation.lost, tag: lines.find((line) => line.startsWith('мы\t')) }
    }
    expect(await tagged('outermost')).toEqual({ lost: { nested: 2 }, tag: 'мы\tI-claim' })
    expect(await tagged('innermost')).toMatchObject({ tag: 'мы\tB-position' })
  })

  test('or a file per label, in which nothing of that label is lost', async () => {
    const { workbench, path } = await worked()
    await workbench.exportFormat(target(path, 'out'), { format: 'iob2', nesting: 'per-code' })
    const files = written(target(path, 'out'))
    expect(files['data.claim.iob2']).toContain('мы\tI-claim\n')
    expect(files['data.position.iob2']).toContain('мы\tB-position\nза\tI-position\n')
  })
})

test('CSV: a cell is never a formula, the chain reads from the speaker on, a byte order mark on request', async () => {
  const { workbench, path } = await worked()
  const { loss } = await workbench.exportFormat(target(path, 'claims.csv'), { format: 'csv-claims', bom: true })
  const content = readFileSync(target(path, 'claims.csv'), 'utf8')
  expect(content.startsWith('\uFEFFarticle,title,')).toBe(true)
  expect(content).toContain(',\'=2+3,"Газета, «Слово»",')
  expect(content).toContain(",'-Переговоры начались,asserted,Переговоры,Мария Иванова,Мария Иванова → ТАСС,")
  expect(loss.annotation.carried).toBe(2)
  await workbench.exportFormat(target(path, 'positions.csv'), { format: 'csv-positions' })
  expect(readFileSync(target(path, 'positions.csv'), 'utf8')).toMatch(
    /^article,[\s\S]*,мы за,,Мария Иванова,support,,Переговоры,/,
  )
})

test('W3C: each target has its words and its place', async () => {
  const { workbench, path } = await worked()
  await workbench.exportFormat(target(path, 'out'), { format: 'w3c' })
  const files = written(target(path, 'out'))
  const [name = ''] = Object.keys(files).filter((file) => file.endsWith('.txt') && files[file] === text)
  const page = JSON.parse(files[name.replace('.txt', '.jsonld')] ?? '')
  expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' })
  for (const { target: goal } of page.items) {
    for (const { selector } of goal.items ?? [goal]) {
      const [quote, place] = selector
      expect(points(text, place.start, place.end)).toBe(quote.exact)
    }
  }
})

describe('what goes out', () => {
  test('one person’s work, where several annotated: a format that cannot tell them apart asks whose', async () => {
    const { workbench, path, first } = await worked()
    workbench.identify(boris)
    workbench.addAnnotation({ articleId: first, type: 'actor', fragments: [{ start: 0, end: 3 }] })
    const place = target(path, 'out.jsonl')
    await expect(workbench.exportFormat(place, { format: 'doccano' })).rejects.toMatchObject({
      params: { reason: 'several-people' },
    })
    expect(existsSync(place)).toBe(false)
    const his = await workbench.exportFormat(place, { format: 'doccano', layer: boris.id })
    expect(his).toMatchObject({ articles: 1, annotations: 1 })
    const all = await workbench.exportFormat(place, { format: 'doccano', layer: 'all' })
    expect(all.annotations).toBe(his.annotations + (his.loss.annotation.lost['not-chosen'] ?? 0))
  })

  test('an article that is named goes out although nobody worked on it; one that is done has no spans', async () => {
    const { workbench, path } = await worked()
    const [, done, untouched] = workbench.articles()
    const usual = await workbench.exportFormat(target(path, 'a.jsonl'), { format: 'spacy' })
    expect(usual.articles).toBe(2)
    expect(readFileSync(target(path, 'a.jsonl'), 'utf8')).toContain(done?.id)
    const request: FormatRequest = { format: 'spacy', articleIds: [untouched?.id ?? ''] }
    const named = await workbench.exportFormat(target(path, 'b.jsonl'), request)
    expect(named).toMatchObject({ articles: 1, annotations: 0 })
  })

  test('a folder that is there is not touched', async () => {
    const { workbench, path } = await worked()
    await workbench.exportFormat(target(path, 'out'), { format: 'hf' })
    const before = written(target(path, 'out'))
    await expect(workbench.exportFormat(target(path, 'out'), { format: 'brat' })).rejects.toMatchObject({
      params: { reason: 'exists' },
    })
    expect(written(target(path, 'out'))).toEqual(before)
  })

  test('split by article: each in one file, reprints in the same, and the card says so', async () => {
    const { workbench, path } = newProject()
    workbench.identify(anna)
    const words = (seed: number) => Array.from({ length: 80 }, (_, i) => `слово${(i * seed * 7) % 97}`).join(' ')
    const pastes = Array.from({ length: 30 }, (_, i) => words(i + 1)).flatMap((one) => [one, `Перепечатка. ${one}`])
    const { files } = await workbench.addArticles(pastes.map((paste) => ({ paste, mediaType: 'text/plain' as const })))
    for (const { article = '' } of files) workbench.setProgress(article, 'done')
    const split = { shares: [60, 20, 20], seed: 1 }
    const report = await workbench.exportFormat(target(path, 'out'), { format: 'hf', split })
    const out = written(target(path, 'out'))
    const sides = new Map(
      Object.entries(out).flatMap(([name, content]) =>
        name.endsWith('.jsonl') ? rowsIn(content).map(({ id }) => [id, name] as const) : [],
      ),
    )
    expect(sides.size).toBe(60)
    expect(Object.keys(report.splits ?? {}).sort()).toEqual(['test', 'train', 'validation'])
    for (let i = 0; i < files.length; i += 2) {
      expect(sides.get(files[i]?.article ?? '')).toBe(sides.get(files[i + 1]?.article ?? ''))
    }
    expect(out['README.md']).toContain('Split by article 60/20/20, seed 1; articles that are nearly the same')
  })
})
