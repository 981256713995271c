import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import type { AdjudicationUnit } from '../../../workbench/contract.ts'
import { acceptAgreed, leaveAdjudication, showUnits, stepUnit, toggleCompared } from '../actions/adjudication.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { matches, shown } from '../commands/accelerator.ts'
import { adjudicationKeys } from '../commands/adjudication-commands.ts'
import { isEnabled } from '../commands/commands.ts'
import { endOf, startOf } from '../data/annotation-rows.ts'
import { adjudicableQuery } from '../data/queries.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { LayerMark } from '../people/LayerMark.tsx'
import { useLayers } from '../people/use-layers.ts'
import { type AdjudicationState, shownStates, unitsShown } from './state.ts'
import { Unit } from './Unit.tsx'
import './adjudication.css'

/** The places at which annotators tagged something, one after the other, each marked in the text until it is decided. */
export const AdjudicationPane = ({ state }: { state: AdjudicationState }) => {
  const shell = useShell()
  const words = useWords()
  const { t, number } = words
  const { articleId, annotatorIds, at } = state
  const { data, error } = useQuery(adjudicableQuery(shell, articleId, annotatorIds))
  const units = data?.units ?? []
  const walked = unitsShown(units, state)
  const unit = walked[Math.min(at, walked.length - 1)]
  useMarked(unit)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || isTyping(event.target)) return
    const command = adjudicationKeys.find(({ keys = [] }) =>
      keys.some((key) => matches(key, event.nativeEvent, shell.platform)),
    )
    if (!command || !isEnabled(shell, command)) return
    event.preventDefault()
    event.stopPropagation()
    void command.run(shell)
  }
  const counts = Map.groupBy(units, (each) => each.state)
  const countOf = (each: AdjudicationUnit['state']) => counts.get(each)?.length ?? 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys work wherever in it the keyboard is
    <div className="pane adjudication" onKeyDown={onKeyDown}>
      <header className="pane-head">
        <h2>{t('adjudication.title')}</h2>
        <span className="quiet small pane-count" role="status">
          {data ? t('adjudication.progress', { decided: countOf('decided'), total: units.length }) : null}
        </span>
        <IconButton
          label={t('adjudication.leave')}
          shortcut={shown('Escape', shell.platform)}
          onClick={() => leaveAdjudication(shell)}
        >
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <Compared state={state} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset */}
      <div className="unit-states" role="group" aria-label={t('adjudication.show')}>
        {shownStates.map((each) => (
          <button
            key={each}
            type="button"
            className="unit-state"
            aria-pressed={state.shown === each}
            onClick={() => showUnits(shell, each)}
          >
            {t(`adjudication.show.${each}`)} <span className="filter-count">{number(countOf(each))}</span>
          </button>
        ))}
      </div>
      {countOf('agreed') > 0 ? (
        <button type="button" className="button primary unit-accept" onClick={() => void acceptAgreed(shell)}>
          {t('adjudication.accept', { count: countOf('agreed') })} <kbd>{shown('A', shell.platform)}</kbd>
        </button>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: what is decided about is no fieldset */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard waits here for the answer */}
      <div className="units" role="group" tabIndex={0} data-entry aria-label={t('adjudication.unit')}>
        {unit ? (
          <>
            <Walk at={Math.min(at, walked.length - 1)} total={walked.length} />
            <Unit unit={unit} articleId={articleId} />
          </>
        ) : error ? (
          <p className="pane-empty" role="alert">
            {explain(words, error)}
          </p>
        ) : data ? (
          <p className="pane-empty">{t(`adjudication.none.${state.shown}`, { agreed: countOf('agreed') })}</p>
        ) : null}
      </div>
    </div>
  )
}

const Walk = ({ at, total }: { at: number; total: number }) => {
  const shell = useShell()
  const { t } = useWords()
  return (
    <div className="unit-walk">
      <IconButton
        label={t('adjudicate.previous')}
        shortcut={shown('Left', shell.platform)}
        disabled={at === 0}
        onClick={() => stepUnit(shell, -1)}
      >
        <ChevronLeft size={18} aria-hidden="true" />
      </IconButton>
      <span role="status">{t('adjudication.at', { at: at + 1, total })}</span>
      <IconButton
        label={t('adjudicate.next')}
        shortcut={shown('Right', shell.platform)}
        disabled={at >= total - 1}
        onClick={() => stepUnit(shell, 1)}
      >
        <ChevronRight size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

/** Whose work is compared; shown where there are more than two who could be. */
const Compared = ({ state }: { state: AdjudicationState }) => {
  const shell = useShell()
  const { t } = useWords()
  const layers = useLayers()
  const { data } = useQuery(adjudicableQuery(shell, state.articleId, undefined))
  const everybody = data?.annotatorIds ?? []
  if (everybody.length < 3) return null
  const chosen = state.annotatorIds ?? everybody
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles is no fieldset
    <div className="filter compared" role="group" aria-label={t('adjudication.compared')}>
      {layers
        .filter(({ id }) => everybody.includes(id))
        .map((layer) => (
          <button
            key={layer.id}
            type="button"
            className="filter-toggle"
            aria-pressed={chosen.includes(layer.id)}
            onClick={() => toggleCompared(shell, layer.id, everybody)}
          >
            <LayerMark layer={layer} />
            {layer.name}
          </button>
        ))}
    </div>
  )
}

/** Marks the place in the text and brings it into the window. */
const useMarked = (unit: AdjudicationUnit | undefined) => {
  const shell = useShell()
  const start = unit && Math.min(...unit.inputs.map(startOf))
  const end = unit && Math.max(...unit.inputs.map(endOf))
  useEffect(() => {
    shell.editor.current?.ask(start === undefined || end === undefined ? undefined : { start, end })
    return () => shell.editor.current?.ask(undefined)
  }, [shell, start, end])
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('form, input, textarea, select') !== null
