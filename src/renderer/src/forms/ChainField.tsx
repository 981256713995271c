import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Annotation } from '../../../core/annotation.ts'
import type { Attribution, Source, Step } from '../../../core/attribution.ts'
import { announce } from '../actions/notices.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articleQuery } from '../data/queries.ts'
import { folded } from '../panes/folded.ts'
import type { Names } from '../panes/names.ts'
import { ChainStep } from './ChainStep.tsx'
import { type Choice, Combo } from './Combo.tsx'
import { chainBefore, withMoved, withStep } from './chain.ts'
import { useFormEntries } from './form-entries.tsx'
import { useSourceChoices } from './SourcesField.tsx'
import './ChainField.css'

type Props = {
  row: Annotation
  names: Names
  attribution: Attribution
  onChange(attribution: Attribution): void
}

/** According to whom: the steps from the innermost speaker to the outlet, and the field that adds the next one. */
export const ChainField = ({ row, names, attribution, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const box = useRef<HTMLFieldSetElement>(null)
  const [open, setOpen] = useState<number>()
  const add = (source: Source, publishes: boolean) => onChange(withStep(attribution, source, publishes))
  const sources = attribution.flatMap((step) => step.sources)
  const { query, setQuery, choices } = useSourceChoices(row, names, 'speaker', sources, (source) => add(source, false))
  const outlet = useOutlet(row, attribution, (source) => {
    setQuery('')
    add(source, true)
  })
  const offers = outlet && folded(outlet.label).includes(folded(query)) ? [outlet] : []

  const sameAsBefore = () => {
    const chain = chainBefore(shell.annotations.rows(row.articleId), row)
    if (chain) onChange(chain)
    else announce(shell, (words) => words.t('chain.same.none'))
  }
  const focusStep = (index: number) => {
    const steps = box.current?.querySelectorAll<HTMLElement>('.chain-step-head')
    const step = steps?.[Math.min(index, steps.length - 1)]
    ;(step ?? box.current?.querySelector<HTMLElement>('[data-chain] input'))?.focus()
  }
  // At once: the next key must not come while the button that had the keyboard is gone.
  const rearrange = (next: Attribution, index: number) => {
    flushSync(() => {
      onChange(next)
      setOpen(undefined)
    })
    focusStep(index)
  }
  const onStepKey = (event: KeyboardEvent, index: number) => {
    const move = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.code] : undefined
    if (move) rearrange(withMoved(attribution, index, move), Math.max(0, index + move))
    else if (event.code === 'Delete' || event.code === 'Backspace') rearrange(attribution.toSpliced(index, 1), index)
    else if (event.code === 'ArrowUp' || event.code === 'ArrowDown')
      focusStep(Math.max(0, index + (event.code === 'ArrowUp' ? -1 : 1)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyD' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    sameAsBefore()
  }
  const changeStep = (index: number, step: Step) => onChange(attribution.with(index, step))

  return (
    <fieldset ref={box} className="chain-field" onKeyDown={onKeyDown}>
      <legend>{t('chain.title')}</legend>
      {attribution.length > 0 ? (
        <ol className="chain-steps">
          {attribution.map((step, index) => (
            <ChainStep
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place alone
              key={index}
              number={index + 1}
              row={row}
              names={names}
              step={step}
              open={open === index}
              onToggle={() => setOpen(open === index ? undefined : index)}
              onChange={(next) => changeStep(index, next)}
              onKey={(event) => onStepKey(event, index)}
            />
          ))}
        </ol>
      ) : null}
      <div data-chain>
        <Combo
          label={t('chain.add')}
          placeholder={t('chain.add')}
          query={query}
          onQuery={setQuery}
          choices={attribution.length > 0 ? [...offers, ...choices] : [...choices, ...offers]}
        />
      </div>
      <div className="chain-foot">
        {attribution.length > 0 ? <span className="quiet small">{t('chain.keys')}</span> : null}
        <button type="button" className="link-button small" onClick={sameAsBefore}>
          {t('chain.same')} <kbd>Ctrl+D</kbd>
        </button>
      </div>
    </fieldset>
  )
}

/** The outlet of the article as the step that publishes, until there is one. */
const useOutlet = (row: Annotation, attribution: Attribution, onTake: (source: Source) => void): Choice | undefined => {
  const shell = useShell()
  const { t } = useWords()
  const { data: article } = useQuery(articleQuery(shell, row.articleId))
  const { actors, addActor } = useFormEntries()
  const outlet = article?.outlet
  if (!outlet || attribution.some(({ basis }) => basis === 'publisher')) return undefined
  const known =
    outlet.actorId ??
    actors.find(
      ({ name, aliases, mergedInto }) =>
        !mergedInto && [name, ...aliases.map(({ text }) => text)].some((text) => folded(text) === folded(outlet.name)),
    )?.id
  return {
    key: 'outlet',
    label: outlet.name,
    hint: t('chain.outlet'),
    take: () => onTake({ actor: known ?? addActor(outlet.name, 'outlet') }),
  }
}
