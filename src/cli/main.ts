/** Entry of the command line; `bin/actant.mjs` finds a Node that can run it. */
import process from 'node:process'

try {
  await import('./start.ts')
} catch (error) {
  // A part of the program is not there. Left to Node this would end with 1, which means findings.
  process.stderr.write(`actant: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 4
}
