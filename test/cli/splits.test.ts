import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actant, inFolder, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const project = async () => {
  write('b.json', bundleOf('😀 Путин в Москве.', [{ start: 2, end: 16, quote: 'Путин в Москве' }]))
  write('Заметка.txt', 'Заметка\n\nЗдесь ничего нет.')
  await succeed('new', 'p.actant')
  await succeed('merge', 'p.actant', 'b.json')
}

const exported = async (to: string, ...options: string[]) =>
  parsed('export', await succeed('export', 'p.actant', '--format', 'hf', '-o', to, '--json', ...options))

it('a split is made, used by exports that make a folder, extended, renamed and removed', async () => {
  await project()
  expect(await succeed('splits', 'p.actant')).toContain('No split is written down.')
  expect(await exported('none')).not.toHaveProperty('split')
  await succeed('splits', 'p.actant', 'paper', '--shares', '80/20', '--seed', '5')
  expect(await exported('first')).toMatchObject({ split: { name: 'paper', undecided: 0 } })
  expect(await exported('whole', '--no-split')).not.toHaveProperty('split')
  expect(readdirSync(inFolder('whole'))).toContain('train.jsonl')

  await succeed('add', 'p.actant', 'Заметка.txt')
  const [grown] = parsed('splits', await succeed('splits', 'p.actant', '--json')).splits
  expect(grown).toMatchObject({ name: 'paper', shares: [80, 20], seed: 5, undecided: 1 })
  await succeed('splits', 'p.actant', 'paper', '--extend')
  await succeed('splits', 'p.actant', 'paper', '--rename', 'статья')
  const said = await succeed('splits', 'p.actant', '--lang', 'ru')
  expect(said).toMatch(/^статья +80\/20, начальное число 5 +\d +– +\d +0$/m)
  expect(parsed('splits', await succeed('splits', 'p.actant', 'статья', '--remove', '--json')).splits).toEqual([])
})

it('other numbers are said, and need a name of their own', async () => {
  await project()
  await succeed('splits', 'p.actant', 'paper', '--shares', '80/20')
  expect(await exported('same', '--split', '80/20')).toMatchObject({ split: { name: 'paper' } })
  const refused = await actant(['export', 'p.actant', '--format', 'hf', '-o', 'out', '--split', '70/30'])
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('the project has the split “paper” (80/20, seed 1)')
  expect(readdirSync(inFolder())).not.toContain('out')
  expect(await exported('out', '--split', '70/30', '--split-name', 'other')).toMatchObject({ split: { name: 'other' } })
  expect(parsed('splits', await succeed('splits', 'p.actant', '--json')).splits.map(({ name }) => name)).toEqual([
    'paper',
    'other',
  ])
  const file = await actant(['export', 'p.actant', '--format', 'doccano', '-o', 'out.jsonl'])
  expect(file.err).toContain('it is not used here')
  expect(file.code).toBe(0)
})

it('articles are put together and taken apart by their titles', async () => {
  await project()
  await succeed('add', 'p.actant', 'Заметка.txt')
  const [first, second] = parsed('list', await succeed('list', 'p.actant', '--json')).articles.map(({ id }) => id)
  const put = ['splits', 'p.actant', '--together', first ?? '', '--together', second ?? '', '--json']
  expect(parsed('splits', await succeed(...put)).together).toEqual([[first, second].sort()])
  expect(parsed('splits', await succeed('splits', 'p.actant', '--apart', first ?? '', '--json')).together).toEqual([])
})

it('what does not fit is wrong use (2)', async () => {
  await project()
  for (const options of [
    ['paper'],
    ['--shares', '80/20'],
    ['paper', '--shares', '80'],
    ['paper', '--seed', '3'],
    ['paper', '--shares', '80/20', '--remove'],
    ['--together', 'x'],
  ]) {
    const { code, out, err } = await actant(['splits', 'p.actant', ...options])
    expect({ options, code, out }).toEqual({ options, code: 2, out: '' })
    expect(err).not.toBe('')
  }
  const { code, err } = await actant(['splits', 'p.actant', 'nobody', '--remove'])
  expect(code).toBe(4)
  expect(err).toContain('This split is not in the project')
})
