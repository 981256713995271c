/** Making and changing splits that are written down; they are no steps of the history, so what is lost is asked about first. */
import type { SplitDraft } from '../../../workbench/contract.ts'
import { isolated } from '../app/explain.ts'
import type { Say, Shell } from '../app/shell.ts'
import { confirmed } from './confirm.ts'
import { runJob } from './jobs.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

const making: Say = ({ t }) => t('splits.making')

export const makeSplit = (shell: Shell, draft: SplitDraft): Promise<boolean> =>
  change(
    shell,
    () => runJob(shell, making, (job) => shell.desk.makeSplit(draft, job)),
    ({ t }) => t('splits.made', { name: isolated(draft.name) }),
    ({ t }) => t('splits.notMade'),
  )

export const extendSplit = (shell: Shell, name: string): Promise<boolean> =>
  change(
    shell,
    () => runJob(shell, making, (job) => shell.desk.extendSplit(name, job)),
    ({ t }) => t('splits.extended'),
  )

export const renameSplit = (shell: Shell, name: string, to: string): Promise<boolean> =>
  change(
    shell,
    () => shell.desk.renameSplit(name, to),
    ({ t }) => t('splits.renamed', { name: isolated(to) }),
  )

export const removeSplit = async (shell: Shell, name: string) => {
  const { t } = shell
  if (!writable(shell)) return
  const title = t('splits.remove.title', { name: isolated(name) })
  if (!(await confirmed(shell, { title, body: t('splits.remove.body'), yes: t('splits.remove.yes') }))) return
  await change(
    shell,
    () => shell.desk.removeSplit(name),
    ({ t }) => t('splits.removed', { name: isolated(name) }),
  )
}

export const putTogether = (shell: Shell, articleIds: string[]): Promise<boolean> =>
  change(
    shell,
    () => shell.desk.putTogether(articleIds),
    ({ t }) => t('splits.together.done'),
  )

export const takeApart = (shell: Shell, articleIds: string[]): Promise<boolean> =>
  change(
    shell,
    () => shell.desk.takeApart(articleIds),
    ({ t }) => t('splits.together.apart.done'),
  )

const change = async (
  shell: Shell,
  run: () => Promise<void>,
  said: Say,
  failed: Say = ({ t }) => t('splits.notChanged'),
): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(shell, failed, run)
  if (done) announce(shell, said)
  return done !== undefined
}
