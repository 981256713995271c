/**
 * Everything the window can be told to do, once: the native menu, the command palette, the keys and the keyboard table come from
 * this list.
 */
import type { MessageKey } from '../../../i18n/index.ts'
import type { Layout } from '../app/layout.ts'
import type { Shell } from '../app/shell.ts'
import { adjudicationCommands } from './adjudication-commands.ts'
import { agreementCommands } from './agreement-commands.ts'
import { annotationCommands } from './annotation-commands.ts'
import { articleCommands } from './article-commands.ts'
import { codebookCommands } from './codebook-commands.ts'
import { corpusCommands } from './corpus-commands.ts'
import { editCommands } from './edit-commands.ts'
import { fileCommands } from './file-commands.ts'
import { filterCommands } from './filter-commands.ts'
import { helpCommands } from './help-commands.ts'
import { issueCommands } from './issue-commands.ts'
import { layerCommands } from './layer-commands.ts'
import { leftCommands } from './left-commands.ts'
import { linkCommands } from './link-commands.ts'
import { peopleCommands } from './people-commands.ts'
import { progressCommands, registryCommands } from './registry-commands.ts'
import { targetCommands } from './target-commands.ts'
import { viewCommands } from './view-commands.ts'

export type Command = {
  id: string
  group: CommandGroup
  label: MessageKey
  /** A fuller name than the label, such as which step is undone. */
  name?(shell: Shell): string
  /** In Electron's notation; the first is the one that is shown. */
  keys?: readonly string[]
  /** The keys belong to the text or to a list, which handles them; here they are only shown. */
  local?: boolean
  /** The keys count while a pane shows this; those of the pane on the left then go before the same keys elsewhere. */
  pane?: Layout['leftTab'] | 'adjudication'
  /** A letter or Space: the keys count only where the text or the list of annotations has the keyboard itself. */
  bare?: boolean
  enabled?(shell: Shell): boolean
  checked?(shell: Shell): boolean
  run(shell: Shell): void | Promise<void>
}

export const commandGroups = ['file', 'edit', 'view', 'article', 'annotation', 'registry', 'codebook', 'help'] as const
export type CommandGroup = (typeof commandGroups)[number]

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...layerCommands,
  ...agreementCommands,
  ...corpusCommands,
  ...articleCommands,
  ...adjudicationCommands,
  ...progressCommands,
  ...peopleCommands,
  ...annotationCommands,
  ...targetCommands,
  ...filterCommands,
  ...leftCommands,
  ...linkCommands,
  ...registryCommands,
  ...issueCommands,
  ...codebookCommands,
  ...helpCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

export const commandById = (id: string): Command | undefined => byId.get(id)

export const isEnabled = (shell: Shell, command: Command): boolean => command.enabled?.(shell) ?? true

/** The keys by which a command can be run now. */
export const keysNow = ({ layout, ui }: Shell, { keys = [], pane }: Command): readonly string[] => {
  if (pane === 'adjudication') return ui.get().adjudication ? keys : []
  const { leftTab } = layout.get()
  if (pane) return pane === leftTab ? keys : []
  const before = commands.filter((command) => command.pane === leftTab).flatMap((command) => command.keys ?? [])
  return keys.filter((key) => !before.includes(key))
}

/** Runs a command if it can be run now; says whether. */
export const runCommand = (shell: Shell, id: string): boolean => {
  const command = byId.get(id)
  if (!command || !isEnabled(shell, command)) return false
  void command.run(shell)
  return true
}
