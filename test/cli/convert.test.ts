import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actant, inFolder, start, succeed, write } from './actant.ts'
import { parsed } from './json-forms.ts'

const corpus = () => {
  write('corpus/a.txt', '🙂 Anna met Boris.')
  write('corpus/a.ann', 'T1\tPerson 2 6\tAnna\nT2\tPerson 11 16\tBoris\nR1\tKnows Arg1:T1 Arg2:T2\nA1\tSure T1\n')
  write('corpus/b.txt', 'Nothing here.')
  write('corpus/b.ann', '')
}

it('converts a folder to a file, labels kept, and articles without annotations too', async () => {
  corpus()
  const said = await succeed('convert', 'corpus', 'out.jsonl', '--from', 'brat', '--to', 'doccano')
  expect(said).toContain('new: 1 article, 2 annotations, 1 link')
  expect(said).toContain('Wrote out.jsonl (doccano JSONL): 2 articles, 2 annotations.')
  const rows = readFileSync(inFolder('out.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const row = rows.find(({ entities }) => entities.length > 0)
  expect(
    row.entities.map(({ label, start_offset }: { label: string; start_offset: number }) => [label, start_offset]),
  ).toEqual([
    ['Person', 3],
    ['Person', 12],
  ])
  expect(row.relations).toMatchObject([{ type: 'Knows' }])
})

it('there and back: brat, INCEpTION, brat', async () => {
  corpus()
  await succeed('convert', 'corpus', 'tsv', '--to', 'webanno-tsv')
  await succeed('convert', 'tsv', 'again', '--to', 'brat')
  const [name = ''] = readdirSync(inFolder('again')).filter(
    (one) => one.endsWith('.ann') && readFileSync(inFolder('again', one), 'utf8') !== '',
  )
  expect(readFileSync(inFolder('again', name), 'utf8').split('\n').slice(0, 3)).toEqual([
    'T1\tPerson 2 6\tAnna',
    'A1\tSure T1 true',
    'T2\tPerson 11 16\tBoris',
  ])
})

it('bundles are read and written, by their names', async () => {
  corpus()
  const written = parsed('convert', await succeed('convert', 'corpus', 'b.bundle.json', '--json'))
  expect(written).toMatchObject({ from: 'brat', to: 'bundle', written: { articles: 2, annotations: 2 } })
  const table = parsed('convert', await succeed('convert', 'b.bundle.json', 'net.graphml', '--json'))
  expect(table).toMatchObject({ from: 'bundle', to: 'graphml' })
})

it('what is unclear is wrong use (2), what cannot be read is refused (3), damage is told (1)', async () => {
  corpus()
  write('x.jsonl', '{"text": "Anna", "label": [[0, 4, "PER"], [2, 99, "PER"]]}\n')
  write('no.txt', 'words')
  write('bad.tsv', 'words')
  const ended: [string[], number, string][] = [
    [['corpus', 'out.jsonl'], 2, '--to'],
    [['no.txt', 'out', '--to', 'brat'], 2, '--from'],
    [['corpus', 'out', '--to', 'hf', '--split', '80/0'], 2, '80/10/10'],
    [['missing', 'out', '--to', 'brat'], 4, 'missing'],
    [['bad.tsv', 'out', '--from', 'webanno-tsv', '--to', 'brat'], 3, ''],
    [['x.jsonl', 'out', '--from', 'doccano', '--to', 'brat'], 1, ''],
  ]
  for (const [args, code, hint] of ended) {
    const result = await actant(['convert', ...args])
    expect({ args, code: result.code }).toEqual({ args, code })
    expect(result.err).toContain(hint)
    expect(existsSync(inFolder('out'))).toBe(code === 1)
  }
})

it('an interrupt leaves nothing, and neither does the end', async () => {
  corpus()
  const text = 'Anna met Boris in Geneva and left. '.repeat(400)
  for (let i = 0; i < 150; i++) {
    write(`big/${i}.txt`, `${i} ${text}`)
    const at = `${i} `.length
    write(
      `big/${i}.ann`,
      Array.from({ length: 300 }, (_, n) => `T${n + 1}\tPerson ${at + n * 35} ${at + n * 35 + 4}\tAnna\n`).join(''),
    )
  }
  mkdirSync(inFolder('tmp'))
  const run = (interrupt: boolean) =>
    new Promise<number | null>((resolve) => {
      const child = start(['convert', interrupt ? 'big' : 'corpus', 'out', '--from', 'brat', '--to', 'hf'], {
        TMPDIR: inFolder('tmp'),
      })
      let isTold = !interrupt
      const wait = setInterval(() => {
        if (isTold || readdirSync(inFolder('tmp')).length === 0) return
        isTold = true
        child.kill('SIGINT')
      }, 20)
      child.on('close', (code) => {
        clearInterval(wait)
        resolve(code)
      })
    })
  expect(await run(true)).toBe(130)
  expect(readdirSync(inFolder()).filter((name) => name.includes('out'))).toEqual([])
  expect(readdirSync(inFolder('tmp'))).toEqual([])
  expect(await run(false)).toBe(0)
  expect(readdirSync(inFolder('tmp'))).toEqual([])
})
