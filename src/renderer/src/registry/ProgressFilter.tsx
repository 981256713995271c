import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { ProgressMark } from './ProgressMark.tsx'
import { type ProgressState, progressStates } from './progress.ts'
import '../panes/AnnotationFilter.css'
import './registry.css'

/** Which articles are listed, by how far one is with them. */
export const ProgressFilter = ({ articles }: { articles: readonly ArticleSummary[] }) => {
  const { ui } = useShell()
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
    </div>
  )
}
