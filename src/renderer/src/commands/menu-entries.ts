/** Commands as entries of a menu in the window. */
import type { Shell } from '../app/shell.ts'
import type { MenuEntry } from '../parts/Menu.tsx'
import { shown } from './accelerator.ts'
import { commandById, isEnabled, runCommand } from './commands.ts'

export const menuEntries = (shell: Shell, ids: readonly string[]): MenuEntry[] =>
  ids.flatMap((id) => {
    const command = commandById(id)
    if (!command) return []
    const [key] = command.keys ?? []
    return {
      id,
      label: command.name?.(shell) ?? shell.t(command.label),
      shortcut: key && shown(key, shell.platform),
      disabled: !isEnabled(shell, command),
      run: () => void runCommand(shell, id),
    }
  })
