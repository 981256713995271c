import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actant, inFolder, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const text = '😀 Путин в Москве.'
const places = [
  { start: 2, end: 16, quote: 'Путин в Москве' },
  { start: 2, end: 7, quote: 'Путин' },
]

const project = async () => {
  write('b.json', bundleOf(text, places))
  await succeed('new', 'p.actant')
  await succeed('merge', 'p.actant', 'b.json')
}

describe('export --format', () => {
  it('writes a folder and says what was carried, to people and to programs', async () => {
    await project()
    const said = await succeed('export', 'p.actant', '--format', 'hf', '--layer', 'Анна', '-o', 'out', '--lang', 'ru')
    expect(said).toContain('Записано: out (набор данных Hugging Face). 1 статья, 2 аннотации.')
    expect(said).toMatch(/^аннотации +2 +2$/m)
    expect(readdirSync(inFolder('out')).sort()).toEqual(['README.md', 'loss.json', 'train.jsonl', 'train.parquet'])
    const args = ['export', 'p.actant', '--format', 'iob2', '--nesting', 'outermost', '-o', 'iob', '--json']
    const report = parsed('export', await succeed(...args))
    expect(report).toMatchObject({ annotations: 1, loss: { annotation: { all: 2, carried: 1, lost: { nested: 1 } } } })
    expect(JSON.parse(readFileSync(inFolder('iob', 'loss.json'), 'utf8')).loss).toEqual(
      'loss' in report ? report.loss : undefined,
    )
  })

  it('what nobody decided, and options that do not fit, are wrong use (2), and nothing is written', async () => {
    await project()
    const wrong: [string[], string][] = [
      [['--format', 'iob2', '-o', 'out'], '--nesting outermost'],
      [['--format', 'hf'], '-o FOLDER'],
      [['--format', 'xml', '-o', 'out'], 'xml'],
      [['--format', 'hf', '--layer', 'gold', '-o', 'out'], 'no gold layer'],
      [['--format', 'hf', '--layer', 'Вера', '-o', 'out'], 'Вера'],
      [['--format', 'hf', '--types', 'actor,verb', '-o', 'out'], 'verb'],
      [['--format', 'hf', '--split', '80/0', '-o', 'out'], '80/10/10'],
      [['--format', 'csv-claims', '--split', '80/20', '-o', 'out'], 'cannot be split'],
      [['--format', 'doccano', '--chains', 'text', '-o', 'out'], 'cannot go out like this'],
      [['--format', 'csv-claims', '-o', 'p.actant'], 'will not be written over'],
      [['--chains', 'text', '-o', 'out'], '--format'],
    ]
    for (const [options, hint] of wrong) {
      const { code, out, err } = await actant(['export', 'p.actant', ...options])
      expect({ options, code, out }).toEqual({ options, code: 2, out: '' })
      expect(err).toContain(hint)
    }
    expect(readdirSync(inFolder()).filter((name) => name.includes('out'))).toEqual([])
  })
})
