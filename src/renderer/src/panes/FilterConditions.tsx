import type { KeyboardEvent } from 'react'
import { focusArea } from '../actions/areas.ts'
import { clearFilter, closeFilter } from '../actions/filter.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import type { Rows } from '../data/annotation-rows.ts'
import { Chips } from '../forms/Chips.tsx'
import { conditionKey, conditionName } from './condition-name.ts'
import { FilterField } from './FilterField.tsx'
import type { Names } from './names.ts'

/** What the list is filtered by, each condition a button that takes it away; and the field by which more come. */
export const FilterConditions = ({ rows, names }: { rows: Rows; names: Names }) => {
  const shell = useShell()
  const { t } = useWords()
  const filter = useUi(({ filter }) => filter)
  const open = useUi(({ filterOpen }) => filterOpen)
  const remove = (index: number) => {
    shell.ui.set({ filter: filter.filter((_, other) => other !== index) })
    if (!open) focusArea(shell, 'annotations')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return
    event.preventDefault()
    closeFilter(shell)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it
    <div className="filter-field" onKeyDown={onKeyDown}>
      <Chips
        label={t('filter.conditions')}
        unlabelled
        items={filter.map((condition) => ({
          key: conditionKey(condition),
          label: conditionName(condition, names, t),
        }))}
        onRemove={remove}
      >
        {open ? <FilterField rows={rows} names={names} /> : null}
        {filter.length > 0 ? (
          <button type="button" className="link-button small filter-clear" onClick={() => clearFilter(shell)}>
            {t('filter.clear')}
          </button>
        ) : null}
      </Chips>
    </div>
  )
}
