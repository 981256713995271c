import { copyFigures, openAgreement, saveFigures, stepDisagreement } from '../actions/agreement.ts'
import { reportNow } from '../agreement/query.ts'
import type { Shell } from '../app/shell.ts'
import type { Command } from './commands.ts'
import { projectOpen } from './states.ts'

const group = 'view'

const hasFigures = (shell: Shell): boolean =>
  projectOpen(shell) && shell.ui.get().agreement.shown && reportNow(shell) !== undefined

const looking = (shell: Shell): boolean => projectOpen(shell) && shell.ui.get().agreement.looking !== undefined

export const agreementCommands: Command[] = [
  {
    id: 'agreement.open',
    group,
    label: 'agreement.open.more',
    keys: ['CmdOrCtrl+Shift+G'],
    enabled: projectOpen,
    checked: ({ ui }) => ui.get().agreement.shown,
    run: openAgreement,
  },
  {
    id: 'agreement.next',
    group,
    label: 'agreement.next',
    keys: ['F9'],
    enabled: looking,
    run: (shell) => stepDisagreement(shell, 1),
  },
  {
    id: 'agreement.previous',
    group,
    label: 'agreement.previous',
    keys: ['Shift+F9'],
    enabled: looking,
    run: (shell) => stepDisagreement(shell, -1),
  },
  {
    id: 'agreement.save',
    group,
    label: 'agreement.save',
    keys: ['CmdOrCtrl+Alt+C'],
    enabled: hasFigures,
    run: saveFigures,
  },
  {
    id: 'agreement.copy',
    group,
    label: 'agreement.copy',
    keys: ['CmdOrCtrl+Shift+C'],
    enabled: hasFigures,
    run: copyFigures,
  },
]
