/** What every command is given: words, streams, and how the person wants the result. */
import type { Readable, Writable } from 'node:stream'
import { type Language, type Translate, translator } from '../i18n/index.ts'
import { chooseLanguage } from './language.ts'
import { type Output, outputTo } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { harmless } from './text.ts'

export type Context = {
  t: Translate
  /** What `t` speaks. */
  language: Language
  env: NodeJS.ProcessEnv
  stdin: Readable & { isTTY?: boolean }
  out: Output
  err: Output
  /** Columns of the terminal that stdout is, if it is one. */
  width?: number
  progress: Progress
  /** Aborted by Ctrl+C and the like. */
  signal: AbortSignal
  /** Results as JSON, for machines. */
  json: boolean
  /** The stack of a bug, for whoever reports it. */
  verbose: boolean
}

/** Where a command runs: a process, or what stands for one. */
export type Surroundings = {
  env: NodeJS.ProcessEnv
  stdin: Readable & { isTTY?: boolean }
  stdout: Writable & { isTTY?: boolean; columns?: number }
  stderr: Writable & { isTTY?: boolean; columns?: number }
}

/** @param signal aborted by Ctrl+C and the like */
export const contextOf = (
  argv: readonly string[],
  { env, stdin, stdout, stderr }: Surroundings,
  signal: AbortSignal,
): Context => {
  const language = chooseLanguage(argv, env)
  const t = translator(language)
  return {
    t,
    language,
    env,
    stdin,
    out: outputTo(stdout, 'stdout'),
    err: outputTo(stderr, 'stderr'),
    ...(stdout.isTTY && stdout.columns !== undefined && { width: stdout.columns }),
    progress: progressOn(stderr, t, env),
    signal,
    // Known before parsing, so that a command line that does not parse is answered in the form it asked for.
    json: argv.includes('--json'),
    verbose: argv.includes('--verbose') || Boolean(env['ACTANT_DEBUG']),
  }
}

/** Writes what the command was asked for: one line of JSON, or lines for a person. Nothing else goes to stdout. */
export const giveResult = ({ json, out }: Context, machine: unknown, human: () => readonly string[]): Promise<void> =>
  out.write(
    json
      ? `${JSON.stringify(machine)}\n`
      : human()
          .map((line) => `${harmless(line)}\n`)
          .join(''),
  )

/** A remark beside the result, on stderr. */
export const remark = ({ err, progress }: Context, sentence: string): Promise<void> => {
  progress.clear()
  return err.write(`actant: ${harmless(sentence)}\n`)
}

/** Why there is no result: a sentence, or with `--json` the same with its code, so that a program can tell failures apart. */
export const complain = (context: Context, code: string, sentence: string): Promise<void> =>
  context.json
    ? context.err.write(`${JSON.stringify({ error: { code, message: sentence } })}\n`)
    : remark(context, sentence)
