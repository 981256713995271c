/**
 * `npm test [-- --only=unit,e2e] [FILE…]`: everything that has to hold, stage by stage. Files narrow the unit and end-to-end
 * stages. The last line counts the tests; a stage without tests of its own counts as one failed when it fails.
 */
import { existsSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Failure, main } from './lib/failure.mjs'
import { fromRoot, inPackages, readJson, scratch } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { buildStep } from './setup/build.mjs'
import { withDisplays } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'
import { nodePath } from './setup/node.mjs'

// A quarter of it on two idle cores; the rest is for machines that are slow, or do other things too.
const TIME_LIMIT_SECONDS = 2400
const FAILED_AS_ONE = { passed: 0, failed: 1, skipped: 0 }

/** Each answers with its counts; without any for a stage that has no tests of its own. */
const stages = {
  lint: checkWith(
    [['@biomejs', 'biome', 'bin', 'biome'], 'check', '--error-on-warnings', '.'],
    [fromRoot('scripts', 'check-layers.mjs')],
  ),
  types: checkWith(
    [['typescript', 'bin', 'tsc'], '-p', 'tsconfig.json', '--noEmit'],
    [['typescript', 'bin', 'tsc'], '-p', 'src/core/tsconfig.json', '--noEmit'],
  ),
  unit: runVitest,
  build: runBuild,
  e2e: runPlaywright,
}

const began = Date.now()
const secondsLeft = () => Math.max(1, TIME_LIMIT_SECONDS - (Date.now() - began) / 1000)

await main(async () => {
  const { only, files } = readArguments(process.argv.slice(2))
  const rows = []
  try {
    await ensureSetup({ electron: only.includes('e2e') || only.includes('unit') })
    for (const name of only) {
      const stageBegan = Date.now()
      process.stdout.write(`\n── ${name} ──\n`)
      const counts = await stages[name](files)
      rows.push({ name, ...counts, seconds: Math.round((Date.now() - stageBegan) / 1000) })
      // The end-to-end tests would only test an older build.
      if (name === 'build' && counts.failed) break
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stdout.write(`\n✗ ${error.message}\n`)
    rows.push({ name: 'set-up', ...FAILED_AS_ONE, seconds: 0 })
  }
  return summarize(rows)
})

function readArguments(given) {
  const names = Object.keys(stages)
  const only = given
    .filter((argument) => argument.startsWith('--only='))
    .flatMap((argument) => argument.slice(7).split(','))
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Failure(`--only takes ${names.join(', ')}; "${unknown}" is none of them.`)
  return {
    only: only.length ? names.filter((name) => only.includes(name)) : names,
    files: given.filter((argument) => !argument.startsWith('--')),
  }
}

function summarize(rows) {
  const total = (what) => rows.reduce((sum, row) => sum + row[what], 0)
  process.stdout.write('\n── summary ──\n')
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const hasTests = passed + failed + skipped > 0 && (name === 'unit' || name === 'e2e')
    const outcome = hasTests ? counted(passed, failed, skipped) : failed ? 'failed' : 'ok'
    process.stdout.write(`${name.padEnd(7)} ${outcome} (${seconds} s)\n`)
  }
  process.stdout.write(`${counted(total('passed'), total('failed'), total('skipped'))}\n`)
  return total('failed') ? 1 : 0
}

function counted(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** A stage that runs checkers one after the other; they speak for themselves. */
function checkWith(...commands) {
  return async () => {
    let isFine = true
    for (const [tool, ...args] of commands) {
      const script = Array.isArray(tool) ? inPackages(...tool) : tool
      const { code, stopped } = await run(nodePath(), [script, ...args], { show: true, seconds: secondsLeft() })
      if (stopped) process.stdout.write(`${stopped}\n`)
      if (code !== 0) isFine = false
    }
    return isFine ? { passed: 0, failed: 0, skipped: 0 } : FAILED_AS_ONE
  }
}

async function runBuild() {
  try {
    await ensureSetup({ electron: false, further: [buildStep({ always: true })] })
    return { passed: 0, failed: 0, skipped: 0 }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stdout.write(`${error.message}\n`)
    return FAILED_AS_ONE
  }
}

async function runVitest(files) {
  const report = scratch('vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files]
  return counts(inPackages('vitest', 'vitest.mjs'), args, report, {}, ({ testResults, ...totals }) => ({
    passed: totals.numPassedTests,
    // A file that cannot even be loaded fails without naming a test.
    failed:
      totals.numFailedTests +
      testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length,
    skipped: totals.numPendingTests + totals.numTodoTests,
  }))
}

async function runPlaywright(files) {
  const report = scratch('playwright.json')
  const args = ['test', '--reporter=list,json', ...files]
  // Each worker draws on a display of its own: keys go to the window that has the focus, and the clipboard is the display's.
  return withDisplays(Math.min(2, availableParallelism()), (displays) => {
    const env = { ACTANT_DISPLAYS: displays.join(' '), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    return counts(inPackages('@playwright', 'test', 'cli.js'), args, report, env, ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }))
  })
}

/** Runs a test runner and reads its report. No report, no test or a bad end without a failed test count as one failed. */
async function counts(runner, args, report, env, read) {
  rmSync(report, { force: true })
  const { code, stopped } = await run(nodePath(), [runner, ...args], { env, show: true, seconds: secondsLeft() })
  if (stopped) process.stdout.write(`\n✗ Stopped: ${stopped}\n`)
  if (!existsSync(report)) return FAILED_AS_ONE
  const found = read(readJson(report))
  if (found.passed + found.failed + found.skipped === 0) process.stdout.write('✗ No test was found.\n')
  const isSilent = found.failed === 0 && (code !== 0 || found.passed + found.skipped === 0)
  return isSilent ? { ...found, failed: 1 } : found
}
