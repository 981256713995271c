/** What a command's file is. */
import { type Command, Option } from 'commander'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-codes.ts'

export type CliCommand<Name extends string = string> = {
  name: Name
  /** Gives the command its arguments, options and examples; its action tells `finish` how it ended. */
  define(command: Command, context: Context, finish: (code: ExitCode) => void): void
}

export const withExamples = (command: Command, { t }: Context, examples: readonly string[]): Command =>
  command.addHelpText('after', `\n${t('cli.help.examples')}\n${examples.map((example) => `  $ ${example}`).join('\n')}`)

/** An option that can be given several times, each time with one value. */
export const repeatedOption = (flag: string, value: string, description: string): Option =>
  new Option(`--${flag} <${value}>`, description)
    .default([])
    .argParser((given: string, before: string[]) => [...before, given])

/** For the commands that write: who does it. */
export const asOption = ({ t }: Context): Option => new Option(`--as <${t('cli.name.person')}>`, t('cli.option.as'))
