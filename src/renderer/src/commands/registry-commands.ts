import type { Shell } from '../app/shell.ts'
import {
  chosenActor,
  openActor,
  openMerge,
  openNewActor,
  openRemoval,
  showTab,
  unmergeActor,
} from '../registry/actors.ts'
import { nextProgress, progressOf, progressStates, setProgress } from '../registry/progress.ts'
import type { Command } from './commands.ts'
import { articleOpen, projectOpen, projectWritable } from './states.ts'

const actorChosen = (shell: Shell) => projectOpen(shell) && chosenActor(shell) !== undefined
const actorWritable = (shell: Shell) => projectWritable(shell) && chosenActor(shell) !== undefined

export const progressCommands: Command[] = [
  {
    id: 'progress.next',
    group: 'article',
    label: 'progress.next',
    keys: ['CmdOrCtrl+Shift+D'],
    enabled: (shell) => articleOpen(shell) && projectWritable(shell),
    run: async (shell) => {
      const { articleId } = shell.ui.get()
      if (articleId) await nextProgress(shell, articleId)
    },
  },
  ...progressStates.map(
    (state, index): Command => ({
      id: `progress.${state}`,
      group: 'article',
      label: `progress.mark.${state}`,
      keys: [`CmdOrCtrl+${index + 5}`],
      enabled: (shell) => articleOpen(shell) && projectWritable(shell),
      checked: (shell) => articleOpen(shell) && progressOf(shell, shell.ui.get().articleId) === state,
      run: async (shell) => {
        const { articleId } = shell.ui.get()
        if (articleId) await setProgress(shell, articleId, state)
      },
    }),
  ),
]

export const registryCommands: Command[] = [
  ...(['articles', 'actors', 'issues', 'codebook'] as const).map(
    (tab, index): Command => ({
      id: `registry.${tab}`,
      group: 'registry',
      label: `registry.${tab}`,
      keys: [`CmdOrCtrl+${index + 1}`],
      enabled: projectOpen,
      checked: ({ layout }) => layout.get().leftTab === tab,
      run: (shell) => showTab(shell, tab),
    }),
  ),
  {
    id: 'duplicates',
    group: 'registry',
    label: 'duplicates.open',
    keys: ['CmdOrCtrl+Shift+H'],
    enabled: projectOpen,
    run: ({ ui }) => ui.set({ dialog: { kind: 'duplicates' } }),
  },
  {
    id: 'actor.new',
    group: 'registry',
    label: 'actor.new.more',
    keys: ['CmdOrCtrl+Shift+N'],
    enabled: projectWritable,
    run: openNewActor,
  },
  {
    id: 'actor.details',
    group: 'registry',
    label: 'actor.details.more',
    keys: ['CmdOrCtrl+I'],
    enabled: actorChosen,
    run: openActor,
  },
  {
    id: 'actor.merge',
    group: 'registry',
    label: 'actor.merge.more',
    keys: ['CmdOrCtrl+Shift+M'],
    enabled: actorWritable,
    run: openMerge,
  },
  {
    id: 'actor.unmerge',
    group: 'registry',
    label: 'actor.unmerge',
    keys: ['CmdOrCtrl+Shift+U'],
    enabled: (shell) => actorWritable(shell) && chosenActor(shell)?.mergedInto !== undefined,
    run: (shell) => unmergeActor(shell),
  },
  {
    id: 'actor.remove',
    group: 'registry',
    label: 'actor.remove.more',
    keys: ['CmdOrCtrl+Shift+Delete'],
    enabled: actorWritable,
    run: (shell) => openRemoval(shell),
  },
]
