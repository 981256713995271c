import { expect, it } from 'vitest'
import { actant, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const project = async () => {
  const places = [
    { start: 2, end: 16, quote: 'Путин в Москве' },
    { start: 2, end: 7, quote: 'Путин' },
  ]
  write('b.json', bundleOf('😀 Путин в Москве.', places))
  await succeed('new', 'p.actant')
  await succeed('merge', 'p.actant', 'b.json')
}

it('counts to programs, in code points, and says what is thin', async () => {
  await project()
  const counted = parsed('stats', await succeed('stats', 'p.actant', '--json'))
  expect(counted).toMatchObject({
    articles: 1,
    annotations: 2,
    types: [{ type: 'actor', count: 2, articles: 1, annotators: 1 }, { count: 0 }, { count: 0 }],
    annotators: [{ name: 'Анна', count: 2, articles: 1 }],
    outlets: [{ name: null, articles: 1, annotations: 2 }],
    lengths: { characters: { total: 17, most: 17 }, words: { total: 3 }, spans: { actor: { least: 5, most: 14 } } },
  })
  expect(counted.thin.map(({ kind, message }) => [kind, message])).toContainEqual([
    'noOutlet',
    '1 article has no outlet',
  ])
})

it('prints tables in either language, of a layer, of what is done', async () => {
  await project()
  const said = await succeed('stats', 'p.actant', '--lang', 'ru')
  expect(said).toMatch(/^Анна +2 +1 +0$/m)
  expect(said).toMatch(/^Статьи, символов +1 +17 +17 +17 +17$/m)
  expect(said).toContain('\nЧего мало\n')
  expect(await succeed('stats', 'p.actant', '--layer', 'Анна')).toMatch(/^mentions +2 +1 +1 +2$/m)
  expect(await succeed('stats', 'p.actant', '--done')).toContain('0 articles')
})

it('what does not fit is wrong use (2)', async () => {
  await project()
  for (const options of [
    ['--few', '0'],
    ['--few', 'three'],
    ['--layer', 'gold'],
    ['--layer', 'Вера'],
  ]) {
    const { code, out, err } = await actant(['stats', 'p.actant', ...options])
    expect({ options, code, out }).toEqual({ options, code: 2, out: '' })
    expect(err).not.toBe('')
  }
})
