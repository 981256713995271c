/** The process as the command line sees it: arguments, streams, signals. */
import { translator } from '../i18n/index.ts'
import type { Context } from './context.ts'
import { chooseLanguage } from './language.ts'
import { outputTo } from './output.ts'
import { progressOn } from './progress.ts'
import { explain, run } from './run.ts'

const argv = process.argv.slice(2)
const language = chooseLanguage(argv, process.env)
const t = translator(language)
const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupt.abort(signal))

const context: Context = {
  t,
  language,
  env: process.env,
  stdin: process.stdin,
  out: outputTo(process.stdout, 'stdout'),
  err: outputTo(process.stderr, 'stderr'),
  ...(process.stdout.isTTY && { width: process.stdout.columns }),
  progress: progressOn(process.stderr, t, process.env),
  signal: interrupt.signal,
  // Known before parsing, so that a command line that does not parse is answered in the form it asked for.
  json: argv.includes('--json'),
  verbose: argv.includes('--verbose') || Boolean(process.env['ACTANT_DEBUG']),
}

// What no call waits for; a command that waited would never end.
process.on('uncaughtException', async (error) => process.exit(await explain(error, context, argv)))
process.exitCode = await run(argv, context)
