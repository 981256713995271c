import { askIdentity } from '../actions/identity.ts'
import { startSteps } from '../actions/steps.ts'
import type { Command } from './commands.ts'

const group = 'help'

export const helpCommands: Command[] = [
  {
    id: 'help.keyboard',
    group,
    label: 'keyboard.title',
    keys: ['CmdOrCtrl+/', 'F1'],
    run: ({ ui }) => ui.set({ dialog: { kind: 'keyboard' } }),
  },
  { id: 'help.steps', group, label: 'steps.show', keys: ['Shift+F1'], run: startSteps },
  {
    id: 'identity',
    group: 'edit',
    label: 'identity.change',
    keys: ['CmdOrCtrl+Alt+Y'],
    run: (shell) => askIdentity(shell),
  },
  {
    id: 'help.about',
    group,
    label: 'about.title',
    keys: ['CmdOrCtrl+Shift+F1'],
    run: ({ ui }) => ui.set({ dialog: { kind: 'about' } }),
  },
]
