import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actant, inFolder, succeed, write } from './actant.ts'
import { exported, merged, records, validated } from './bundle-commands.ts'
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
        texts: [],
        dangling: {},
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

  it('keeps what was changed on both sides, lists it until it is decided (1)', async () => {
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
    const tried = await merged('there.json', '--dry-run')
    expect(await succeed('export', 'p.actant')).toBe(before)
    const { code, files } = await merged('there.json')
    expect({ code, files }).toEqual(tried)
    expect(code).toBe(1)
    expect(files[0]).toMatchObject({ outcome: 'merged', conflicts: { annotation: 1 }, equal: { annotation: 1 } })
    expect(files[0]?.findings).toMatchObject([{ code: 'concurrent' }])
    const listed = await actant(['conflicts', 'p.actant', '--json'])
    expect(listed.code).toBe(1)
    const [conflict] = parsed('conflicts', listed.out).conflicts
    expect(conflict).toMatchObject({ kind: 'annotation', differing: ['/certainty'] })
    expect(conflict?.versions.map(({ shown }) => shown)).toEqual([true, false])
    expect((await actant(['conflicts', 'p.actant', '--lang', 'ru'])).out).toContain(
      'различие в /certainty\n    1. версия: Анна',
    )
    expect(await succeed('conflicts', 'p.actant', '--take', 'second')).toBe('p.actant: nothing to decide\n')
    const [decided] = (await exported()).annotations
    expect([decided.certainty, (await exported()).conflicts]).toEqual(['sure', []])
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
    const { digest } = JSON.parse(bytes.toString())
    expect(report).toEqual({ file: 'out.json', articles: 1, annotations: 2, bytes: bytes.length, digest })
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
