import { findStep, focusFind } from '../actions/find.ts'
import { travel } from '../actions/history.ts'
import { stepName } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { historyQuery } from '../data/queries.ts'
import type { Command } from './commands.ts'
import { articleOpen, projectWritable, typing } from './states.ts'

const group = 'edit'

const steps = (shell: Shell) => shell.queries.getQueryData(historyQuery(shell).queryKey)

export const editCommands: Command[] = [
  {
    id: 'edit.undo',
    group,
    label: 'edit.undo',
    name: (shell) => {
      const step = typing(shell) ? undefined : steps(shell)?.undo
      return step ? shell.t('edit.undo.named', { step: stepName(shell, step) }) : shell.t('edit.undo')
    },
    keys: ['CmdOrCtrl+Z'],
    enabled: (shell) =>
      typing(shell) || (projectWritable(shell) && (steps(shell)?.undo ?? shell.moving.current) !== undefined),
    run: (shell) => travel(shell, 'undo'),
  },
  {
    id: 'edit.redo',
    group,
    label: 'edit.redo',
    name: (shell) => {
      const step = typing(shell) ? undefined : steps(shell)?.redo
      return step ? shell.t('edit.redo.named', { step: stepName(shell, step) }) : shell.t('edit.redo')
    },
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    enabled: (shell) => typing(shell) || (projectWritable(shell) && steps(shell)?.redo !== undefined),
    run: (shell) => travel(shell, 'redo'),
  },
  { id: 'find', group, label: 'find', keys: ['CmdOrCtrl+F'], enabled: articleOpen, run: focusFind },
  {
    id: 'find.next',
    group,
    label: 'find.next',
    keys: ['F3'],
    enabled: articleOpen,
    run: (shell) => findStep(shell, 1),
  },
  {
    id: 'find.previous',
    group,
    label: 'find.previous',
    keys: ['Shift+F3'],
    enabled: articleOpen,
    run: (shell) => findStep(shell, -1),
  },
  {
    id: 'edit.snap',
    group,
    label: 'edit.snap',
    keys: ['CmdOrCtrl+Alt+W'],
    checked: ({ layout }) => layout.get().snap,
    run: ({ layout }) => layout.set({ snap: !layout.get().snap }),
  },
]
