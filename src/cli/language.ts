/** Which language to speak: `--lang` first, then the locale the terminal runs in. */
import { type Language, languageFor, languages } from '../i18n/index.ts'

/** Read before the options are parsed, because the help itself is in that language; a wrong value is refused later. */
export const chooseLanguage = (argv: readonly string[], env: NodeJS.ProcessEnv): Language => {
  const asked = optionValue(argv, '--lang')
  return languages.find((language) => language === asked) ?? languageFor(locale(env))
}

// POSIX: the first that is set and not empty counts. Windows sets none of them.
const locale = (env: NodeJS.ProcessEnv) =>
  env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale

const optionValue = (argv: readonly string[], name: string): string | undefined => {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const joined = options.findLast((option) => option.startsWith(`${name}=`))
  return joined?.slice(name.length + 1) ?? options[options.lastIndexOf(name) + 1 || options.length]
}
