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
  { id: 'help.steps', group, label: 'steps.show', run: startSteps },
  { id: 'identity', group: 'edit', label: 'identity.change', run: (shell) => askIdentity(shell) },
  { id: 'help.about', group, label: 'about.title', run: ({ ui }) => ui.set({ dialog: { kind: 'about' } }) },
]
