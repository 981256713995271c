/** The process as the command line sees it: arguments, streams, signals. */
import { contextOf } from './context.ts'
import { explain, run } from './run.ts'

const argv = process.argv.slice(2)
const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupt.abort(signal))
const context = contextOf(argv, process, interrupt.signal)

// What no call waits for; a command that waited would never end.
process.on('uncaughtException', async (error) => process.exit(await explain(error, context, argv)))
process.exitCode = await run(argv, context)
