/** Wrong use of the command line, in the person's language. */
import type { CommanderError } from 'commander'
import type { Translate } from '../i18n/index.ts'

/** commander says it in English only; its code and the quoted names in its message are enough to say it anew. */
export const usageSentence = (error: CommanderError, t: Translate): string => {
  const [name = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1])
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1]
  const hint = similar === undefined ? '' : ` ${t('cli.usage.similar', { similar })}`
  switch (error.code) {
    case 'commander.missingArgument':
      return t('cli.usage.missingArgument', { name })
    case 'commander.optionMissingArgument':
      return t('cli.usage.missingValue', { name })
    case 'commander.unknownOption':
      return t('cli.usage.unknownOption', { name }) + hint
    case 'commander.unknownCommand':
      return t('cli.usage.unknownCommand', { name }) + hint
    case 'commander.excessArguments':
      return t('cli.usage.excessArguments')
    case 'commander.invalidArgument':
      return t('cli.usage.invalidValue', { name, value, choices: /choices are (.*)\./.exec(error.message)?.[1] ?? '' })
    default:
      return error.message.replace(/^error: /, '')
  }
}
