import type { SplitInfo } from '../../../workbench/contract.ts'
import { useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'

const patterns: Record<string, string> = { train: 'support', validation: 'ambiguous', test: 'oppose' }
const sideKeys = { train: 'splits.side.train', validation: 'splits.side.validation', test: 'splits.side.test' } as const
const sideKey = (side: string) => sideKeys[side === 'train' || side === 'validation' ? side : 'test']

/** How many articles and annotations stand on each side: a bar of each, or the same as a table. */
export const SplitBars = ({ split }: { split: SplitInfo }) => {
  const { t, number } = useWords()
  const form = useUi(({ corpus }) => corpus.form)
  if (form === 'tables') {
    return (
      <div className="corpus-table">
        <table aria-label={split.name}>
          <thead>
            <tr>
              <th scope="col">{t('corpus.column.name')}</th>
              <th scope="col">{t('splits.articles')}</th>
              <th scope="col">{t('splits.annotations')}</th>
            </tr>
          </thead>
          <tbody>
            {split.sides.map(({ side, articles, annotations }) => (
              <tr key={side}>
                <th scope="row">{t(sideKey(side))}</th>
                <td>{number(articles)}</td>
                <td>{number(annotations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
  return (
    <ul className="corpus-bars">
      {(['articles', 'annotations'] as const).map((what) => {
        const total = split.sides.reduce((sum, side) => sum + side[what], 0)
        return (
          <li key={what} className="corpus-split-bar">
            <span>{t(`splits.${what}`)}</span>
            <span className="corpus-track" aria-hidden="true">
              {split.sides.map((side) => (
                <span
                  key={side.side}
                  className={`corpus-side ${patterns[side.side]}`}
                  style={{ inlineSize: `${(100 * side[what]) / Math.max(1, total)}%` }}
                />
              ))}
            </span>
            <span className="corpus-legend small">
              {split.sides.map((side) => (
                <span key={side.side}>
                  <span className={`corpus-swatch ${patterns[side.side]}`} aria-hidden="true" /> {t(sideKey(side.side))}{' '}
                  {number(side[what])}
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
