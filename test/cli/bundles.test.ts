import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shared } from '../core/shared.ts'
import { actant, inFolder, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { articleId, bundleOf } from './sample-bundle.ts'

const text = '🕊️ Путин и Трамп встретились. Путин доволен.'
const putin = { start: 3, end: 8, quote: 'Путин' }
const trump = { start: 11, end: 16, quote: 'Трамп' }
const sound = () => bundleOf(text, [putin, trump])
const misquoted = () => bundleOf(text, [{ ...trump, start: 12, end: 17 }])
const broken = () =>
  bundleOf(text, [trump], ({ annotations: [annotation] }) => {
    for (const fragment of annotation?.target.fragments ?? []) fragment.start = -1
  })

const validated = async (...args: string[]) => {
  const { code, out, err } = await actant(['validate', ...args, '--json'])
  expect(err).toBe('')
  return { code, files: parsed('validate', out).files }
}

const merged = async (...args: string[]) => {
  const { code, out, err } = await actant(['merge', 'p.actant', ...args, '--json'])
  expect(err).toBe('')
  return { code, files: parsed('merge', out).files }
}

const exported = async () => JSON.parse(await succeed('export', 'p.actant'))

/** What does not change on the way through a project. */
const records = (bundle: Record<string, unknown>) => {
  const { generator, digest, ...rest } = bundle
  expect(generator).toMatchObject({ name: 'Actant' })
  expect(digest).toMatch(/^sha256:/)
  return rest
}

/** The project file without the two places where SQLite counts how often it was opened for writing. */
const projectBytes = () => {
  const bytes = readFileSync(inFolder('p.actant'))
  return bytes.fill(0, 24, 28).fill(0, 92, 96)
}

describe('validate', () => {
  it('accepts what is sound (0), and needs no project', async () => {
    write('b.json', sound())
    expect(await validated('b.json')).toEqual({
      code: 0,
      files: [{ file: 'b.json', verdict: 'accept', findings: [] }],
    })
    expect(await succeed('validate', 'b.json')).toBe('b.json: sound\n')
  })

  it('reports what concerns a record (1), refuses what breaks the structure (3); the highest code wins', async () => {
    write('good.json', sound())
    write('quote.json', misquoted())
    write('negative.json', broken())
    write('text.json', 'not JSON')
    expect((await validated('good.json', './quote.json')).code).toBe(1)
    const { code, files } = await validated('quote.json', 'negative.json', 'text.json', 'good.json')
    expect(code).toBe(3)
    expect(files.map(({ file, verdict }) => [file, verdict])).toEqual([
      ['quote.json', 'report'],
      ['negative.json', 'refuse'],
      ['text.json', 'refuse'],
      ['good.json', 'accept'],
    ])
    expect(files[0]?.findings).toMatchObject([{ code: 'quote-mismatch', where: '/annotations/0/target/fragments/0' }])
    expect(files[1]?.findings).toMatchObject([
      { code: 'negative-offset', where: '/annotations/0/target/fragments/0/start' },
    ])
    expect(files[2]?.findings).toMatchObject([{ code: 'not-json', where: '' }])
  })

  it('speaks to people in their language, code and place first', async () => {
    write('b.json', misquoted())
    const english = await actant(['validate', 'b.json'])
    expect(english.out).toMatch(
      /^b\.json: can be merged; 1 finding\n {2}quote-mismatch {2}\/annotations\/0\/target\/fragments\/0 {2}\w/,
    )
    const russian = await actant(['validate', 'b.json', '--lang', 'ru'])
    expect(russian.out).toMatch(/^b\.json: можно влить; 1 замечание\n {2}quote-mismatch .*[а-я]/)
  })

  it('reads standard input', async () => {
    const { code, out } = await actant(['validate', '-', '--json'], { stdin: misquoted() })
    expect(code).toBe(1)
    expect(parsed('validate', out).files[0]).toMatchObject({ file: '-', verdict: 'report' })
  })

  it('says which file is not there (4), and validates the others', async () => {
    write('b.json', sound())
    const { code, out, err } = await actant(['validate', 'no.json', 'b.json', '--json'])
    expect(code).toBe(4)
    expect(err).toContain('no.json')
    expect(parsed('validate', out).files).toEqual([{ file: 'b.json', verdict: 'accept', findings: [] }])
  })
})

describe('merge', () => {
  it('takes a bundle into a new project, which gives it back unchanged', async () => {
    await succeed('new', 'p.actant')
    write('b.json', sound())
    const { code, files } = await merged('b.json')
    expect(code).toBe(0)
    expect(files).toEqual([
      {
        file: 'b.json',
        outcome: 'merged',
        new: { annotator: 1, article: 1, annotation: 2 },
        newer: {},
        older: {},
        equal: {},
        conflicts: {},
        reanchored: 0,
        orphans: 0,
        findings: [],
      },
    ])
    const bundle = JSON.parse(sound())
    expect(records(await exported())).toEqual(records({ ...bundle, generator: { name: 'Actant' } }))
  })

  it('changes nothing the second time', async () => {
    await succeed('new', 'p.actant')
    await actant(['merge', 'p.actant', '-'], { stdin: sound() })
    const before = await succeed('export', 'p.actant')
    write('b.json', sound())
    const { files } = await merged('b.json')
    expect(files[0]).toMatchObject({ outcome: 'merged', new: {}, equal: { annotator: 1, article: 1, annotation: 2 } })
    expect(await succeed('export', 'p.actant')).toBe(before)
  })

  it('anchors anew what it can, says so (1)', async () => {
    await succeed('new', 'p.actant')
    write('b.json', misquoted())
    const { code, files } = await merged('b.json')
    expect(code).toBe(1)
    expect(files[0]).toMatchObject({ outcome: 'merged', reanchored: 1, orphans: 0 })
    expect((await exported()).annotations[0]).toMatchObject({ anchor: 'reanchored', target: { fragments: [trump] } })
    expect((await actant(['merge', 'p.actant', 'b.json'])).out).toContain('b.json: merged\n')
  })

  it('takes nothing of a refused bundle, and all of the others (3)', async () => {
    await succeed('new', 'p.actant', '--title', 'Мой')
    write('bad.json', broken())
    write('good.json', bundleOf('Другая статья: Трамп.', [{ start: 15, end: 20, quote: 'Трамп' }]))
    const { code, files } = await merged('bad.json', 'good.json')
    expect(code).toBe(3)
    expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['bad.json', 'refused'],
      ['good.json', 'merged'],
    ])
    const { articles } = await exported()
    expect(articles.map(({ id }: { id: string }) => id)).toEqual([articleId('Другая статья: Трамп.')])
  })

  it('leaves the project as it was where all is refused', async () => {
    await succeed('new', 'p.actant', '--title', 'Мой')
    write('bad.json', broken())
    const [list, bundle] = [await succeed('list', 'p.actant', '--json'), await succeed('export', 'p.actant')]
    const { code, out } = await actant(['merge', 'p.actant', 'bad.json'])
    expect(code).toBe(3)
    expect(out).toMatch(/^bad\.json: refused, nothing of it was taken\n {2}negative-offset {2}\/annotations/)
    expect(await succeed('list', 'p.actant', '--json')).toBe(list)
    expect(await succeed('export', 'p.actant')).toBe(bundle)
  })

  it('refuses what was changed on both sides, whole (3)', async () => {
    const edited = (writes: Record<string, number>, certainty: string) =>
      bundleOf(text, [putin, trump], ({ annotations: [annotation] }) => {
        Object.assign(annotation ?? {}, { version: writes, certainty })
      })
    const [here, there] = ['0199a000-0000-7000-8000-00000000000a', '0199a000-0000-7000-8000-00000000000b']
    await succeed('new', 'p.actant')
    write('here.json', edited({ [here]: 2 }, 'unsure'))
    write('there.json', edited({ [there]: 1 }, 'sure'))
    await succeed('merge', 'p.actant', 'here.json')
    const before = await succeed('export', 'p.actant')
    const { code, files } = await merged('there.json')
    expect(code).toBe(3)
    expect(files[0]).toMatchObject({ outcome: 'refused', new: {}, conflicts: { annotation: 1 } })
    expect(files[0]?.findings).toMatchObject([{ code: 'concurrent' }])
    expect(await succeed('export', 'p.actant')).toBe(before)
  })

  it('sums up for people, with plurals', async () => {
    await succeed('new', 'p.actant')
    write('b.json', sound())
    const { out } = await actant(['merge', 'p.actant', 'b.json', '--lang', 'ru'])
    expect(out).toBe('b.json: влита\n  новое: 1 разметчик, 1 статья, 2 аннотации\n')
  })
})

describe('export', () => {
  it('gives the same bytes on stdout and in a file, every time', async () => {
    await succeed('new', 'p.actant')
    await actant(['merge', 'p.actant', '-'], { stdin: sound() })
    const { bytes } = await actant(['export', 'p.actant'])
    expect(bytes.at(-1)).toBe('}'.charCodeAt(0))
    const report = parsed('export', await succeed('export', 'p.actant', '-o', 'out.json', '--json'))
    expect(readFileSync(inFolder('out.json')).equals(bytes)).toBe(true)
    expect((await actant(['export', 'p.actant', '-o', '-'])).bytes.equals(bytes)).toBe(true)
    expect(report).toMatchObject({ file: 'out.json', articles: 1, annotations: 2, bytes: bytes.length })
    expect(report.digest).toBe(JSON.parse(bytes.toString()).digest)
    expect((await validated('out.json')).files[0]?.verdict).toBe('accept')
  })

  it('replaces a bundle, but never a project (2)', async () => {
    await succeed('new', 'p.actant')
    await succeed('new', 'q.actant')
    write('out.json', 'old')
    expect(await succeed('export', 'p.actant', '-o', 'out.json')).toMatch(
      /^Wrote out\.json: 0 articles, 0 annotations, [\d,]+ bytes\.\n$/,
    )
    expect(JSON.parse(readFileSync(inFolder('out.json'), 'utf8')).format).toBe('actant-bundle')
    for (const project of ['p.actant', 'q.actant']) {
      const before = readFileSync(inFolder(project))
      const { code, out } = await actant(['export', 'p.actant', '-o', project])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(readFileSync(inFolder(project)).equals(before)).toBe(true)
    }
  })

  it('cannot write into a folder that is not there (4), and leaves nothing', async () => {
    await succeed('new', 'p.actant')
    expect((await actant(['export', 'p.actant', '-o', 'nowhere/out.json'])).code).toBe(4)
    expect(readdirSync(inFolder()).sort()).toEqual(['machine', 'p.actant'])
  })
})

describe.skipIf(!shared.there)(`the gold annotation ${shared.note}`, () => {
  const gold = shared.path('gold/moscowtimes-2025-08-22.bundle.json')

  it('goes into a new project and comes out with every record as it was', async () => {
    await succeed('new', 'p.actant')
    const { code, files } = await merged(gold)
    expect(code).toBe(0)
    expect(files[0]).toMatchObject({ file: gold, outcome: 'merged', reanchored: 0, orphans: 0, findings: [] })
    expect(files[0]?.new).toMatchObject({ article: 1, annotation: 128, actor: 26, issue: 22, link: 10 })
    const original = JSON.parse(readFileSync(gold, 'utf8'))
    const bundle = await exported()
    expect(records(bundle)).toEqual(records({ ...original, generator: bundle.generator }))
    expect(parsed('check', await succeed('check', 'p.actant', '--json'))).toEqual({ ok: true, findings: [] })
    const { articles } = parsed('list', await succeed('list', 'p.actant', '--json'))
    expect(articles).toHaveLength(1)
    expect(Object.values(articles[0]?.annotations ?? {}).reduce((sum, count) => sum + count, 0)).toBe(128)
  })

  it('gives the same bytes after export, merge and export', async () => {
    await succeed('new', 'p.actant')
    await succeed('merge', 'p.actant', gold)
    await succeed('export', 'p.actant', '-o', 'once.json')
    await succeed('new', 'q.actant')
    await succeed('merge', 'q.actant', 'once.json')
    await succeed('export', 'q.actant', '-o', 'twice.json')
    expect(readFileSync(inFolder('twice.json')).equals(readFileSync(inFolder('once.json')))).toBe(true)
  })
})

const expectations = z.record(
  z.string(),
  z.object({
    error: z.string().nullable(),
    where: z.string(),
    severity: z.enum(['accept', 'report', 'refuse']),
    becomes: z.object({ anchor: z.string(), start: z.int(), end: z.int() }).optional(),
    kept: z.record(z.string(), z.unknown()).optional(),
  }),
)

describe.skipIf(!shared.there)(`broken bundles ${shared.note}`, () => {
  const expected = shared.there
    ? expectations.parse(JSON.parse(readFileSync(shared.path('gold/invalid/expected.json'), 'utf8')))
    : {}
  const exits = { accept: 0, report: 1, refuse: 3 }

  it.each(Object.entries(expected))('%s', async (name, { error, where, severity, becomes, kept }) => {
    const file = shared.path(`gold/invalid/${name}`)
    const { code, files } = await validated(file)
    expect(code).toBe(exits[severity])
    expect(files[0]).toMatchObject({ file, verdict: severity })
    if (error === null) expect(files[0]?.findings).toEqual([])
    else expect(files[0]?.findings).toContainEqual(expect.objectContaining({ code: error, where }))
    if (severity === 'refuse') expect(files[0]?.findings).toHaveLength(1)

    await succeed('new', 'p.actant', '--title', basename(name))
    const bundle = await succeed('export', 'p.actant')
    const project = projectBytes()
    const merge = await merged(file)
    expect(merge.code).toBe(exits[severity])
    if (severity === 'refuse') {
      expect(merge.files[0]).toMatchObject({ outcome: 'refused', new: {} })
      expect(await succeed('export', 'p.actant')).toBe(bundle)
      expect(projectBytes().equals(project)).toBe(true)
      return
    }
    const after = await exported()
    if (becomes) {
      const id = JSON.parse(readFileSync(file, 'utf8')).annotations[Number(where.split('/')[2])].id
      const annotation = after.annotations.find((one: { id: string }) => one.id === id)
      const { anchor, ...place } = becomes
      expect(annotation).toMatchObject({ anchor, target: { fragments: [place] } })
    }
    for (const [pointer, value] of Object.entries(kept ?? {})) expect(at(after, pointer)).toEqual(value)
  })
})

/** The value at a JSON pointer (RFC 6901). */
const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, step) => z.record(z.string(), z.unknown()).or(z.array(z.unknown())).parse(inner)[step as never],
      value,
    )

const offsetCases = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    spans: z.array(z.object({ quote: z.string(), codepoint: z.tuple([z.int(), z.int()]) })),
  }),
)

describe.skipIf(!shared.there)(`offsets are code points ${shared.note}`, () => {
  const cases = shared.there
    ? offsetCases.parse(JSON.parse(readFileSync(shared.path('corpora/offsets/offset-cases.json'), 'utf8')))
    : []

  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_, { text, spans }) => {
    const places = spans.map(({ quote, codepoint: [start, end] }) => ({ start, end, quote }))
    await succeed('new', 'p.actant')
    write('a.txt', text)
    const added = parsed('add', await succeed('add', 'p.actant', 'a.txt', '--json'))
    expect(added.files).toEqual([{ file: 'a.txt', outcome: 'added', article: articleId(text) }])
    // The bundle brings the article as another person imported it.
    write('b.json', bundleOf(text, places, withArticleOf(await exported())))
    const { code, files } = await merged('b.json')
    expect(code).toBe(0)
    expect(files[0]).toMatchObject({ outcome: 'merged', reanchored: 0, findings: [] })
    const { articles, annotations } = await exported()
    expect(articles[0].text).toBe(text)
    for (const [index, place] of places.entries()) {
      const [fragment] = annotations[index].target.fragments
      expect(fragment).toEqual(place)
      expect([...text].slice(fragment.start, fragment.end).join('')).toBe(place.quote)
    }
    const list = parsed('list', await succeed('list', 'p.actant', '--json'))
    expect(list.articles[0]?.length).toBe([...text].length)
  })
})

/** Everything a person would read from the same file, so that only who did it and when differs. */
const withArticleOf =
  ({ articles: [article] }: { articles: object[] }) =>
  (bundle: { articles: object[] }) => {
    const [own] = bundle.articles
    const { version, createdAt, createdBy, modifiedAt, modifiedBy } = own as Record<string, unknown>
    bundle.articles = [{ ...article, version, createdAt, createdBy, modifiedAt, modifiedBy }]
  }
