/** What the annotation in focus stands on: fragments, boundaries, parting, copies, another type. */
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { Edge } from '../../../core/boundaries.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import { moveBoundary } from '../actions/boundaries.ts'
import { focusedRow } from '../actions/focus.ts'
import { retypeAnnotation } from '../actions/retype.ts'
import { duplicateAnnotation, pickFragment, removeFragment, splitAnnotation } from '../actions/targets.ts'
import type { Command } from './commands.ts'
import { annotationWritable } from './states.ts'

const common = { group: 'annotation', bare: true, enabled: annotationWritable } as const

const boundary = (
  id: string & MessageKey,
  key: string,
  edge: Edge,
  step: 1 | -1,
  by: 'word' | 'character',
): Command => ({
  ...common,
  id,
  label: id,
  keys: [key],
  run: (shell) => moveBoundary(shell, edge, step, by),
})

export const boundaryCommands: readonly Command[] = [
  boundary('boundary.start.out', '[', 'start', -1, 'word'),
  boundary('boundary.start.in', 'Shift+[', 'start', 1, 'word'),
  boundary('boundary.end.out', ']', 'end', 1, 'word'),
  boundary('boundary.end.in', 'Shift+]', 'end', -1, 'word'),
  boundary('boundary.start.out.character', 'Alt+[', 'start', -1, 'character'),
  boundary('boundary.start.in.character', 'Alt+Shift+[', 'start', 1, 'character'),
  boundary('boundary.end.out.character', 'Alt+]', 'end', 1, 'character'),
  boundary('boundary.end.in.character', 'Alt+Shift+]', 'end', -1, 'character'),
]

export const targetCommands: readonly Command[] = [
  { ...common, id: 'fragment.add', label: 'fragment.add.more', keys: ['F'], run: pickFragment },
  { ...common, id: 'fragment.remove', label: 'fragment.remove', keys: ['Shift+F'], run: removeFragment },
  ...boundaryCommands,
  { ...common, id: 'annotation.split', label: 'annotation.split', keys: ['X'], run: splitAnnotation },
  { ...common, id: 'annotation.duplicate', label: 'annotation.duplicate', keys: ['D'], run: duplicateAnnotation },
  ...annotationTypeList.map(
    (type, index): Command => ({
      ...common,
      id: `retype.${type}`,
      label: `retype.${type}`,
      keys: [`Shift+${index + 1}`],
      checked: (shell) => focusedRow(shell)?.type === type,
      run: (shell) => retypeAnnotation(shell, type),
    }),
  ),
]
