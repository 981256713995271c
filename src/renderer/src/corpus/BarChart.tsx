import type { CorpusColumn, CorpusTable } from '../../../core/corpus/tables.ts'
import { rowName } from '../../../core/corpus/told.ts'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { MoreLines, useLines, useOneStop } from './lines.tsx'
import { partsOf, sayName } from './names.ts'
import { Part } from './Part.tsx'
import { keyOf } from './state.ts'

/** A bar a line, the longest as long as there is room, with its number beside it. */
export const BarChart = ({ table, column }: { table: CorpusTable; column: CorpusColumn }) => {
  const words = useWords()
  const { t, number } = words
  const at = table.columns.indexOf(column)
  const lines = useLines(table.id, table.rows)
  const { onKeyDown, stop } = useOneStop(partsOf(lines))
  const most = Math.max(1, ...table.rows.map(({ cells }) => cells[at] ?? 0))
  return (
    <>
      <ul className="corpus-bars" onKeyDown={onKeyDown}>
        {lines.map((row) => {
          const { key, name, about, cells } = row
          const count = cells[at] ?? 0
          const type = name.kind === 'code' || name.kind === 'type' ? name.type : undefined
          return (
            <li key={key}>
              <Part className="corpus-bar" about={about} name={sayName(row)} {...(about && stop(keyOf(about)))}>
                <span className="corpus-bar-name">
                  {type ? <TypeLetter type={type} /> : null}
                  <Name text={rowName(name, words)} />
                </span>
                <span className="corpus-track" aria-hidden="true">
                  <span
                    className={type ? `corpus-fill ${type}` : 'corpus-fill'}
                    style={{ inlineSize: `${(100 * count) / most}%` }}
                  />
                </span>
                <span className={count === 0 ? 'corpus-number quiet' : 'corpus-number'}>
                  {count === 0 && name.kind === 'code' ? t('corpus.neverUsed') : number(count)}
                </span>
              </Part>
            </li>
          )
        })}
      </ul>
      <MoreLines name={table.id} count={table.rows.length} shown={lines.length} />
    </>
  )
}
