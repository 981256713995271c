import { ListFilter } from 'lucide-react'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { closeFilter, openFilter } from '../actions/filter.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { isIn, toggled } from '../data/annotation-filter.ts'
import type { Counts, Rows } from '../data/annotation-rows.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { FilterConditions } from './FilterConditions.tsx'
import type { Names } from './names.ts'
import './AnnotationFilter.css'

const unsure = { kind: 'task', id: 'unsure' } as const

/** Which types are shown, here and over the text; and by what else the list is filtered. */
export const AnnotationFilter = ({ rows, counts, names }: { rows: Rows; counts: Counts; names: Names }) => {
  const shell = useShell()
  const { ui, platform } = shell
  const { t, number } = useWords()
  const hidden = useUi(({ hiddenTypes }) => hiddenTypes)
  const filter = useUi(({ filter }) => filter)
  const open = useUi(({ filterOpen }) => filterOpen)
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
        className="filter-toggle only"
        aria-pressed={isIn(filter, unsure)}
        title={t('filter.unsure')}
        onClick={() => ui.set({ filter: toggled(filter, unsure) })}
      >
        <span aria-hidden="true">?</span>
        <span className="unseen">{t('filter.unsure')}</span>
        <span className="filter-count">{number(counts.unsure)}</span>
      </button>
      <IconButton
        label={t('filter.open')}
        shortcut={shown('CmdOrCtrl+Shift+L', platform)}
        aria-expanded={open}
        onClick={() => (open ? closeFilter(shell) : openFilter(shell))}
      >
        <ListFilter size={16} aria-hidden="true" />
      </IconButton>
      {filter.length > 0 || open ? <FilterConditions rows={rows} names={names} /> : null}
    </div>
  )
}
