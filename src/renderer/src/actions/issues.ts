import { v7 } from 'uuid'
import type { Shell } from '../app/shell.ts'
import { registriesQuery } from '../data/queries.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** Adds an issue to the registry; its id, or nothing where that failed (which has been said then). */
export const createIssue = async (shell: Shell, name: string): Promise<string | undefined> => {
  if (!writable(shell)) return undefined
  const done = await write(
    shell,
    ({ t }) => t('issue.notAdded'),
    () => shell.desk.addIssue({ id: v7(), name }),
  )
  if (!done) return undefined
  await shell.queries.fetchQuery({ ...registriesQuery(shell), staleTime: 0 })
  return done.value.id
}
