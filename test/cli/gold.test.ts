import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shared } from '../core/shared.ts'
import { inFolder, succeed, write } from './actant.ts'
import { exported, merged, projectBytes, records, validated } from './bundle-commands.ts'
import { parsed } from './json-forms.ts'
import { articleId, bundleOf } from './sample-bundle.ts'

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
