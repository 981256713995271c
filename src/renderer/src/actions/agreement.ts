/** Looking at how far annotators agree, going to where they do not, and taking the figures along. */
import { agreementCsv, agreementForm } from '../../../core/agreement/project/told.ts'
import { tabbed } from '../../../core/csv.ts'
import { measureName, scopeName, scopeNames } from '../agreement/names.ts'
import { reportNow } from '../agreement/query.ts'
import { changeAgreement } from '../agreement/state.ts'
import { tableOf } from '../agreement/table.ts'
import type { Shell } from '../app/shell.ts'
import { articlesQuery, projectQuery, registriesQuery } from '../data/queries.ts'
import { focusArea } from './areas.ts'
import { showType } from './filter.ts'
import { focusAnnotation } from './focus.ts'
import { showLayers } from './layers.ts'
import { announce, nothingChanged, notify, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'
import { pickOne } from './picking.ts'
import { leaveToText, takeTextPlace } from './text-place.ts'

/** Puts the figures in the place of the text, or the text back. */
export const openAgreement = (shell: Shell) => {
  if (shell.ui.get().agreement.shown) return leaveToText(shell)
  takeTextPlace(shell)
  changeAgreement(shell, { shown: true })
}

/** From the disagreements to the figures, from the figures to the text. */
export const leaveAgreement = (shell: Shell) => {
  if (shell.ui.get().agreement.looking) changeAgreement(shell, { looking: undefined })
  else leaveToText(shell)
}

/** Shows one of the disagreements of the figure in its text. */
export const goToDisagreement = async (shell: Shell, at: number) => {
  const { ui, queries, annotations } = shell
  const { looking } = ui.get().agreement
  const found = looking?.row.disagreements?.list[at]
  if (!looking || !found) return
  const { articleId, annotationIds } = found
  try {
    const rows = await queries.fetchQuery(annotations.everything(articleId))
    changeAgreement(shell, { looking: { ...looking, at, inText: true } })
    const row = rows.find(({ id }) => annotationIds.includes(id))
    if (!row) announce(shell, ({ t }) => t('agreement.disagreement.gone'))
    // What is hidden could not be seen.
    else showType(shell, row.type)
    showLayers(shell, looking.row.scope.pair ?? looking.annotatorIds)
    if (articleId !== ui.get().articleId) return openArticle(shell, articleId, row?.id)
    if (!ui.get().agreement.shown) return row && focusAnnotation(shell, row.id)
    ui.set({ focusId: row?.id, editId: undefined, arriving: row?.id })
    leaveToText(shell)
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('agreement.disagreement.notShown'), error, nothingChanged)
  }
}

/** The next (1) or previous (-1) disagreement of the figure, in its text. */
export const stepDisagreement = (shell: Shell, step: 1 | -1): Promise<void> | undefined => {
  const { looking } = shell.ui.get().agreement
  const at = (looking?.at ?? 0) + (looking?.inText ? step : 0)
  if (looking?.row.disagreements?.list[at]) return goToDisagreement(shell, at)
  announce(shell, ({ t }) => t(step === 1 ? 'agreement.disagreement.last' : 'agreement.disagreement.first'))
  return undefined
}

export const endLooking = (shell: Shell) => {
  changeAgreement(shell, { looking: undefined })
  focusArea(shell, 'text')
}

/** As CSV, or as JSON where the file is called so: the same as the command line gives. */
export const saveFigures = async (shell: Shell) => {
  const { t, desk, queries } = shell
  const report = reportNow(shell)
  if (!report) return
  const name = queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const suggested = `${name}.agreement.csv`
  const target = await pickOne(shell, 'export-figures', t('agreement.save'), t('agreement.save.button'), suggested)
  if (!target) return
  try {
    const names = await namesNow(shell)
    const text = /\.json$/i.test(target.name)
      ? `${JSON.stringify(
          agreementForm(report, names, (metric) => t(`agreement.meaning.${metric}`)),
          undefined,
          2,
        )}\n`
      : // Spreadsheets tell UTF-8 by this mark.
        `\uFEFF${agreementCsv(report.rows, names)}`
    await desk.saveText(target.handle, text)
    notify(shell, { tone: 'done', title: ({ t }) => t('agreement.saved', { file: target.name }) })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('agreement.notSaved'), error, nothingChanged)
  }
}

/** The table as it is on the screen, for a spreadsheet or a document. */
export const copyFigures = async (shell: Shell) => {
  const { t } = shell
  const report = reportNow(shell)
  if (!report) return
  const names = await namesNow(shell)
  const { columns, lines } = tableOf(report.rows)
  const heads = [t('agreement.about'), ...columns.map((column) => measureName(column, t))]
  const cells = lines.map(({ scope, cells }) => [
    scopeName(scope, names, t),
    ...columns.map(({ key }) => {
      const row = cells.get(key)
      if (!row) return ''
      return row.value === null
        ? `${t('agreement.undefined')}: ${row.reason ? t(`agreement.reason.${row.reason}`) : ''}`
        : t('cli.agree.number', { value: row.value })
    }),
  ])
  await shell.api.copyText(tabbed([heads, ...cells]))
  announce(shell, ({ t }) => t('agreement.copied'))
}

const namesNow = async (shell: Shell) => {
  const { queries, settings } = shell
  const [registries, articles] = await Promise.all([
    queries.fetchQuery(registriesQuery(shell)),
    queries.fetchQuery(articlesQuery(shell)),
  ])
  return scopeNames(registries, articles, settings.get().language)
}
