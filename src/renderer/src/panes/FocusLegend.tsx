import type { Annotation } from '../../../core/annotation.ts'
import { sourcesOf } from '../../../core/sources.ts'
import { useWords } from '../app/words.tsx'

/** What the lines mean that the text shows around an annotation in focus; only those that it has. */
export const FocusLegend = ({ row }: { row: Exclude<Annotation, { type: 'actor' }> }) => {
  const { t } = useWords()
  const shows = {
    content: true,
    speaker: sourcesOf(row).some((source) => 'annotation' in source),
    cue: row.body.attribution.some(({ cue }) => cue.some(({ lost }) => !lost)),
  }
  if (!shows.speaker && !shows.cue) return null
  return (
    <p className="legend">
      <span className="unseen">{t('legend.title')}</span>
      {(['content', 'speaker', 'cue'] as const).map((part) =>
        shows[part] ? (
          <span key={part} className={`legend-part ${part} ${row.type}`}>
            {t(`legend.${part}`)}
          </span>
        ) : null,
      )}
    </p>
  )
}
