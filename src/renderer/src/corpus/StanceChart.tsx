import type { CorpusRow, CorpusTable } from '../../../core/corpus/tables.ts'
import { rowName } from '../../../core/corpus/told.ts'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { MoreLines, useLines, useOneStop } from './lines.tsx'
import { partsOf, sayName } from './names.ts'
import { Part } from './Part.tsx'
import { keyOf } from './state.ts'

const stances = ['support', 'oppose', 'neutral', 'ambiguous', 'undecided'] as const

/** The positions on each issue as one bar, parted by stance; each part has a pattern and its number. */
export const StanceChart = ({ table }: { table: CorpusTable }) => {
  const words = useWords()
  const { t, number } = words
  const sides = stances.map((stance) => ({ stance, at: table.columns.indexOf(stance) }))
  const positionsOf = ({ cells }: CorpusRow) => sides.reduce((sum, { at }) => sum + (cells[at] ?? 0), 0)
  const lines = useLines(table.id, table.rows)
  const { onKeyDown, stop } = useOneStop(partsOf(lines))
  const most = Math.max(1, ...table.rows.map(positionsOf))
  return (
    <>
      <p className="corpus-legend small">
        {stances.map((stance) => (
          <span key={stance}>
            <span className={`corpus-swatch ${stance}`} aria-hidden="true" /> {t(`corpus.column.${stance}`)}
          </span>
        ))}
      </p>
      <ul className="corpus-bars" onKeyDown={onKeyDown}>
        {lines.map((row) => {
          const { key, name, about, cells } = row
          const told = sides.filter(({ at }) => (cells[at] ?? 0) > 0)
          return (
            <li key={key}>
              <Part className="corpus-bar" about={about} name={sayName(row)} {...(about && stop(keyOf(about)))}>
                <span className="corpus-bar-name">
                  <Name text={rowName(name, words)} />
                </span>
                <span className="corpus-track" aria-hidden="true">
                  {told.map(({ stance, at }) => (
                    <span
                      key={stance}
                      className={`corpus-side ${stance}`}
                      style={{ inlineSize: `${(100 * (cells[at] ?? 0)) / most}%` }}
                    >
                      <span>{number(cells[at] ?? 0)}</span>
                    </span>
                  ))}
                </span>
                <span className="corpus-number">
                  {number(positionsOf(row))}
                  <span className="unseen">
                    {told
                      .map(({ stance, at }) => `${t(`corpus.column.${stance}`)} ${number(cells[at] ?? 0)}`)
                      .join(', ')}
                  </span>
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
