import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import type { Counts } from '../data/annotation-rows.ts'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import './AnnotationFilter.css'

/** Which types are shown, here and over the text; and whether only the unsure ones are listed. */
export const AnnotationFilter = ({ counts }: { counts: Counts }) => {
  const { ui } = useShell()
  const { t, number } = useWords()
  const hidden = useUi(({ hiddenTypes }) => hiddenTypes)
  const unsureOnly = useUi(({ unsureOnly }) => unsureOnly)
  const toggle = (type: AnnotationType) =>
    ui.set({ hiddenTypes: hidden.includes(type) ? hidden.filter((other) => other !== type) : [...hidden, type] })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles is no fieldset
    <div className="filter" role="group" aria-label={t('annotation.filter')}>
      {annotationTypeList.map((type) => (
        <button
          key={type}
          type="button"
          className="filter-toggle"
          aria-pressed={!hidden.includes(type)}
          title={t(`filter.${type}`)}
          onClick={() => toggle(type)}
        >
          <TypeLetter type={type} />
          <span className="filter-count">{number(counts[type])}</span>
        </button>
      ))}
      <button
        type="button"
        className="filter-toggle unsure"
        aria-pressed={unsureOnly}
        title={t('filter.unsure')}
        onClick={() => ui.set({ unsureOnly: !unsureOnly })}
      >
        <span aria-hidden="true">?</span>
        <span className="unseen">{t('filter.unsure')}</span>
        <span className="filter-count">{number(counts.unsure)}</span>
      </button>
    </div>
  )
}
