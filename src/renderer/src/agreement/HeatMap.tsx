import type { ScopeNames } from '../../../core/agreement/project/told.ts'
import type { AgreementReport, AgreementRow } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { FigureGrid } from './FigureGrid.tsx'
import { measureName } from './names.ts'
import { changeAgreement } from './state.ts'
import { articleLines, type FigureTable, pairLines } from './table.ts'

type Props = {
  report: AgreementReport
  table: FigureTable
  names: ScopeNames
  noteId: string
  onAt(row: AgreementRow | undefined, about: string): void
  onEnter(row: AgreementRow): void
}

/** One measure: who agrees with whom, and on which articles least. */
export const HeatMap = ({ report, table, names, ...grid }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const wanted = useUi(({ agreement }) => agreement.column)
  const told = table.columns.filter(({ metric }) => metric !== 'alphaU')
  const column = told.find(({ key }) => key === wanted) ?? told[0]
  if (!column) return <p className="place-message">{t('agreement.map.none')}</p>
  const measure = measureName(column, t)
  const articles = articleLines(table, column.key)
  const people = report.annotatorIds.map((id) => ({ id, name: names.annotator(id) }))
  return (
    <div className="heat">
      <label className="heat-measure">
        <span>{t('agreement.map.measure')}</span>
        <select
          className="input"
          value={column.key}
          onChange={(event) => changeAgreement(shell, { column: event.target.value })}
        >
          {told.map((one) => (
            <option key={one.key} value={one.key}>
              {measureName(one, t)}
            </option>
          ))}
        </select>
      </label>
      <div className="heat-tables">
        <FigureGrid
          name="pairs"
          label={t('agreement.map.pairs', { measure })}
          corner={t('agreement.map.annotator')}
          heads={people.map(({ id, name }) => ({ key: id, label: name }))}
          lines={pairLines(table, column.key, report.annotatorIds).map(({ key, cells }) => ({
            key,
            cells,
            label: names.annotator(key),
          }))}
          {...grid}
        />
        {articles.length > 0 ? (
          <FigureGrid
            name="articles"
            label={t('agreement.map.articles', { measure })}
            corner={t('agreement.map.article')}
            heads={[{ key: column.key, label: measure, title: t(`agreement.meaning.${column.metric}`) }]}
            lines={articles.map(({ key, cells, scope }) => ({
              key,
              cells,
              label: names.article(scope.articleId ?? ''),
            }))}
            {...grid}
          />
        ) : null}
      </div>
    </div>
  )
}
