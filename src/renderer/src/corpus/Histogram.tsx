import type { measuresIn } from '../../../core/corpus/tables.ts'
import { rowName } from '../../../core/corpus/told.ts'
import { useWords } from '../app/words.tsx'

const HEIGHT = 72

/** How a measure is spread, with its ends and its middle in words. */
export const Histogram = ({ spread }: { spread: ReturnType<typeof measuresIn>[number] }) => {
  const words = useWords()
  const { t, number } = words
  const { bins, count, least, median, most, measure } = spread
  const highest = Math.max(1, ...bins.map((bin) => bin.count))
  const summary = t('corpus.spread', { count, least, median, most })
  const last = bins.at(-1)
  return (
    <figure className="corpus-histogram">
      <svg
        role="img"
        aria-label={t('corpus.spread.label', { name: t(`corpus.table.${measure}`), spread: summary })}
        viewBox={`0 0 ${Math.max(1, bins.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {bins.map((bin, place) => {
          // One is seen as well as none is not.
          const height = bin.count === 0 ? 0 : Math.max(2, (HEIGHT * bin.count) / highest)
          return (
            <rect key={bin.from} x={place + 0.04} width={0.92} y={HEIGHT - height} height={height}>
              <title>{`${rowName({ kind: 'bin', bin }, words)}: ${number(bin.count)}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className="corpus-axis small" aria-hidden="true">
        <span>{number(bins[0]?.from ?? 0)}</span>
        <span>{last ? rowName({ kind: 'bin', bin: last }, words) : null}</span>
      </p>
      <figcaption className="small">{summary}</figcaption>
    </figure>
  )
}
