/**
 * How the window fares while a folder of articles comes in: frames, tags and the time it all takes. Writes the table to
 * `docs/benchmarks.md`; `npm run bench -- adding [--articles=N] [--dry]`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSection } from './page.ts'
import { type AddingTimes, measureAdding } from './window/adding.ts'
import { median, p95 } from './window/measure.ts'
import { makeProject } from './window/project.ts'
import { syntheticText } from './window/synthetic.ts'

const main = async (): Promise<void> => {
  const count = Number(/=(\d+)$/.exec(process.argv.find((one) => one.startsWith('--articles=')) ?? '')?.[1] ?? 10_000)
  const folder = mkdtempSync(join(tmpdir(), 'actant-bench-'))
  try {
    const project = join(folder, 'bench.actant')
    const [open] = await makeProject(folder, project, [{ name: 'open', length: 100_000, annotations: 1000 }])
    if (!open) throw new Error('The article is missing')
    const articles = join(folder, 'articles')
    mkdirSync(articles)
    const text = syntheticText(3000)
    for (let i = 0; i < count; i++) writeFileSync(join(articles, `${i}.txt`), `Article ${i}\n\n${text}`)
    // One that is refused, so that the report is shown: with it the work is done.
    writeFileSync(join(articles, 'empty.txt'), '')
    const report = markdown(count, await measureAdding(project, join(folder, 'state'), open, articles))
    process.stdout.write(`${report}\n`)
    if (!process.argv.includes('--dry')) writeSection('adding', report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const markdown = (count: number, { seconds, frames, quiet, tags }: AddingTimes): string => {
  const row = (what: string, value: string, beside: string, goal = '') => `| ${what} | ${value} | ${beside} | ${goal} |`
  const ms = (value: number) => `${Math.round(value)} ms`
  const verdict = (value: number, goal: number) => `≤ ${goal} ms, ${value <= goal ? 'reached' : 'missed'}`
  return [
    `${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model.trim()}, ${cpus().length} cores · load ${loadavg()[0]?.toFixed(1)} · ${count.toLocaleString('en')} files of 3 KB, ${Math.round(seconds)} s, ${Math.round(count / seconds)} a second`,
    '',
    '| | while they come in | before | goal |',
    '|---|--:|--:|---|',
    row(
      'longest time between two frames',
      ms(Math.max(...frames)),
      ms(Math.max(...quiet)),
      verdict(Math.max(...frames), 50),
    ),
    row('p95', ms(p95(frames)), ms(p95(quiet))),
    row('a tag: key → painted, median', ms(median(tags)), ''),
    row('longest', ms(Math.max(...tags)), ''),
  ].join('\n')
}

await main()
