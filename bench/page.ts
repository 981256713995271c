/** The page the benches write to: each its own section between two marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

/** Puts a bench's report in the place of its last one. */
export const writeSection = (name: string, report: string): void => {
  const before = readFileSync(page, 'utf8')
  const opening = `<!-- ${name}: begin -->`
  const begin = before.indexOf(opening)
  const end = before.indexOf(`<!-- ${name}: end -->`)
  if (begin < 0 || end < 0) throw new Error(`${page} has no place for ${name}`)
  writeFileSync(page, `${before.slice(0, begin + opening.length)}\n\n${report}\n\n${before.slice(end)}`)
}
