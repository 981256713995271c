/**
 * Importing and exporting a corpus, next to the least that could do the same: prepared inserts of the rows, `JSON.stringify` and a write of
 * them. `node bench/corpora.ts [ARTICLES] [ANNOTATIONS-PER-ARTICLE] [--write]`; articles have about 3 KB. Every export runs in a process of its
 * own, which is given less heap than the texts need: what held them all would fail. `--write` puts the table into `docs/benchmarks.md`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { formatIds } from '../src/core/formats/out/format.ts'
import { closeProject, createProject, openProject } from '../src/store/open.ts'
import type { FormatRequest, Workbench } from '../src/workbench/contract.ts'
import { createWorkbench } from '../src/workbench/workbench.ts'
import { writeSection } from './page.ts'

/** Megabytes of heap that an export is given. */
const HEAP = 96

const circumstances = { program: 'bench', now: () => new Date(), newId: () => v7() }
const me = { id: v7(), name: 'Анна' }

/** mulberry32: the same corpus each time. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const syllables = [
  'за',
  'пре',
  'го',
  'во',
  'ры',
  'ми',
  'ни',
  'стр',
  'ска',
  'зал',
  'что',
  'до',
  'тех',
  'пор',
  '🙂',
  'новый',
]
const types = ['Person', 'Position', 'Claim']

type Made = { text: string; spans: { start: number; end: number; label: string; quote: string }[] }

/** Words of a few syllables; offsets in code points. */
const articlesOf = (count: number, perArticle: number) => {
  const random = seeded(1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, number): Made => {
    const words = [`Статья ${number}.`]
    for (let length = 0; length < 1500; length += words.at(-1)?.length ?? 0)
      words.push(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(syllables)).join(''))
    const text = words.join(' ')
    const points = [...text]
    const spans = Array.from({ length: perArticle }, () => {
      const first = 1 + Math.floor(random() * (words.length - 4))
      const quote = words.slice(first, first + 1 + Math.floor(random() * 3)).join(' ')
      const start = [...words.slice(0, first).join(' ')].length + 1
      return { start, end: start + [...quote].length, label: pick(types), quote }
    }).filter(({ start, end, quote }) => points.slice(start, end).join('') === quote)
    return { text, spans }
  })
}

type Cost = { clock: number; cpu: number }

const timed = async (work: () => unknown): Promise<Cost> => {
  const began = performance.now()
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return { clock: performance.now() - began, cpu: (user + system) / 1000 }
}

const inNew = async (path: string, work: (workbench: Workbench) => Promise<unknown>): Promise<Cost> => {
  const project = createProject(path, circumstances)
  try {
    const workbench = createWorkbench({ project, ...circumstances })
    workbench.identify(me)
    return await timed(() => work(workbench))
  } finally {
    closeProject(project)
  }
}

const bareInserts = (path: string, rows: readonly unknown[][]): Promise<Cost> => {
  const project = createProject(path, circumstances)
  const insert = project.db.prepare(
    'INSERT INTO annotations (articleKey, start, "end", type, id, content, sum) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const key = project.db.prepare('INSERT OR IGNORE INTO articleKeys (id) VALUES (?)')
  const cost = timed(() => {
    project.db.exec('BEGIN')
    for (const row of rows) {
      key.run(String(row[0]))
      insert.run(...row)
    }
    project.db.exec('COMMIT')
  })
  closeProject(project)
  return cost
}

/** Row by row, as an export has to. */
const bareLines = (path: string, made: readonly object[]): Promise<Cost> =>
  timed(() => {
    const file = openSync(path, 'w')
    for (const row of made) writeSync(file, `${JSON.stringify(row)}\n`)
    closeSync(file)
  })

/** What this file does in the process of one export: a line of JSON with what it cost. */
const exportOnce = async (path: string, to: string, format: FormatRequest['format'] | 'bundle', split: boolean) => {
  const project = openProject(path, { ...circumstances, mode: 'read' })
  const workbench = createWorkbench({ project, ...circumstances })
  const request = {
    layer: 'all',
    nesting: 'outermost',
    ...(split && { split: { shares: [80, 10, 10], seed: 1 } }),
  } as const
  const cost = await timed(() =>
    format === 'bundle' ? workbench.exportBundle(to) : workbench.exportFormat(to, { format, ...request }),
  )
  closeProject(project)
  process.stdout.write(JSON.stringify({ ...cost, peak: process.resourceUsage().maxRSS / 1000 }))
}

/** Nothing where the heap was too small. */
const exported = (folder: string, format: string, split = false): (Cost & { peak: number }) | undefined => {
  const to = join(folder, `out-${format}-${split}`)
  const own = [fileURLToPath(import.meta.url), '--export', join(folder, 'brat.actant'), to, format, String(split)]
  const { status, stdout } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP}`, ...own], { encoding: 'utf8' })
  rmSync(to, { recursive: true, force: true })
  return status === 0 ? JSON.parse(stdout) : undefined
}

const main = async (articles: number, perArticle: number, folder: string) => {
  const made = articlesOf(articles, perArticle)
  const corpus = join(folder, 'corpus')
  mkdirSync(corpus)
  for (const [i, { text, spans }] of made.entries()) {
    writeFileSync(join(corpus, `${i}.txt`), text)
    const lines = spans.map(({ start, end, label, quote }, n) => `T${n + 1}\t${label} ${start} ${end}\t${quote}\n`)
    writeFileSync(join(corpus, `${i}.ann`), lines.join(''))
  }
  const rows = made.flatMap(({ spans }, i) =>
    spans.map((span, n) => [
      i + 1,
      span.start,
      span.end,
      span.label,
      `${i}-${n}`,
      JSON.stringify({ ...span, more: '-'.repeat(500) }),
      0,
    ]),
  )
  const inserts = await bareInserts(join(folder, 'bare.actant'), rows)
  const lines = await bareLines(join(folder, 'bare.jsonl'), made)
  const bundle = join(folder, 'all.bundle.json')
  const importing = await inNew(join(folder, 'brat.actant'), (workbench) =>
    workbench.importAnnotated({ files: [corpus], format: 'brat' }),
  )
  const whole = exported(folder, 'bundle')
  execFileSync(process.execPath, [
    fileURLToPath(import.meta.url),
    '--export',
    join(folder, 'brat.actant'),
    bundle,
    'bundle',
    'false',
  ])
  const merging = await inNew(join(folder, 'merged.actant'), (workbench) => workbench.mergeBundles([bundle]))
  const outs = formatIds.map((format) => ({ name: `export \`${format}\``, cost: exported(folder, format) }))
  const split = { name: 'export `hf`, split 80/10/10, reprints on one side', cost: exported(folder, 'hf', true) }
  const all = [{ name: 'export a bundle', cost: whole }, ...outs, split]
  const row = (name: string, { clock, cpu, peak }: Cost & { peak?: number }, bare?: Cost) =>
    `| ${name} | ${ms(clock)} | ${bare ? `${(clock / bare.clock).toFixed(1)} ×` : ''} | ${ms(cpu)} | ${bare ? `${(cpu / bare.cpu).toFixed(1)} ×` : ''} | ${peak === undefined ? '' : `${peak.toFixed(0)} MB`} |`
  return [
    `${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model.trim()}, ${cpus().length} cores · Node ${process.versions.node} · ${articles.toLocaleString('en')} articles of 3 KB, ${rows.length.toLocaleString('en')} annotations, one run · heap of an export ${HEAP} MB · load ${loadavg()[0]?.toFixed(1)}`,
    '',
    '| | clock | to bare | processors | to bare | peak of the process |',
    '|---|--:|--:|--:|--:|--:|',
    row('bare: prepared inserts of the annotations', inserts),
    row('import from brat: reading, proving, history', importing, inserts),
    row('merge of the bundle', merging, inserts),
    row('bare: `JSON.stringify` and write, text and spans', lines),
    ...all.map(({ name, cost }) =>
      cost ? row(name, cost, lines) : `| ${name} | | | | | more than the heap of ${HEAP} MB |`,
    ),
  ].join('\n')
}

const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`

const [flag, ...given] = process.argv.slice(2)
if (flag === '--export') {
  const [path = '', to = '', format = 'bundle', split] = given
  const known = formatIds.find((one) => one === format) ?? 'bundle'
  await exportOnce(path, to, known, split === 'true')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'actant-bench-'))
  process.env['ACTANT_STATE_DIR'] = join(folder, 'state')
  const [articles = 10_000, perArticle = 10] = process.argv
    .slice(2)
    .filter((arg) => arg !== '--write')
    .map(Number)
  try {
    const table = await main(articles, perArticle, folder)
    console.log(table)
    if (process.argv.includes('--write')) writeSection('corpora', table)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
