import type { CorpusTable } from '../../../core/corpus/tables.ts'
import { columnName, rowName } from '../../../core/corpus/told.ts'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { MoreLines, useLines, useOneStop } from './lines.tsx'
import { partsOf, sayName } from './names.ts'
import { Part } from './Part.tsx'
import { keyOf } from './state.ts'

/** Every number of a chart, and those it has no room for. */
export const DataTable = ({ table, titleId }: { table: CorpusTable; titleId: string }) => {
  const words = useWords()
  const { t, number } = words
  const lines = useLines(table.id, table.rows)
  const { onKeyDown, stop } = useOneStop(partsOf(lines))
  return (
    <>
      <div className="corpus-table">
        <table aria-labelledby={titleId} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{t('corpus.column.name')}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {columnName(column, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Part
                    className={row.about ? 'corpus-cell leads' : 'corpus-cell'}
                    about={row.about}
                    name={sayName(row)}
                    {...(row.about && stop(keyOf(row.about)))}
                  >
                    {row.name.kind === 'code' ? <TypeLetter type={row.name.type} /> : null}
                    <Name text={rowName(row.name, words)} />
                  </Part>
                </th>
                {row.cells.map((cell, at) => (
                  <td key={table.columns[at]}>{number(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreLines name={table.id} count={table.rows.length} shown={lines.length} />
    </>
  )
}
