/** The README's keyboard table. */
import { translator } from '../src/i18n/index.ts'
import { keyboardTable } from '../src/renderer/src/commands/keyboard-table.ts'

const place = /(<!-- keys: .*? -->\n)[\s\S]*?(<!-- \/keys -->)/

/** The README with the keyboard table as it is now. */
export const withKeys = (readme: string): string =>
  readme.replace(place, (_, open, close) => `${open}\n${table()}\n${close}`)

const table = (): string =>
  keyboardTable(translator('en'), 'linux')
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => {
      const lines = rows.map(({ keys, does }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${does} |`)
      return [`| **${title}** | |`, '|---|---|', ...lines, ''].join('\n')
    })
    .join('\n')
