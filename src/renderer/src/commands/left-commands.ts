import { goToLeft } from '../actions/left.ts'
import type { Command } from './commands.ts'
import { articleOpen } from './states.ts'

// Letters are scarce: those that are left are the codes' own.
const keys = { unlinked: 'U', unsourced: 'N', unsure: 'F7' } as const

/** What is left to do, each with its key; Shift goes back. */
export const leftCommands: Command[] = (['unlinked', 'unsourced', 'unsure'] as const).flatMap((task): Command[] =>
  (['next', 'previous'] as const).map((way) => ({
    id: `left.${task}.${way}`,
    group: 'annotation',
    label: `left.${task}.${way}`,
    keys: [way === 'next' ? keys[task] : `Shift+${keys[task]}`],
    bare: task !== 'unsure',
    enabled: articleOpen,
    run: (shell) => goToLeft(shell, task, way === 'next' ? 1 : -1),
  })),
)
