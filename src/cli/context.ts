/** What every command is given: words, streams, and how the person wants the result. */
import type { Language, Translate } from '../i18n/index.ts'
import type { Output } from './output.ts'
import type { Progress } from './progress.ts'
import { harmless } from './text.ts'

export type Context = {
  t: Translate
  /** What `t` speaks. */
  language: Language
  env: NodeJS.ProcessEnv
  stdin: NodeJS.ReadStream
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
