import { clearFilter, isFiltered, openFilter } from '../actions/filter.ts'
import type { Command } from './commands.ts'
import { articleOpen } from './states.ts'

const group = 'annotation'

export const filterCommands: Command[] = [
  {
    id: 'filter.open',
    group,
    label: 'filter.open.more',
    keys: ['CmdOrCtrl+Shift+L'],
    enabled: articleOpen,
    run: openFilter,
  },
  {
    id: 'filter.clear',
    group,
    label: 'filter.clear.all',
    keys: ['CmdOrCtrl+Shift+X'],
    enabled: (shell) => articleOpen(shell) && isFiltered(shell),
    run: clearFilter,
  },
]
