/** All keys as a table, for the help and for the README: those of the commands, of the text, of the lists and the forms. */
import type { MessageKey, Translate } from '../../../i18n/index.ts'
import { editorKeys, type KeyChord } from '../editor/keys.ts'
import { type Platform, shown } from './accelerator.ts'
import { adjudicationKeys } from './adjudication-commands.ts'
import { type Command, commandGroups, commands } from './commands.ts'

export type KeyRow = { keys: string[]; does: string }
export type KeySection = { title: string; rows: KeyRow[] }

export const keyboardTable = (t: Translate, platform: Platform): KeySection[] => [
  { title: t('keyboard.text'), rows: [...textRows(t, platform), ...local(t, platform, textKeys)] },
  { title: t('keyboard.lists'), rows: local(t, platform, listKeys) },
  { title: t('menu.adjudication'), rows: rowsOf(adjudicationKeys, t, platform) },
  ...commandGroups.map((group) => ({
    title: t(`menu.${group}`),
    rows: rowsOf(
      commands.filter((command) => command.group === group && command.keys && !command.local),
      t,
      platform,
    ),
  })),
]

const rowsOf = (list: readonly Command[], t: Translate, platform: Platform): KeyRow[] =>
  joined(
    list.map(({ keys = [], label }) => ({
      keys: keys.map((key) => shown(key, platform)),
      does: t(label).replace(/…$/, ''),
    })),
  )

/** Commands of one name, such as those for the first to the ninth person, are one row. */
const joined = (rows: KeyRow[]): KeyRow[] =>
  [...Map.groupBy(rows, ({ does }) => does).values()].map((same) => {
    const [first = { keys: [], does: '' }] = same
    const last = same.at(-1)
    return same.length > 2 && last ? { ...first, keys: [...first.keys, '…', ...last.keys] } : first
  })

const textRows = (t: Translate, platform: Platform): KeyRow[] =>
  editorKeys.map(({ command, chords }) => ({
    keys: chords.filter(({ code }) => !code.startsWith('Numpad')).map((chord) => chordText(chord, platform)),
    does: t(`keyboard.editor.${command}`),
  }))

const chordText = ({ code, shift, alt }: KeyChord, platform: Platform): string =>
  shown([alt && 'Alt', shift && 'Shift', code.replace(/^(Key|Digit)/, '')].filter(Boolean).join('+'), platform)

const local = (t: Translate, platform: Platform, keys: readonly [string[], MessageKey][]): KeyRow[] =>
  keys.map(([accelerators, does]) => ({ keys: accelerators.map((key) => shown(key, platform)), does: t(does) }))

/** What the text does by itself, as any text does. */
const textKeys: readonly [string[], MessageKey][] = [
  [['Shift+Left', 'Shift+Right'], 'keyboard.select.character'],
  [['Ctrl+Shift+Left', 'Ctrl+Shift+Right'], 'keyboard.select.word'],
  [['Ctrl+Up', 'Ctrl+Down'], 'keyboard.move.paragraph'],
  [['PageUp', 'PageDown'], 'keyboard.move.page'],
  [['Ctrl+Home', 'Ctrl+End'], 'keyboard.move.ends'],
  [['Enter', 'Y'], 'keyboard.queue.take'],
  [['N'], 'keyboard.queue.skip'],
  [['Shift+Enter'], 'keyboard.queue.rest'],
  [['Escape'], 'keyboard.queue.end'],
]

const listKeys: readonly [string[], MessageKey][] = [
  [['Up', 'Down'], 'keyboard.list.move'],
  [['Home', 'End'], 'keyboard.list.ends'],
  [['Enter'], 'keyboard.list.enter'],
  [['Up', 'Down', 'Left', 'Right'], 'keyboard.grid.move'],
  [['Delete'], 'keyboard.list.remove'],
  [['Shift+F10'], 'keyboard.list.menu'],
  [['Right', 'Left'], 'keyboard.list.chain'],
  [['/'], 'keyboard.list.filter'],
  [['CmdOrCtrl+Enter'], 'keyboard.form.save'],
  [['Escape'], 'keyboard.form.leave'],
]
