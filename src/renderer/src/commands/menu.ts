/** The native menu, made from the commands: sent again whenever a name or a state in it changes. */
import type { MessageKey } from '../../../i18n/index.ts'
import type { MenuItem, MenuModel, MenuRole } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'
import { keyedLayers } from '../people/layer-key.ts'
import { adjudicationKeys } from './adjudication-commands.ts'
import { commandById, isEnabled, keysNow } from './commands.ts'
import { boundaryCommands } from './target-commands.ts'

type Entry = string | '-' | { role: MenuRole; label: MessageKey } | { title: MessageKey; entries: Entry[] } | 'recents'

const structure: { title: MessageKey; entries: Entry[] }[] = [
  {
    title: 'menu.file',
    entries: [
      'project.new',
      'project.open',
      'recents',
      'project.sample',
      '-',
      'project.rename',
      'blind.toggle',
      'project.saveCopy',
      '-',
      'bundle.export',
      'share.layer',
      'share.articles',
      'bundle.merge',
      'conflicts',
      'bundle.validate',
      '-',
      'import.open',
      'export.open',
      '-',
      'codebook.export',
      'codebook.import',
      '-',
      'project.check',
      '-',
      'project.close',
      { role: 'close', label: 'menu.closeWindow' },
      { role: 'quit', label: 'menu.quit' },
    ],
  },
  {
    title: 'menu.edit',
    entries: [
      'edit.undo',
      'edit.redo',
      '-',
      { role: 'cut', label: 'menu.cut' },
      { role: 'copy', label: 'menu.copy' },
      { role: 'paste', label: 'menu.paste' },
      { role: 'selectAll', label: 'menu.selectAll' },
      '-',
      'find',
      'find.next',
      'find.previous',
      '-',
      'edit.snap',
      'identity',
    ],
  },
  {
    title: 'menu.view',
    entries: [
      'palette',
      '-',
      'pane.left',
      'pane.right',
      '-',
      'registry.articles',
      'registry.actors',
      'registry.issues',
      'registry.codebook',
      'codebook.guide',
      '-',
      {
        title: 'menu.layers',
        entries: [
          'layer.onlyMine',
          'layer.everybody',
          '-',
          ...Array.from({ length: keyedLayers }, (_, place) => `layer.${place + 1}`),
          '-',
          'layer.colours',
        ],
      },
      '-',
      {
        title: 'menu.agreement',
        entries: [
          'agreement.open',
          '-',
          'agreement.next',
          'agreement.previous',
          '-',
          'agreement.save',
          'agreement.copy',
        ],
      },
      { title: 'menu.corpus', entries: ['corpus.open', '-', 'corpus.save', 'corpus.copy'] },
      '-',
      'area.next',
      'area.previous',
      '-',
      'text.larger',
      'text.smaller',
      'text.normal',
      {
        title: 'menu.zoom',
        entries: [
          { role: 'zoomIn', label: 'menu.zoomIn' },
          { role: 'zoomOut', label: 'menu.zoomOut' },
          { role: 'resetZoom', label: 'menu.zoomReset' },
        ],
      },
      '-',
      { title: 'menu.theme', entries: ['theme.system', 'theme.light', 'theme.dark'] },
      { title: 'menu.language', entries: ['language.en', 'language.ru'] },
      '-',
      { role: 'togglefullscreen', label: 'menu.fullScreen' },
    ],
  },
  {
    title: 'menu.article',
    entries: [
      'article.addFiles',
      'article.addFolder',
      'article.paste',
      '-',
      'article.details',
      'article.correct',
      'article.adjudicate',
      {
        title: 'menu.adjudication',
        entries: adjudicationKeys.map(({ id }) => id),
      },
      'article.previous',
      'article.next',
      '-',
      'progress.next',
      { title: 'menu.progress', entries: ['progress.todo', 'progress.doing', 'progress.done'] },
      '-',
      'article.assign',
      'article.onlyAssigned',
      '-',
      'article.remove',
    ],
  },
  {
    title: 'menu.annotation',
    entries: [
      'tag.actor',
      'tag.position',
      'tag.claim',
      '-',
      'mention.who',
      'mention.take',
      'mention.unlink',
      'mention.others',
      '-',
      'chain.edit',
      'chain.same',
      'chain.walk',
      'chain.back',
      '-',
      'annotation.codes',
      '-',
      'link.add',
      'link.follow',
      'link.followOn',
      'link.back',
      '-',
      'fragment.add',
      'fragment.remove',
      { title: 'menu.boundaries', entries: boundaryCommands.map(({ id }) => id) },
      'annotation.split',
      'annotation.duplicate',
      { title: 'menu.retype', entries: ['retype.actor', 'retype.position', 'retype.claim'] },
      '-',
      'annotation.edit',
      'annotation.unsure',
      'annotation.remove',
      '-',
      'annotation.previous',
      'annotation.next',
      '-',
      {
        title: 'menu.left',
        entries: [
          'left.unlinked.next',
          'left.unlinked.previous',
          'left.unsourced.next',
          'left.unsourced.previous',
          'left.unsure.next',
          'left.unsure.previous',
        ],
      },
      '-',
      'filter.open',
      'filter.clear',
      '-',
      'orphan.next',
      'orphan.place',
    ],
  },
  {
    title: 'menu.registry',
    entries: [
      'duplicates',
      '-',
      'actor.new',
      '-',
      'actor.details',
      'actor.merge',
      'actor.unmerge',
      '-',
      'actor.remove',
      '-',
      'issue.new',
      '-',
      'issue.details',
      'issue.up',
      'issue.down',
      'issue.in',
      'issue.out',
      'issue.merge',
      'issue.unmerge',
      '-',
      'issue.remove',
    ],
  },
  {
    title: 'menu.codebook',
    entries: [
      'code.new',
      'attribute.new',
      'linkType.new',
      'codebook.new',
      '-',
      'codebook.details',
      'codebook.up',
      'codebook.down',
      'codebook.in',
      'codebook.out',
      'codebook.merge',
      'codebook.unmerge',
      'codebook.retire',
      '-',
      'codebook.remove',
    ],
  },
  { title: 'menu.help', entries: ['help.keyboard', 'help.steps', '-', 'help.about'] },
]

/** Chosen recent projects come back as this and their place in the list. */
export const recentCommand = 'recent:'

export const menuModel = (shell: Shell): MenuModel => ({
  items: structure.map(({ title, entries }) => submenu(shell, title, entries)),
})

const submenu = (shell: Shell, title: MessageKey, entries: Entry[]): MenuItem => ({
  type: 'submenu',
  label: shell.t(title),
  items: entries.map((entry) => item(shell, entry)),
})

const item = (shell: Shell, entry: Entry): MenuItem => {
  if (entry === '-') return { type: 'separator' }
  if (entry === 'recents') return recents(shell)
  if (typeof entry === 'object') {
    return 'role' in entry
      ? { type: 'role', role: entry.role, label: shell.t(entry.label) }
      : submenu(shell, entry.title, entry.entries)
  }
  const command = commandById(entry)
  if (!command) throw new Error(`no command ${entry}`)
  const [accelerator] = keysNow(shell, command)
  return {
    type: 'command',
    id: command.id,
    label: command.name?.(shell) ?? shell.t(command.label),
    enabled: isEnabled(shell, command),
    ...(accelerator ? { accelerator } : {}),
    ...(command.checked ? { checked: command.checked(shell) } : {}),
  }
}

const recents = (shell: Shell): MenuItem => {
  const list = shell.settings.get().recents
  return {
    type: 'submenu',
    label: shell.t('project.recent'),
    enabled: list.length > 0,
    items: list.map(({ name, missing }, index) => ({
      type: 'command',
      id: `${recentCommand}${index}`,
      label: name,
      enabled: !missing,
    })),
  }
}
