/**
 * Measures the built program in its own window and writes the table to `docs/benchmarks.md`. `--runs=N` sets how many starts
 * the medians are over; `--dry` only prints.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { writeSection } from './page.ts'
import { type Measured, measureMemory, measureRun, median } from './window/measure.ts'
import { makeProject, type Size } from './window/project.ts'
import { markdown, sections } from './window/report.ts'

const sizes: Size[] = [
  { name: '5 KB × 20 annotations', length: 5_000, annotations: 20 },
  { name: '100 KB × 1,000 annotations', length: 100_000, annotations: 1_000 },
  { name: '1 MB × 20,000 annotations', length: 1_000_000, annotations: 20_000 },
]
const warmUp: Size = { name: 'warm-up', length: 3_000, annotations: 10 }
const heavy: Size = { name: '2 MB × 20,000 annotations', length: 2_000_000, annotations: 20_000 }

const main = async (): Promise<void> => {
  const runs = Number(/^--runs=(\d+)$/.exec(process.argv.find((one) => one.startsWith('--runs=')) ?? '')?.[1] ?? 3)
  const folder = mkdtempSync(join(tmpdir(), 'actant-bench-'))
  const head = machine(runs)
  try {
    const project = join(folder, 'bench.actant')
    say('making the project')
    const [short, ...rest] = await makeProject(folder, project, [warmUp, ...sizes, heavy])
    const long = rest.pop()
    if (!short || !long) throw new Error('The articles are missing')
    const all: Measured[][] = []
    for (let run = 1; run <= runs; run += 1) {
      say(`run ${run} of ${runs}`)
      all.push(await measureRun(project, folder, [short, ...rest]))
    }
    say('memory')
    const memory = await measureMemory(project, folder, short, long)
    const report = `${head}\n\n${markdown(sections(sizes, mediansOf(all), memory))}`
    process.stdout.write(`${report}\n`)
    if (!process.argv.includes('--dry')) writeSection('window', report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = (what: string): boolean => process.stderr.write(`${what} …\n`)

const mediansOf = (runs: readonly Measured[][]): Measured[] =>
  sizes.map((_, index) => medianOf(runs.flatMap((run) => run[index] ?? [])))

/** Each number by its own median; objects within likewise. */
const medianOf = <T extends object>(values: readonly T[]): T =>
  Object.fromEntries(
    Object.entries(values[0] ?? {}).map(([name, first]) => {
      const all = values.map((value) => value[name as keyof T])
      return [name, typeof first === 'number' ? median(all as number[]) : medianOf(all as object[])]
    }),
  ) as T

const machine = (runs: number): string => {
  const electron = readFileSync(new URL('../node_modules/electron/dist/version', import.meta.url), 'utf8').trim()
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const date = new Date().toISOString().slice(0, 10)
  return `${date} · ${processor}, ${cpus().length} cores, ${gigabytes} GB · ${type()} ${release()} · Electron ${electron}, software rendering where there is no display · medians of ${runs} starts · load ${loadavg()[0]?.toFixed(1)} before`
}

await main()
