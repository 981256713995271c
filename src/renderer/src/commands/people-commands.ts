import type { Shell } from '../app/shell.ts'
import { isBlind, openAssign, toggleAssigned, toggleBlind } from '../people/people.ts'
import type { Share } from '../people/share.ts'
import type { Command } from './commands.ts'
import { articleOpen, projectOpen, projectWritable } from './states.ts'

const articlesHere = ({ ui }: Shell): string[] => {
  const { articleId } = ui.get()
  return articleId ? [articleId] : []
}

const share = (shell: Shell, wanted: Partial<Share>) =>
  shell.ui.set({
    dialog: { kind: 'share', share: { onlyMine: false, some: false, articleIds: articlesHere(shell), ...wanted } },
  })

export const peopleCommands: Command[] = [
  {
    id: 'share.layer',
    group: 'file',
    label: 'share.layer.more',
    keys: ['CmdOrCtrl+Shift+Y'],
    enabled: (shell) => projectOpen(shell) && shell.settings.get().identity !== undefined,
    run: (shell) => share(shell, { onlyMine: true }),
  },
  {
    id: 'share.articles',
    group: 'file',
    label: 'share.articles.more',
    keys: ['CmdOrCtrl+Alt+E'],
    enabled: projectOpen,
    run: (shell) => share(shell, { some: true }),
  },
  {
    id: 'blind.toggle',
    group: 'file',
    label: 'blind.toggle',
    keys: ['CmdOrCtrl+Shift+B'],
    enabled: projectWritable,
    checked: isBlind,
    run: toggleBlind,
  },
  {
    id: 'article.assign',
    group: 'article',
    label: 'assign.more',
    keys: ['CmdOrCtrl+Alt+A'],
    enabled: (shell) => articleOpen(shell) && projectWritable(shell),
    run: (shell) => openAssign(shell, articlesHere(shell)),
  },
  {
    id: 'article.onlyAssigned',
    group: 'article',
    label: 'assign.onlyMine',
    keys: ['CmdOrCtrl+Shift+R'],
    enabled: (shell) => projectOpen(shell) && shell.settings.get().identity !== undefined,
    checked: ({ ui }) => ui.get().onlyAssigned,
    run: toggleAssigned,
  },
]
