import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shared } from '../core/shared.ts'
import { actant, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { type Bundle, bundleOf } from './sample-bundle.ts'

const text = 'Anna met Boris in Geneva, and Clara met David in Minsk.'
const second = '0199a000-0000-7000-8000-0000000000b2'
const place = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote })

/** Two annotators: the last two of four spans are the second's, one in the same place and one that only overlaps. */
const twoAnnotators = (bundle: Bundle) => {
  const [anna] = bundle.annotators
  if (anna) bundle.annotators.push({ ...anna, id: second, name: '=Борис' })
  for (const annotation of bundle.annotations.slice(2)) annotation.annotatorId = second
}

const project = async () => {
  write('two.json', bundleOf(text, ['Anna', 'Clara met', 'Anna', 'Clara'].map(place), twoAnnotators))
  await succeed('new', 'p.actant')
  const { code } = await actant(['merge', 'p.actant', 'two.json'])
  expect(code).toBeLessThanOrEqual(1)
}

const figures = async (...args: string[]) => {
  const report = parsed('agree', await succeed('agree', 'p.actant', ...args, '--json'))
  if (!('rows' in report)) throw new Error('no figures')
  return report
}

it('says how far two annotators agree, what that means and where they do not', async () => {
  await project()
  const { rows, meanings, annotators, annotations } = await figures()
  expect(annotators.map(({ name }) => name).sort()).toEqual(['=Борис', 'Анна'])
  expect(annotations).toBe(4)
  const whole = (metric: string) => rows.find((row) => row.metric === metric && Object.keys(row.scope).length === 0)
  expect(whole('spanF1Exact')).toMatchObject({ value: 0.5, items: 4, disagreements: { count: 2 } })
  expect(whole('spanF1Overlap')).toMatchObject({ value: 1, items: 4 })
  expect(whole('krippendorffAlpha')).toMatchObject({ value: null, reason: 'no-items' })
  expect(Object.keys(meanings)).toEqual([...new Set(rows.map(({ metric }) => metric))])
})

it('tells a person in a table, in English and Russian, with words for what is undefined', async () => {
  await project()
  const english = await succeed('agree', 'p.actant')
  expect(english).toMatch(/Span F1, exact +everything +0\.500 +4 +2/)
  expect(english).toMatch(/Krippendorff’s α +stance +everything +undefined +0/)
  expect(english).toContain('undefined: nothing was judged by two annotators')
  const russian = await succeed('agree', 'p.actant', '--lang', 'ru')
  expect(russian).toMatch(/F1 фрагментов, точно +всё +0,500 +4 +2/)
  expect(russian).not.toMatch(/[a-z]{4,}/)
})

it('the same seed gives the same figures, and only the measures asked for', async () => {
  await project()
  const ask = () => succeed('agree', 'p.actant', '--metric', 'gamma', '--metric', 'alphaU', '--seed', '7', '--json')
  expect(await ask()).toBe(await ask())
  const { rows, seed } = await figures('--metric', 'gamma', '--seed', '7')
  expect(seed).toBe(7)
  expect(new Set(rows.map(({ metric }) => metric))).toEqual(new Set(['gamma']))
})

it('gives CSV that no spreadsheet takes for a formula', async () => {
  write(
    'three.json',
    bundleOf(text, ['Anna', 'Anna', 'Anna'].map(place), (bundle) => {
      twoAnnotators(bundle)
      const [anna] = bundle.annotators
      const [, another] = bundle.annotations
      if (anna) bundle.annotators.push({ ...anna, id: second.replace('b2', 'c3'), name: 'Клара, "К"' })
      if (another) another.annotatorId = second.replace('b2', 'c3')
    }),
  )
  await succeed('new', 'p.actant')
  await actant(['merge', 'p.actant', 'three.json'])
  const lines = (await succeed('agree', 'p.actant', '--metric', 'spanF1Exact', '--csv')).split('\r\n')
  expect(lines[0]).toBe(
    'metric,attribute,type,code,issue,stance,article,annotatorA,annotatorB,value,reason,items,observed,expected,disagreements',
  )
  expect(lines.filter((line) => line.includes("'=Борис")).length).toBe(2)
  expect(lines.filter((line) => line.includes('"Клара, ""К"""')).length).toBe(2)
  expect(lines.join()).not.toMatch(/,=/)
})

it('articles, annotators and types can be chosen; what is not there is wrong use', async () => {
  await project()
  expect((await figures('--annotator', 'Анна', '--annotator', '=Борис', '--type', 'actor')).annotations).toBe(4)
  expect((await figures('--type', 'claim')).annotations).toBe(0)
  for (const args of [
    ['--annotator', 'Nobody'],
    ['--annotator', 'Анна'],
    ['--article', 'Nothing'],
    ['--metric', 'kappa'],
    ['--type', 'person'],
    ['--seed', '-1'],
    ['--csv', '--json'],
    ['--vectors', 'v.json'],
  ]) {
    const { code, out } = await actant(['agree', 'p.actant', ...args])
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
  }
})

it('where nobody worked on the same article it says what to do', async () => {
  await succeed('new', 'p.actant')
  expect(await succeed('agree', 'p.actant')).toContain('actant merge')
})

it('runs a table of vectors without a project, and fails where one does', async () => {
  const cohen = (id: string, kappa: number | null, metric = 'cohen_kappa') => ({
    id,
    metric,
    input: {
      form: 'contingency',
      labels: ['yes', 'no'],
      table: [
        [20, 5],
        [10, 15],
      ],
    },
    expected: { kappa },
    tolerance: 1e-9,
  })
  write('good.json', JSON.stringify({ vectors: [cohen('a', 0.4)] }))
  expect(JSON.parse(await succeed('agree', '--vectors', 'good.json', '--json'))).toEqual({
    vectors: [
      { id: 'a', got: { kappa: expect.closeTo(0.4, 12) }, expected: { kappa: 0.4 }, tolerance: 1e-9, pass: true },
    ],
  })
  write('bad.json', JSON.stringify({ vectors: [cohen('a', 0.4), cohen('b', 0.5), cohen('c', 0.4, 'no_such')] }))
  const { code, out } = await actant(['agree', '--vectors', 'bad.json', '--json'])
  const report = parsed('agree', out)
  expect(code).toBe(1)
  expect('vectors' in report && report.vectors.map(({ id, pass }) => [id, pass])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
  ])
  expect('vectors' in report && report.vectors[2]).toMatchObject({ got: null, error: { code: 'unknown-metric' } })
  expect((await actant(['agree', '--vectors', 'bad.json'])).out).toMatch(/FAIL {2}b {2}got .*kappa.*, expected .*0\.5/)
})

it('reads the files that vectors name from beside the table or from --data', async () => {
  const csv = 'A,x,0,10\nA,y,20,30\nB,x,0,10\nB,y,20,30\n'
  const vector = {
    id: 'g',
    metric: 'gamma',
    input: { file: 'far/off/units.csv', params: {} },
    expected: { gammaRange: [1, 1], unitaryAlignments: 2 },
    tolerance: {},
  }
  write('tables/v.json', JSON.stringify({ vectors: [vector] }))
  expect((await actant(['agree', '--vectors', 'tables/v.json'])).code).toBe(1)
  write('elsewhere/off/units.csv', csv)
  expect((await actant(['agree', '--vectors', 'tables/v.json', '--data', 'elsewhere'])).code).toBe(0)
  write('tables/units.csv', csv)
  expect((await actant(['agree', '--vectors', 'tables/v.json'])).code).toBe(0)
})

it('what is no table of vectors is refused, what is not there could not be read', async () => {
  write('v.json', '{"vectors": [{"id": 1}]}')
  expect((await actant(['agree', '--vectors', 'v.json'])).code).toBe(3)
  write('v.json', 'no json')
  expect((await actant(['agree', '--vectors', 'v.json'])).code).toBe(3)
  expect((await actant(['agree', '--vectors', 'nowhere.json'])).code).toBe(4)
  expect((await actant(['agree'])).code).toBe(2)
})

it.skipIf(!shared.there)(`the shared table passes but for what needs a corpus of its own ${shared.note}`, async () => {
  const table = shared.path(join('vectors', 'agreement.json'))
  const { vectors } = JSON.parse(readFileSync(table, 'utf8')) as {
    vectors: { id: string; input: { mirror?: string } }[]
  }
  const { out } = await actant(['agree', '--vectors', table, '--json'])
  const report = parsed('agree', out)
  const failed = 'vectors' in report ? report.vectors.filter(({ pass }) => !pass).map(({ id }) => id) : ['all']
  expect(failed).toEqual(vectors.filter(({ input }) => input.mirror !== undefined).map(({ id }) => id))
})
