import { followNext, followOn, goBack } from '../actions/follow.ts'
import { openLinkPicker } from '../actions/links.ts'
import type { Command } from './commands.ts'
import { annotationFocused, annotationWritable, projectOpen } from './states.ts'

const group = 'annotation'

export const linkCommands: Command[] = [
  {
    id: 'link.add',
    group,
    label: 'link.add.more',
    keys: ['L'],
    bare: true,
    enabled: annotationWritable,
    run: openLinkPicker,
  },
  {
    id: 'link.follow',
    group,
    label: 'link.follow',
    keys: ['G'],
    bare: true,
    enabled: annotationFocused,
    run: followNext,
  },
  {
    id: 'link.followOn',
    group,
    label: 'link.followOn',
    keys: ['Shift+G'],
    bare: true,
    enabled: annotationFocused,
    run: followOn,
  },
  {
    id: 'link.back',
    group,
    label: 'link.back',
    // Not Alt+Left, which is the caret's own on a Mac.
    keys: ['CmdOrCtrl+['],
    enabled: (shell) => projectOpen(shell) && shell.ui.get().back.length > 0,
    run: goBack,
  },
]
