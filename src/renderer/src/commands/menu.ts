/** The native menu, made from the commands: sent again whenever a name or a state in it changes. */
import type { MessageKey } from '../../../i18n/index.ts'
import type { MenuItem, MenuModel } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'
import { commandById, isEnabled, keysNow } from './commands.ts'
import { type Entry, menuStructure } from './menu-structure.ts'

/** Chosen recent projects come back as this and their place in the list. */
export const recentCommand = 'recent:'

export const menuModel = (shell: Shell): MenuModel => ({
  items: menuStructure.map(({ title, entries }) => submenu(shell, title, entries)),
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
