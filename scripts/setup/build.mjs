/** Step: the program's bundles in `out/`, made again only when what they come from has changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { fromRoot, inPackages } from '../lib/project.mjs'
import { run } from '../lib/run.mjs'
import { nodePath } from './node.mjs'

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const RESULTS = [
  'main/index.mjs',
  'main/service.mjs',
  'main/reader.mjs',
  'main/cli.mjs',
  'preload/index.cjs',
  'renderer/index.html',
]
const STAMP = fromRoot('out', '.made-from')
const TIME_LIMIT_SECONDS = 5 * 60

/** @returns {import('../lib/progress.mjs').Step} */
export const buildStep = ({ always = false } = {}) => ({
  name: 'build',
  missing() {
    if (always) return 'bundles'
    if (!RESULTS.every((name) => existsSync(fromRoot('out', name)))) return 'bundles'
    return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash()
      ? undefined
      : 'bundles, sources have changed'
  },
  bring: build,
})

/** To be called by whoever else writes to `out/`: the next start makes the bundles anew. */
export const forgetBuild = () => rmSync(STAMP, { force: true })

async function build() {
  // Taken first: what changes while building leaves the stamp out of date.
  const hash = sourceHash()
  forgetBuild()
  const electronVite = inPackages('electron-vite', 'bin', 'electron-vite.js')
  const { code, output, stopped } = await run(nodePath(), [electronVite, 'build', '--logLevel', 'warn'], {
    seconds: TIME_LIMIT_SECONDS,
    env: process.stdout.isTTY ? {} : { NO_COLOR: '1' },
  })
  if (code !== 0) throw new Failure(`The build failed${stopped ? ` (${stopped})` : ''}:\n${output.trim()}`)
  writeFileSync(STAMP, hash)
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesIn))
    hash
      .update(`${path}\0`)
      .update(readFileSync(fromRoot(path)))
      .update('\0')
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(fromRoot(path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(fromRoot(path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
}
