import { removeAnnotations, tagHere, toggleCertainty } from '../actions/annotations.ts'
import { editChain, focusedSpoken, takeChainBefore, walkBack, walkChain, walkedFrom } from '../actions/chains.ts'
import { focusNeighbour } from '../actions/focus.ts'
import { takeOrEdit } from '../actions/linking.ts'
import { startQueue } from '../actions/mention-queue.ts'
import { focusedMention, linkMention, openActorPicker, takeProposal } from '../actions/mentions.ts'
import { focusedOrphan, nextOrphan, placeOrphan } from '../actions/orphans.ts'
import type { Shell } from '../app/shell.ts'
import type { Command } from './commands.ts'
import { annotationWritable, articleOpen, projectOpen, projectWritable } from './states.ts'

const group = 'annotation'

const mentionWritable = (shell: Shell): boolean => annotationWritable(shell) && focusedMention(shell) !== undefined

const spokenWritable = (shell: Shell): boolean => annotationWritable(shell) && focusedSpoken(shell) !== undefined

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
      if (focusId) takeOrEdit(shell, focusId)
    },
  },
  {
    id: 'mention.who',
    group,
    label: 'mention.who.more',
    keys: ['A'],
    bare: true,
    enabled: mentionWritable,
    run: openActorPicker,
  },
  {
    id: 'mention.take',
    group,
    label: 'mention.take',
    keys: ['Space'],
    bare: true,
    enabled: (shell) => mentionWritable(shell) && focusedMention(shell)?.body.actorId === undefined,
    run: takeProposal,
  },
  {
    id: 'mention.unlink',
    group,
    label: 'mention.unlink',
    keys: ['Shift+A'],
    bare: true,
    enabled: (shell) => mentionWritable(shell) && focusedMention(shell)?.body.actorId !== undefined,
    run: async (shell) => {
      const row = focusedMention(shell)
      if (row) await linkMention(shell, row, null)
    },
  },
  {
    id: 'mention.others',
    group,
    label: 'queue.start',
    keys: ['M'],
    bare: true,
    enabled: mentionWritable,
    run: startQueue,
  },
  {
    id: 'chain.edit',
    group,
    label: 'chain.edit.more',
    keys: ['S'],
    bare: true,
    enabled: spokenWritable,
    run: editChain,
  },
  {
    id: 'chain.same',
    group,
    label: 'chain.same',
    keys: ['C'],
    bare: true,
    enabled: spokenWritable,
    run: takeChainBefore,
  },
  {
    id: 'chain.walk',
    group,
    label: 'chain.walk',
    keys: ['W'],
    bare: true,
    enabled: (shell) => articleOpen(shell) && focusedSpoken(shell) !== undefined,
    run: walkChain,
  },
  {
    id: 'chain.back',
    group,
    label: 'chain.back',
    keys: ['Shift+W'],
    bare: true,
    enabled: (shell) => articleOpen(shell) && walkedFrom(shell) !== undefined,
    run: walkBack,
  },
  {
    id: 'annotation.unsure',
    group,
    label: 'annotation.unsure.toggle',
    keys: ['CmdOrCtrl+U'],
    enabled: annotationWritable,
    run: toggleCertainty,
  },
  { id: 'orphan.next', group, label: 'orphan.next', keys: ['CmdOrCtrl+F8'], enabled: projectOpen, run: nextOrphan },
  {
    id: 'orphan.place',
    group,
    label: 'orphan.place',
    keys: ['O'],
    bare: true,
    enabled: (shell) => annotationWritable(shell) && focusedOrphan(shell) !== undefined,
    run: placeOrphan,
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
