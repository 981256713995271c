import { openPaste, pickArticles, removeArticle } from '../actions/articles.ts'
import { beginCorrection } from '../actions/correction.ts'
import { openNeighbour } from '../actions/open-article.ts'
import type { Command } from './commands.ts'
import { articleOpen, projectWritable } from './states.ts'

const group = 'article'

export const articleCommands: Command[] = [
  {
    id: 'article.addFiles',
    group,
    label: 'article.addFiles.more',
    keys: ['CmdOrCtrl+Shift+O'],
    enabled: projectWritable,
    run: (shell) => pickArticles(shell, 'articles'),
  },
  {
    id: 'article.addFolder',
    group,
    label: 'article.addFolder.more',
    keys: ['CmdOrCtrl+Alt+F'],
    enabled: projectWritable,
    run: (shell) => pickArticles(shell, 'folder'),
  },
  {
    id: 'article.paste',
    group,
    label: 'article.paste.more',
    keys: ['CmdOrCtrl+Shift+V'],
    enabled: projectWritable,
    run: openPaste,
  },
  {
    id: 'article.details',
    group,
    label: 'article.details.more',
    keys: ['F2'],
    enabled: articleOpen,
    run: ({ ui }) => {
      const { articleId } = ui.get()
      if (articleId) ui.set({ dialog: { kind: 'article', articleId } })
    },
  },
  {
    id: 'article.correct',
    group,
    label: 'article.correct.more',
    keys: ['CmdOrCtrl+Shift+E'],
    enabled: articleOpen,
    run: beginCorrection,
  },
  {
    id: 'article.previous',
    group,
    label: 'article.previous',
    keys: ['Alt+Up'],
    enabled: articleOpen,
    run: (shell) => openNeighbour(shell, -1),
  },
  {
    id: 'article.next',
    group,
    label: 'article.next',
    keys: ['Alt+Down'],
    enabled: articleOpen,
    run: (shell) => openNeighbour(shell, 1),
  },
  {
    id: 'article.remove',
    group,
    label: 'article.remove',
    keys: ['CmdOrCtrl+Delete'],
    enabled: (shell) => articleOpen(shell) && projectWritable(shell),
    run: async (shell) => {
      const { articleId } = shell.ui.get()
      if (articleId) await removeArticle(shell, articleId)
    },
  },
]
