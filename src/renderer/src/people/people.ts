/** Who works on which article, and whether others' work is hidden until one is done. */
import { announce } from '../actions/notices.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import type { Shell } from '../app/shell.ts'
import { blindQuery } from '../data/queries.ts'

export const isBlind = (shell: Shell): boolean => shell.queries.getQueryData(blindQuery(shell).queryKey) ?? false

export const toggleBlind = async (shell: Shell) => {
  const on = !isBlind(shell)
  if (!writable(shell)) return
  const done = await write(
    shell,
    ({ t }) => t('blind.notSet'),
    () => shell.desk.setBlind(on),
  )
  if (!done) return
  shell.queries.setQueryData(blindQuery(shell).queryKey, on)
  shell.ui.set({ focusId: undefined, editId: undefined })
  // Counts, mentions, links: nearly all that was read is another now.
  await shell.queries.invalidateQueries()
  announce(shell, ({ t }) => t(on ? 'blind.on' : 'blind.off'))
}

export const openAssign = ({ ui }: Shell, articleIds: readonly string[]) =>
  ui.set({ dialog: { kind: 'assign', articleIds } })

/** Assigns articles to people, or takes them back; says whether that was written. */
export const assign = async (
  shell: Shell,
  how: 'assign' | 'unassign',
  articleIds: string[],
  annotatorIds: string[],
): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('assign.notDone'),
    () => shell.desk[how](articleIds, annotatorIds),
  )
  if (done)
    announce(shell, ({ t }) => t(how === 'assign' ? 'assign.done' : 'assign.takenBack', { count: articleIds.length }))
  return done !== undefined
}

/** Adds somebody to whom work can be assigned; their id. */
export const addPerson = async (shell: Shell, name: string): Promise<string | undefined> => {
  const done = await write(
    shell,
    ({ t }) => t('assign.notAdded'),
    () => shell.desk.addAnnotator(name),
  )
  return done?.value.id
}

export const toggleAssigned = ({ ui }: Shell) => ui.set({ onlyAssigned: !ui.get().onlyAssigned })
