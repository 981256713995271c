import { UserRoundCheck } from 'lucide-react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { toggleAssigned } from '../people/people.ts'
import { ProgressMark } from './ProgressMark.tsx'
import { type ProgressState, progressStates } from './progress.ts'
import '../panes/AnnotationFilter.css'
import './registry.css'

/** Which articles are listed, by how far one is with them. */
export const ProgressFilter = ({ articles }: { articles: readonly ArticleSummary[] }) => {
  const shell = useShell()
  const { ui, settings } = shell
  const me = useStore(settings, ({ identity }) => identity?.id)
  const onlyAssigned = useUi(({ onlyAssigned }) => onlyAssigned)
  const { t, number } = useWords()
  const hidden = useUi(({ hiddenProgress }) => hiddenProgress)
  const toggle = (state: ProgressState) =>
    ui.set({
      hiddenProgress: hidden.includes(state) ? hidden.filter((other) => other !== state) : [...hidden, state],
    })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles is no fieldset
    <div className="filter" role="group" aria-label={t('progress.filter')}>
      {progressStates.map((state) => (
        <button
          key={state}
          type="button"
          className="filter-toggle"
          aria-pressed={!hidden.includes(state)}
          title={t(`progress.filter.${state}`)}
          onClick={() => toggle(state)}
        >
          <ProgressMark state={state} />
          <span className="filter-count">
            {number(articles.filter(({ progress = 'todo' }) => progress === state).length)}
          </span>
        </button>
      ))}
      {me && (onlyAssigned || articles.some(({ people }) => people.some(({ annotatorId }) => annotatorId !== me))) ? (
        <button
          type="button"
          className="filter-toggle only"
          aria-pressed={onlyAssigned}
          title={t('assign.onlyMine')}
          onClick={() => toggleAssigned(shell)}
        >
          <UserRoundCheck size={14} aria-hidden="true" />
          <span className="unseen">{t('assign.onlyMine')}</span>
          <span className="filter-count">
            {number(articles.filter(({ people }) => people.some(({ annotatorId }) => annotatorId === me)).length)}
          </span>
        </button>
      ) : null}
    </div>
  )
}
