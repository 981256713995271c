import { useId, useMemo, useState } from 'react'
import type { AgreementReport, AgreementRow } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { FigureGrid, type GridHead } from './FigureGrid.tsx'
import { FigureNote } from './FigureNote.tsx'
import { HeatMap } from './HeatMap.tsx'
import { measureName, scopeName, useScopeNames } from './names.ts'
import { changeAgreement } from './state.ts'
import { tableOf, tints } from './table.ts'

/** The figures as a table or as a map, with what the one in focus means. */
export const Figures = ({ report, old }: { report: AgreementReport; old: boolean }) => {
  const shell = useShell()
  const { t } = useWords()
  const names = useScopeNames()
  const tab = useUi(({ agreement }) => agreement.tab)
  const noteId = useId()
  const table = useMemo(() => tableOf(report.rows), [report])
  const [at, setAt] = useState<{ tab: typeof tab; row: AgreementRow; about: string } | undefined>()
  const shown = at?.tab === tab ? at : undefined
  const grid = {
    noteId,
    onAt: (row: AgreementRow | undefined, about: string) => setAt(row && { tab, row, about }),
    onEnter: (row: AgreementRow) => {
      if (!row.disagreements) return
      changeAgreement(shell, { looking: { row, annotatorIds: report.annotatorIds, at: 0, inText: false } })
    },
  }
  const heads: GridHead[] = table.columns.map(({ key, metric, attribute }) => ({
    key,
    label: attribute ? t(`agreement.attribute.${attribute}`) : t(`agreement.metric.${metric}`),
    group: attribute && t(`agreement.metric.${metric}`),
    title: t(`agreement.meaning.${metric}`),
  }))
  return (
    <div className="figures" aria-busy={old}>
      <p className="figures-about">
        {t('agreement.compared', {
          annotators: report.annotatorIds.map(names.annotator).join(', '),
          articles: report.articleIds.length,
          annotations: report.annotations,
        })}
        {report.unseen > 0 ? ` ${t('agreement.unseen', { count: report.unseen })}` : ''}
      </p>
      {tab === 'map' ? (
        <HeatMap report={report} table={table} names={names} {...grid} />
      ) : (
        <FigureGrid
          name="table"
          label={t('agreement.title')}
          corner={t('agreement.about')}
          heads={heads}
          lines={table.lines.map(({ key, scope, cells }) => ({ key, cells, label: scopeName(scope, names, t) }))}
          {...grid}
        />
      )}
      <div className="figures-foot">
        <FigureNote id={noteId} at={shown} />
        <div className="figures-line">
          <p className="figures-legend small">
            <span>{t('agreement.legend')}</span>
            {tints.map((tint) => (
              <span key={tint} className="figures-tint" data-tint={tint}>
                {t('agreement.legend.step', { from: (tint - 1) / tints.length, to: tint / tints.length })}
              </span>
            ))}
          </p>
          {shown?.row.disagreements ? (
            <button type="button" className="button" onClick={() => grid.onEnter(shown.row)}>
              {t('agreement.disagreements.show', { count: shown.row.disagreements.count })} <kbd>Enter</kbd>
            </button>
          ) : null}
        </div>
        {table.idle.length > 0 ? (
          <p className="quiet small">
            {t('agreement.idle', { measures: table.idle.map((column) => measureName(column, t)).join('; ') })}
          </p>
        ) : null}
      </div>
    </div>
  )
}
