import { editAnnotation, removeAnnotations, tagHere, toggleCertainty } from '../actions/annotations.ts'
import { focusNeighbour } from '../actions/focus.ts'
import type { Command } from './commands.ts'
import { annotationWritable, articleOpen, projectWritable } from './states.ts'

const group = 'annotation'

export const annotationCommands: Command[] = [
  ...(['actor', 'position', 'claim'] as const).map(
    (type, index): Command => ({
      id: `tag.${type}`,
      group,
      label: `tag.${type}`,
      keys: [String(index + 1)],
      local: true,
      enabled: (shell) => articleOpen(shell) && projectWritable(shell),
      run: (shell) => tagHere(shell, type),
    }),
  ),
  {
    id: 'annotation.next',
    group,
    label: 'annotation.next',
    keys: ['F8'],
    enabled: articleOpen,
    run: (shell) => focusNeighbour(shell, 1),
  },
  {
    id: 'annotation.previous',
    group,
    label: 'annotation.previous',
    keys: ['Shift+F8'],
    enabled: articleOpen,
    run: (shell) => focusNeighbour(shell, -1),
  },
  {
    id: 'annotation.edit',
    group,
    label: 'annotation.edit',
    keys: ['Enter'],
    local: true,
    enabled: annotationWritable,
    run: (shell) => {
      const { focusId } = shell.ui.get()
      if (focusId) editAnnotation(shell, focusId)
    },
  },
  {
    id: 'annotation.unsure',
    group,
    label: 'annotation.unsure.toggle',
    keys: ['CmdOrCtrl+U'],
    enabled: annotationWritable,
    run: toggleCertainty,
  },
  {
    id: 'annotation.remove',
    group,
    label: 'annotation.remove',
    keys: ['Delete'],
    local: true,
    enabled: annotationWritable,
    run: async (shell) => {
      const { focusId } = shell.ui.get()
      if (focusId) await removeAnnotations(shell, [focusId])
    },
  },
]
