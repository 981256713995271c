import type { CorpusTable } from '../../../core/corpus/tables.ts'
import { rowName } from '../../../core/corpus/told.ts'
import { useWords } from '../app/words.tsx'
import { useOneStop } from './lines.tsx'
import { partsOf, sayName } from './names.ts'
import { Part } from './Part.tsx'
import { keyOf } from './state.ts'

/** Articles over time, a column a period; those without an article have their room too. */
export const Timeline = ({ table }: { table: CorpusTable }) => {
  const words = useWords()
  const { number } = words
  const { onKeyDown, stop } = useOneStop(partsOf(table.rows))
  const most = Math.max(1, ...table.rows.map(({ cells }) => cells[0] ?? 0))
  return (
    <ol className="corpus-time" onKeyDown={onKeyDown}>
      {table.rows.map((row) => {
        const [articles = 0] = row.cells
        const name = rowName(row.name, words)
        return (
          <li key={row.key}>
            <Part
              className="corpus-period"
              about={row.about}
              name={sayName(row)}
              title={name}
              {...(row.about && stop(keyOf(row.about)))}
            >
              <span className="corpus-column">
                <span className={articles === 0 ? 'corpus-number quiet' : 'corpus-number'}>{number(articles)}</span>
                <span
                  className="corpus-fill"
                  aria-hidden="true"
                  style={{ blockSize: `${Math.round((100 * articles) / most)}%` }}
                />
              </span>
              <span className="corpus-when small">{name}</span>
            </Part>
          </li>
        )
      })}
    </ol>
  )
}
