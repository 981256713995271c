import type { Shell } from '../app/shell.ts'
import { shown } from '../commands/accelerator.ts'
import { commandById, isEnabled, runCommand } from '../commands/commands.ts'
import type { MenuEntry } from '../parts/Menu.tsx'

/** Commands as a menu; '-' is a line. */
export const commandEntries = (shell: Shell, ids: readonly string[]): MenuEntry[] =>
  ids.flatMap((id, index): MenuEntry[] => {
    if (id === '-') return [{ id: `line${index}`, separator: true }]
    const command = commandById(id)
    if (!command) return []
    const [key] = command.keys ?? []
    return [
      {
        id,
        label: shell.t(command.label),
        shortcut: key && shown(key, shell.platform),
        disabled: !isEnabled(shell, command),
        run: () => void runCommand(shell, id),
      },
    ]
  })
