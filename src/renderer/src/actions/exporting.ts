/** Writing the project for other tools, and the account of what that leaves out. */
import { queryOptions, skipToken } from '@tanstack/react-query'
import type { OutFormat } from '../../../core/formats/out/format.ts'
import type { FormatReport, FormatRequest } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { projectQuery } from '../data/queries.ts'
import { type ExportChoice, keptChoice } from '../exchange/export-choice.ts'
import { runJob } from './jobs.ts'
import { announce, nothingChanged, notifyFailure } from './notices.ts'
import { pickLabels, pickOne } from './picking.ts'
import { keepView } from './view.ts'

/** What would go out; stopped as soon as something else is wanted. The account before stays until the next is there. */
export const previewFormatQuery = (shell: Shell, request: FormatRequest | undefined) =>
  queryOptions<FormatReport>({
    queryKey: ['previewFormat', request],
    queryFn: request ? ({ signal }) => previewFormat(shell, request, signal) : skipToken,
    placeholderData: (before) => before,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })

const previewFormat = (shell: Shell, request: FormatRequest, signal: AbortSignal): Promise<FormatReport> =>
  runJob(
    shell,
    ({ t }) => t('export.counting'),
    (job) => shell.desk.previewFormat(request, job),
    { place: 'dialog', signal },
  )

/** Remembers how it was chosen, asks where to, writes, and shows the account. */
export const exportFormat = async (shell: Shell, choice: ExportChoice, format: OutFormat, request: FormatRequest) => {
  const { t, desk, api, ui, view } = shell
  view.kept = { ...view.kept, exporting: keptChoice(choice) }
  keepView(shell)
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const isFolder = format.shape === 'folder' || request.split !== undefined || request.splitName !== undefined
  const kind = isFolder ? 'export-folder' : 'export-data'
  const suggested = isFolder ? `${name} ${format.id}` : `${name}.${format.extension}`
  const [target] = await api.pick(kind, {
    ...pickLabels(shell, kind, t('export.title'), t('export.button').replace('…', ''), suggested),
    ...(!isFolder && { extension: format.extension }),
  })
  if (!target) return
  ui.set({ dialog: undefined })
  try {
    const report = await runJob(
      shell,
      ({ t }) => t('export.running'),
      (job) => desk.exportFormat(target.handle, request, job),
    )
    ui.set({ dialog: { kind: 'exportedFormat', report, target } })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('export.notExported'), error, nothingChanged)
  }
}

/** Writes the account of an export to a file. */
export const saveAccount = async (shell: Shell, { format, state, loss }: FormatReport) => {
  const { t, desk } = shell
  const name = `${format}.loss.json`
  const target = await pickOne(
    shell,
    'export-account',
    t('export.saveJson').replace('…', ''),
    t('export.saveJson.button'),
    name,
  )
  if (!target) return
  try {
    await desk.saveText(target.handle, `${JSON.stringify({ format, state, loss }, undefined, 2)}\n`)
    announce(shell, ({ t }) => t('export.saved', { file: target.name }))
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('export.notSaved'), error, nothingChanged)
  }
}
