/** The codebook alone, out as a file and in from one. */

import type { Shell } from '../app/shell.ts'
import { show } from '../codebook/codebook.ts'
import { codebookQuery, projectQuery } from '../data/queries.ts'
import { nothingChanged, notify, notifyFailure } from './notices.ts'
import { pickOne } from './picking.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** As our own JSON, or as REFI-QDA where the file is called so. */
export const exportCodebook = async (shell: Shell) => {
  const { t, desk } = shell
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const suggested = `${name}.codebook.json`
  const target = await pickOne(shell, 'export-codebook', t('codebook.export'), t('bundle.export.button'), suggested)
  if (!target) return
  const qdc = /\.qdc$/i.test(target.name)
  try {
    await desk.exportCodebook(target.handle, qdc ? 'qdc' : 'json')
    notify(shell, {
      tone: 'done',
      title: ({ t }) => t('codebook.exported', { file: target.name }),
      body: ({ t }) => t(qdc ? 'codebook.exported.qdc' : 'codebook.exported.json'),
    })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('codebook.notExported'), error, nothingChanged)
  }
}

/** From our own JSON; what came is shown. */
export const importCodebook = async (shell: Shell) => {
  const { t } = shell
  if (!writable(shell)) return
  const grant = await pickOne(shell, 'codebook', t('codebook.import'), t('codebook.import.button'))
  if (!grant) return
  const done = await write(
    shell,
    ({ t }) => t('codebook.notImported'),
    () => shell.desk.importCodebook(grant.handle),
  )
  if (!done) return
  await shell.queries.invalidateQueries({ queryKey: codebookQuery(shell).queryKey })
  show(shell, { kind: 'imported', file: grant.name, report: done.value })
}
