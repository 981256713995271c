import { copyTables, corpusKey, openCorpus, saveTables } from '../actions/corpus.ts'
import type { Shell } from '../app/shell.ts'
import { corpusNow } from '../corpus/query.ts'
import type { Command } from './commands.ts'
import { projectOpen } from './states.ts'

const group = 'view'

const hasTables = (shell: Shell): boolean =>
  projectOpen(shell) && shell.ui.get().corpus.shown && corpusNow(shell) !== undefined

export const corpusCommands: Command[] = [
  {
    id: 'corpus.open',
    group,
    label: 'corpus.open',
    keys: [corpusKey],
    enabled: projectOpen,
    checked: ({ ui }) => ui.get().corpus.shown,
    run: openCorpus,
  },
  { id: 'corpus.save', group, label: 'corpus.save', keys: ['CmdOrCtrl+Shift+F3'], enabled: hasTables, run: saveTables },
  { id: 'corpus.copy', group, label: 'corpus.copy', keys: ['CmdOrCtrl+Shift+F2'], enabled: hasTables, run: copyTables },
]
