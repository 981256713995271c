/**
 * The store next to the least that could do the same: prepared inserts into the same schema, JSON.stringify of the same
 * records. `node bench/store.ts [ARTICLES] [ANNOTATIONS-PER-ARTICLE] [--write]`; medians of three, of merging five; `--write` puts what merging costs
 * into `docs/benchmarks.md`. Merging is measured by the clock and in
 * processor time (of all threads, collecting and compiling included, and the system's share), other bulk work in processor time, so that
 * other programs do not count; single actions by the clock.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { readBundle } from '../src/core/bundle-read.ts'
import { canonicalText } from '../src/core/canonical.ts'
import { closeProject, createProject, openProject } from '../src/store/open.ts'
import type { Workbench } from '../src/workbench/contract.ts'
import type { ReadFile } from '../src/workbench/read-content.ts'
import { createReaderPool } from '../src/workbench/reader-pool.ts'
import { startReaderProcess } from '../src/workbench/reader-process.ts'
import { createWorkbench } from '../src/workbench/workbench.ts'
import { writeSection } from './page.ts'

const [articleCount = 100, perArticle = 500] = process.argv
  .slice(2)
  .filter((arg) => arg !== '--write')
  .map(Number)
const folder = mkdtempSync(join(tmpdir(), 'actant-bench-'))
process.env['ACTANT_STATE_DIR'] = join(folder, 'state')

const circumstances = { program: 'bench', now: () => new Date(), newId: () => v7() }
const me = { id: v7(), name: 'Анна' }
const stamp = (id: string) => ({
  id,
  version: { [me.id]: 1 },
  createdAt: '2025-09-01T09:00:00.000Z',
  createdBy: me.id,
  modifiedAt: '2025-09-01T09:00:00.000Z',
  modifiedBy: me.id,
})

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const quantile = (times: number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * q)] ?? 0
/** In ms: by the clock, and of processors. */
type Time = { clock: number; cpu: number }

const timedBoth = async (work: () => unknown): Promise<Time> => {
  const began = performance.now()
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return { clock: performance.now() - began, cpu: (user + system) / 1000 }
}
const timed = async (work: () => unknown): Promise<number> => (await timedBoth(work)).cpu
/** The longest that anything else had to wait meanwhile. */
const longestWait = async (work: () => Promise<unknown>): Promise<number> => {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await work()
  clearInterval(watch)
  return longest
}
const medianOf = (times: Time[]): Time => ({
  clock: median(times.map(({ clock }) => clock)),
  cpu: median(times.map(({ cpu }) => cpu)),
})
const thrice = async (work: (round: number) => Promise<number> | number): Promise<number> =>
  median([await work(0), await work(1), await work(2)])

const sentence =
  'Представитель ведомства сообщил журналистам, что переговоры продолжатся, если стороны выполнят условия. '
const textOf = (i: number) => `Статья ${i}. ${sentence.repeat(15)}`
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const annotationOf = (text: string, articleId: string, i: number) => {
  const start = (i * 7) % (text.length - 60)
  const end = start + 12 + (i % 30)
  const position = i % 3 === 0
  return {
    ...stamp(v7()),
    articleId,
    annotatorId: me.id,
    type: position ? 'position' : 'actor',
    target: {
      fragments: [{ start, end, quote: text.slice(start, end) }],
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    },
    codes: [],
    attributes: {},
    body: position
      ? {
          holders: [{ implicit: true }],
          stance: 'support',
          attribution: [{ sources: [{ implicit: true }], cue: [], basis: 'context', mode: 'indirect' }],
        }
      : { mention: 'nominal' },
    certainty: 'sure',
    origin: 'manual',
    basedOn: [],
    anchor: 'exact',
  }
}

const makeBundle = (): string => {
  const texts = Array.from({ length: articleCount }, (_, i) => textOf(i))
  return canonicalText({
    format: 'actant-bundle',
    formatVersion: '1.0',
    offsetUnit: 'codepoint',
    textNormalization: 'lf1',
    generator: { name: 'bench', version: '1' },
    project: { id: v7(), title: 'Замер' },
    annotators: [{ ...stamp(me.id), name: me.name, kind: 'person' }],
    codebook: { codes: [], attributes: [], linkTypes: [] },
    actors: [],
    issues: [],
    articles: texts.map((text) => ({ ...stamp(idOf(text)), text, textRevision: 0, blocks: [], marks: [] })),
    annotations: texts.flatMap((text) => {
      const articleId = idOf(text)
      return Array.from({ length: perArticle }, (_, i) => annotationOf(text, articleId, i))
    }),
    links: [],
    adjudications: [],
    progress: [],
    tombstones: [],
    conflicts: [],
  })
}

const inNew = async <T>(
  name: string,
  work: (workbench: Workbench, path: string) => T | Promise<T>,
  readFile?: ReadFile,
): Promise<T> => {
  const path = join(folder, name)
  rmSync(path, { force: true })
  const project = createProject(path, circumstances)
  try {
    const workbench = createWorkbench({ project, ...circumstances, ...(readFile && { readFile }) })
    workbench.identify(me)
    return await work(workbench, path)
  } finally {
    closeProject(project)
  }
}

/** Rows that are ready, in one transaction: the least an import can do. */
const bareInserts = async (rows: unknown[][], statement: string): Promise<Time> => {
  const path = join(folder, 'bare.actant')
  rmSync(path, { force: true })
  const project = createProject(path, circumstances)
  const insert = project.db.prepare(statement)
  const keys = project.db.prepare('INSERT INTO articleKeys (id) VALUES (?)')
  const step = "INSERT INTO steps (action, params, at, state, sum) VALUES ('', '', '', 'done', 0)"
  const change = project.db.prepare("INSERT INTO changes VALUES (1, ?, 'annotation', ?, NULL, 0)")
  const time = await timedBoth(() => {
    project.db.exec('BEGIN')
    for (let i = 0; i < articleCount; i++) keys.run(String(i))
    project.db.exec(step)
    for (const [i, row] of rows.entries()) {
      insert.run(...row)
      change.run(i, row[4])
    }
    project.db.exec('COMMIT')
  })
  closeProject(project)
  return time
}

const stages = ['bare', 'parsing', 'reading', 'merging'] as const
type Stages = Record<(typeof stages)[number], Time>

const mergeReport = (annotations: number, size: number, { bare, parsing, reading, merging }: Stages): string => {
  const row = (what: string, { clock, cpu }: Time, goal = '') =>
    `| ${what} | ${ms(clock)} | ${(clock / bare.clock).toFixed(2)} × | ${ms(cpu)} | ${(cpu / bare.cpu).toFixed(2)} × | ${goal} |`
  return [
    `${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model.trim()}, ${cpus().length} cores · Node ${process.versions.node} · ${annotations.toLocaleString('en')} annotations in a bundle of ${(size / 1e6).toFixed(0)} MB · load ${loadavg()[0]?.toFixed(1)}`,
    '',
    '| medians of five | clock | to bare inserts | processors | to bare inserts | goal |',
    '|---|--:|--:|--:|--:|---|',
    row('prepared inserts of the same rows, ready beforehand, with their history', bare),
    row('`JSON.parse` of the bundle', parsing),
    row('reading: strict parser, schema, quotes, references, order', reading),
    row(
      'merging: reading and one transaction',
      merging,
      `≤ 3 ×${merging.clock <= 3 * bare.clock ? ', reached' : ', missed'}`,
    ),
  ].join('\n')
}

const line = (what: string, value: string, goal = '') =>
  console.log(`${what.padEnd(58)}${value.padStart(14)}   ${goal}`)
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`

const main = async () => {
  const bundle = makeBundle()
  const file = join(folder, 'bundle.json')
  writeFileSync(file, bundle)
  const size = Buffer.byteLength(bundle)
  const parsed = JSON.parse(bundle)
  const annotations = articleCount * perArticle
  console.log(`${articleCount} articles × ${perArticle} annotations, ${(size / 1e6).toFixed(0)} MB of bundle\n`)

  const rows = parsed.annotations.map((each: ReturnType<typeof annotationOf>, i: number) => {
    const [fragment] = each.target.fragments
    return [1 + Math.floor(i / perArticle), fragment?.start, fragment?.end, each.type, each.id, canonicalText(each), i]
  })
  const statement =
    'INSERT INTO annotations (articleKey, start, "end", type, id, content, sum) VALUES (?, ?, ?, ?, ?, ?, ?)'
  const bytes = readFileSync(file)
  // In turns, so that a busy moment of the machine falls on all of them.
  const rounds: Stages[] = []
  for (let i = 0; i < 5; i++) {
    rounds.push({
      bare: await bareInserts(rows, statement),
      parsing: await timedBoth(() => JSON.parse(bytes.toString())),
      reading: await timedBoth(() => readBundle(bytes)),
      merging: await inNew(`merged-${i}.actant`, (workbench) => timedBoth(() => workbench.mergeBundles([file]))),
    })
  }
  const medians = Object.fromEntries(
    stages.map((stage) => [stage, medianOf(rounds.map((round) => round[stage]))]),
  ) as Stages
  const { bare, parsing, reading, merging } = medians
  if (process.argv.includes('--write')) writeSection('merge', mergeReport(annotations, size, medians))
  const both = ({ clock, cpu }: Time) => `${ms(clock)} / ${ms(cpu)}`
  line(
    'prepared inserts of the same rows, history, clock / cpu',
    both(bare),
    `${Math.round(annotations / bare.clock)} a ms`,
  )
  line('JSON.parse of the bundle', both(parsing))
  line('read, check and mend the bundle', both(reading))
  line(
    'merge: all of it',
    both(merging),
    `${(merging.clock / bare.clock).toFixed(2)} / ${(merging.cpu / bare.cpu).toFixed(2)} × inserts, goal 3`,
  )

  const waits = await inNew('waiting.actant', (workbench) => longestWait(() => workbench.mergeBundles([file])))
  line('merge: the longest that another call waits', ms(waits))

  const path = join(folder, 'merged-0.actant')
  const project = openProject(path, { ...circumstances, mode: 'write' })
  const workbench = createWorkbench({ project, ...circumstances })
  workbench.identify(me)
  const exporting = await thrice(() => timed(() => workbench.exportBundle(join(folder, 'out.json'))))
  const stringify = await thrice(() => timed(() => JSON.stringify(parsed)))
  const everything = await thrice(() =>
    timed(() => {
      const all = project.db.prepare('SELECT content FROM annotations ORDER BY articleKey').all()
      writeFileSync(join(folder, 'all.json'), JSON.stringify(all.map((row) => JSON.parse(Object(row).content))))
    }),
  )
  line('JSON.stringify of the same records', ms(stringify))
  line('.all(), stringify, write', ms(everything))
  line(
    'export: quotes and checksums checked, digest, synced',
    ms(exporting),
    `${(stringify / exporting).toFixed(2)} × stringify, goal 0.25; ${(everything / exporting).toFixed(2)} × .all(), goal 0.9`,
  )

  const ids = workbench.articles().map(({ id }) => id)
  const opening = ids.map((id) => {
    const start = performance.now()
    workbench.annotations(id)
    return performance.now() - start
  })
  line(
    `open ${perArticle} annotations of ${annotations}, p50 / p95`,
    `${quantile(opening, 0.5).toFixed(2)} / ${quantile(opening, 0.95).toFixed(2)} ms`,
    'goal 3 ms; warm 2, cold p95 10',
  )

  const articleId = ids[0] ?? ''
  const acting = Array.from({ length: 1000 }, (_, i) => {
    const start = performance.now()
    workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: i, end: i + 6 }] })
    return performance.now() - start
  })
  line(
    'one tag, committed and undoable, p50 / p99',
    `${quantile(acting, 0.5).toFixed(2)} / ${quantile(acting, 0.99).toFixed(2)} ms`,
    'goal p50 1 ms',
  )
  closeProject(project)

  const articles = join(folder, 'articles')
  mkdirSync(articles)
  const count = 2000
  for (let i = 0; i < count; i++) writeFileSync(join(articles, `${i}.txt`), textOf(i + 1e6))
  const addAll = async (workbench: Workbench) => {
    const start = performance.now()
    await workbench.addArticles([{ file: articles }])
    return performance.now() - start
  }
  const readers = createReaderPool(startReaderProcess)
  await readers.read(new TextEncoder().encode('The process is there.'), {})
  const elsewhere = await inNew('elsewhere.actant', addAll, readers.read)
  readers.end()
  await inNew('articles.actant', async (workbench) => {
    const here = await addAll(workbench)
    const rate = (took: number) => `${Math.round((count / took) * 1000)} a second`
    const what = `add ${count} articles of ${(Buffer.byteLength(textOf(0)) / 1000).toFixed(1)} kB, by the clock`
    line(`${what}, read in this process`, ms(here), rate(here))
    line(
      `${what}, read in a process of its own`,
      ms(elsewhere),
      `${rate(elsewhere)}, ${(here / elsewhere).toFixed(2)} × the speed, goal 0.6`,
    )
    const listing = await thrice(() => timed(() => workbench.articles()))
    line(`list ${count} articles`, ms(listing))
    const checking = await timed(() => workbench.check())
    line(`check them`, ms(checking))
  })
}

try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
