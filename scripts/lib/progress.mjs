/** Numbered steps: `[2/5] packages … done (12 s)`. */
import { Failure } from './failure.mjs'

/**
 * @typedef {{
 *   name: string,
 *   missing: () => string | undefined | Promise<string | undefined>,
 *   bring: () => Promise<string | void>,
 * }} Step `missing` says what has to be done, or nothing; `bring` does it and may return a remark.
 */

/**
 * Takes the steps in order and does only what is missing. Silent where nothing is, unless `verbose`.
 * @param {Step[]} steps
 * @param {{ verbose?: boolean }} [options]
 */
export async function takeSteps(steps, { verbose = false } = {}) {
  for (const [index, step] of steps.entries()) {
    const label = `[${index + 1}/${steps.length}] ${step.name}`
    const missing = await step.missing()
    if (missing) await takeStep(`${label}: ${missing}`, step.bring)
    else if (verbose) process.stdout.write(`${label} … in place\n`)
  }
}

async function takeStep(label, bring) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  process.stdout.write(`${label} … `)
  const ticker = process.stdout.isTTY && setInterval(() => process.stdout.write(`\r${label} … ${seconds()} s `), 1000)
  try {
    const remark = await bring()
    process.stdout.write(`${ticker ? `\r${label} … ` : ''}done (${seconds()} s)\n${remark ? `      ${remark}\n` : ''}`)
  } catch (error) {
    process.stdout.write(`${ticker ? `\r${label} … ` : ''}failed (${seconds()} s)\n`)
    throw error instanceof Failure ? error : new Failure(error.stack)
  } finally {
    if (ticker) clearInterval(ticker)
  }
}
