import type { Code } from '../../../core/codebook.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import { openCodePicker, toggleGuide } from '../actions/coding.ts'
import { exportCodebook, importCodebook } from '../actions/exchange-codebook.ts'
import type { Shell } from '../app/shell.ts'
import { chosenCode, chosenEntry, openCodeMerge, openEntry, openEntryRemoval, openNew } from '../codebook/codebook.ts'
import type { Entry } from '../codebook/entries.ts'
import { moveCode, retireCode, unmergeCode } from '../codebook/writes.ts'
import type { Command } from './commands.ts'
import { annotationWritable, projectOpen, projectWritable } from './states.ts'

const group = 'codebook'
const pane = 'codebook'

/** A command on the entry that the list stands at. */
const onEntry = (
  id: string,
  label: MessageKey,
  key: string,
  run: (shell: Shell, entry: Entry) => void | Promise<void>,
): Command => ({
  id,
  group,
  pane,
  label,
  keys: [key],
  enabled: (shell) =>
    (id === 'codebook.details' ? projectOpen(shell) : projectWritable(shell)) && chosenEntry(shell) !== undefined,
  run: (shell) => {
    const entry = chosenEntry(shell)
    return entry && run(shell, entry)
  },
})

/** A command on the code that the list stands at. */
const onCode = (
  id: string,
  label: MessageKey,
  key: string,
  run: (shell: Shell, code: Code) => void | Promise<void>,
  can: (code: Code) => boolean = () => true,
): Command => ({
  id,
  group,
  pane,
  label,
  keys: [key],
  enabled: (shell) => {
    const code = chosenCode(shell)
    return projectWritable(shell) && code !== undefined && can(code)
  },
  run: (shell) => {
    const code = chosenCode(shell)
    return code && run(shell, code)
  },
})

const isMerged = ({ mergedInto }: Code) => mergedInto !== undefined
const stands = (code: Code) => !isMerged(code)

const newEntries = [
  ['code', 'CmdOrCtrl+Alt+K'],
  ['attribute', 'CmdOrCtrl+Shift+T'],
  ['linkType', 'CmdOrCtrl+L'],
] as const

export const codebookCommands: Command[] = [
  {
    id: 'annotation.codes',
    group: 'annotation',
    label: 'annotation.codes.more',
    keys: ['K'],
    bare: true,
    enabled: annotationWritable,
    run: openCodePicker,
  },
  {
    id: 'codebook.guide',
    group,
    label: 'codebook.guide',
    keys: ['CmdOrCtrl+Alt+G'],
    enabled: projectOpen,
    checked: ({ layout }) => layout.get().guide,
    run: toggleGuide,
  },
  ...newEntries.map(
    ([kind, key]): Command => ({
      id: `${kind}.new`,
      group,
      label: `${kind}.new.more`,
      keys: [key],
      enabled: projectWritable,
      run: (shell) => openNew(shell, kind),
    }),
  ),
  {
    id: 'codebook.new',
    group,
    pane,
    label: 'codebook.new',
    keys: ['CmdOrCtrl+Alt+N'],
    enabled: projectWritable,
    run: (shell) => openNew(shell, 'here'),
  },
  onEntry('codebook.details', 'codebook.details', 'CmdOrCtrl+Alt+I', openEntry),
  onCode('codebook.up', 'code.up', 'CmdOrCtrl+Alt+Up', (shell, code) => moveCode(shell, code, 'up'), stands),
  onCode('codebook.down', 'code.down', 'CmdOrCtrl+Alt+Down', (shell, code) => moveCode(shell, code, 'down'), stands),
  onCode('codebook.in', 'code.in', 'CmdOrCtrl+Alt+Right', (shell, code) => moveCode(shell, code, 'in'), stands),
  onCode('codebook.out', 'code.out', 'CmdOrCtrl+Alt+Left', (shell, code) => moveCode(shell, code, 'out'), stands),
  onCode('codebook.merge', 'code.merge', 'CmdOrCtrl+Alt+M', openCodeMerge),
  onCode('codebook.unmerge', 'code.unmerge', 'CmdOrCtrl+Alt+U', unmergeCode, isMerged),
  onCode('codebook.retire', 'code.retire.toggle', 'CmdOrCtrl+Alt+R', retireCode, stands),
  onEntry('codebook.remove', 'codebook.remove', 'CmdOrCtrl+Alt+X', openEntryRemoval),
  {
    id: 'codebook.export',
    group: 'file',
    label: 'codebook.export.more',
    keys: ['CmdOrCtrl+Shift+J'],
    enabled: projectOpen,
    run: exportCodebook,
  },
  {
    id: 'codebook.import',
    group: 'file',
    label: 'codebook.import.more',
    keys: ['CmdOrCtrl+Alt+J'],
    enabled: projectWritable,
    run: importCodebook,
  },
]
