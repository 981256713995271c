/** One run of the command line, from its arguments to the exit code. */
import { CommanderError } from 'commander'
import { Failure } from '../core/failure.ts'
import { commands } from './commands/index.ts'
import { type Context, complain, remark } from './context.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts'
import { buildProgram } from './program.ts'
import { failureSentence } from './sentences.ts'
import { Stop, wrongUse } from './stop.ts'
import { usageSentence } from './usage.ts'

/** Never throws: what goes wrong is said on stderr and told by the code. */
export const run = async (argv: readonly string[], context: Context): Promise<ExitCode> => {
  try {
    return await attempt(argv, context)
  } catch (error) {
    context.progress.clear()
    return explain(error, context, argv)
  }
}

const attempt = async (argv: readonly string[], context: Context): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.fine
  let help = ''
  const program = buildProgram({
    context,
    keepHelp: (text) => {
      help += text
    },
    finish: (ended) => {
      code = ended
    },
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end the parsing by an error too: of code 0 where they were asked for.
    if (error.exitCode === 0) await context.out.write(help)
    else if (help === '') throw wrongUse(usageSentence(error, context.t))
    else {
      await context.err.write(help)
      code = exitCodes.usage
    }
  }
  return code
}

/** @returns the exit code that belongs to what went wrong, after saying it */
export const explain = async (error: unknown, context: Context, argv: readonly string[]): Promise<ExitCode> => {
  const { t, signal } = context
  if (error instanceof Stop) {
    const hint = error.exitCode === exitCodes.usage ? ` ${t('cli.usage.tryHelp', { command: helpFor(argv) })}` : ''
    await complain(context, error.code, error.message + hint)
    return error.exitCode
  }
  if (error instanceof Failure && error.code === 'cancelled' && signal.aborted) {
    await remark(context, t('cli.interrupted'))
    return signalCodes[String(signal.reason)] ?? exitCodes.interrupted
  }
  if (error instanceof Failure) await complain(context, error.code, failureSentence(t, error))
  else await complain(context, 'bug', t('cli.bug', { error: String(error) }))
  if (context.verbose && error instanceof Error) await context.err.write(`${stackOf(error)}\n`)
  return exitCodeOf(error)
}

const signalCodes: Record<string, ExitCode> = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
  SIGHUP: exitCodes.hungUp,
}

const stackOf = ({ stack, cause }: Error): string =>
  cause instanceof Error ? `${stack}\nCaused by: ${stackOf(cause)}` : String(stack)

const helpFor = (argv: readonly string[]): string => {
  const command = commands.find(({ name }) => argv.includes(name))
  return command ? `actant ${command.name} --help` : 'actant --help'
}
