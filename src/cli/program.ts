/** The command line's shape: options that every command has, help in the person's language, and the commands. */
import { type Argument, Command, Option } from 'commander'
import metadata from '../../package.json' with { type: 'json' }
import { languages, type MessageKey } from '../i18n/index.ts'
import { commands } from './commands/index.ts'
import type { Context } from './context.ts'
import type { ExitCode } from './exit-codes.ts'

export type Build = {
  context: Context
  /** Given the help or the version: asked for, or as the answer to `actant` alone. */
  keepHelp(text: string): void
  /** Told how the command ended. */
  finish(code: ExitCode): void
}

export const buildProgram = ({ context, keepHelp, finish }: Build): Command => {
  const { t, width } = context
  const program = new Command('actant')
  program
    .exitOverride()
    .configureOutput({
      writeOut: keepHelp,
      writeErr: keepHelp,
      // Errors are said in the person's language where they are caught.
      outputError() {},
      ...(width && { getOutHelpWidth: () => width }),
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (headings[title] ? t(headings[title]) : title),
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
      // Choices and defaults stand in the descriptions, in the person's language.
      optionDescription: (option) => option.description,
    })
    .usage(t('cli.help.usage'))
    .description(t('cli.help.description'))
    .version(metadata.version, '-V, --version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand(`help [${t('cli.name.command')}]`, t('cli.help.command'))
    .option('--json', t('cli.option.json'))
    .addOption(new Option(`--lang <${languages.join('|')}>`, t('cli.option.lang')).choices(languages))
    .option('--verbose', t('cli.option.verbose'))
    .hook('preAction', (_, command) => {
      const options = command.optsWithGlobals<{ json?: true; verbose?: true }>()
      context.json = options.json === true
      context.verbose ||= options.verbose === true
    })
    .addHelpText('after', () => `\n${t('cli.help.exitCodes')}`)
  for (const { name, define } of commands) {
    const command = program
      .command(name)
      .summary(t(`cli.${name}.summary`))
      .description(t(`cli.${name}.description`))
      .helpOption('-h, --help', t('cli.option.help'))
    define(command, context, finish)
    command.usage([t('cli.help.anyOptions'), ...command.registeredArguments.map(argumentTerm)].join(' '))
  }
  return program
}

const argumentTerm = (argument: Argument) => {
  const name = argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
  return argument.variadic ? `${name}…` : name
}

const headings: Record<string, MessageKey> = {
  'Usage:': 'cli.help.usageHeading',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Global Options:': 'cli.help.globalOptions',
  'Commands:': 'cli.help.commands',
}
