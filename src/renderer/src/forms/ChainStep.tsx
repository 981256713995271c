import { type KeyboardEvent, useId } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { Step } from '../../../core/attribution.ts'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { withCue } from './chain.ts'
import { PickedWords } from './PickedWords.tsx'
import { SourcesField } from './SourcesField.tsx'

type Props = {
  number: number
  row: Annotation
  names: Names
  step: Step
  open: boolean
  onToggle(): void
  onChange(step: Step): void
  onKey(event: KeyboardEvent): void
}

const bases = ['cue', 'context', 'publisher'] as const
const modes = ['direct', 'indirect', 'mixed'] as const

/** One step: a line that can be moved and removed by keys, and opened for everything else that is known of it. */
export const ChainStep = ({ number, row, names, step, open, onToggle, onChange, onKey }: Props) => {
  const { t } = useWords()
  const detailsId = useId()
  const { mode, addressees, ...rest } = step
  const who = step.sources.map(names.source).join(', ')
  const known = [
    step.basis === 'cue'
      ? step.cue.map(({ quote }) => t('form.quoted', { text: quote })).join(' ') || t('basis.cue')
      : t(`basis.${step.basis}`),
    mode && t(`mode.${mode}`),
  ]
  return (
    <li className="chain-step">
      <button
        type="button"
        className="chain-step-head"
        aria-expanded={open}
        aria-controls={detailsId}
        onClick={onToggle}
        onKeyDown={onKey}
      >
        <span className="unseen">{t('chain.step', { number })}</span>
        <span aria-hidden="true" className="quiet">
          ‹
        </span>
        <span className="chain-who">{who}</span>
        <span className="quiet small one-line">{known.filter(Boolean).join(' · ')}</span>
      </button>
      <div id={detailsId} hidden={!open} className="chain-step-details">
        {open ? (
          <>
            <SourcesField
              label={t('chain.sources')}
              row={row}
              names={names}
              looking="speaker"
              sources={step.sources}
              // A step that nobody takes is none.
              onChange={(sources) =>
                onChange({ ...step, sources: sources.length > 0 ? sources : [{ implicit: true }] })
              }
            />
            <PickedWords
              label={t('chain.cue')}
              articleId={row.articleId}
              fragments={step.cue}
              onChange={(cue) => onChange(withCue(step, cue))}
            />
            <div className="chain-pair">
              <label className="field">
                <span>{t('chain.basis')}</span>
                <select
                  className="input"
                  value={step.basis}
                  onChange={(event) => {
                    const basis = bases.find((one) => one === event.target.value)
                    if (basis) onChange({ ...step, basis })
                  }}
                >
                  {bases.map((basis) => (
                    <option key={basis} value={basis}>
                      {t(`basis.${basis}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field">
                <span>{t('chain.mode')}</span>
                <select
                  className="input"
                  value={mode ?? ''}
                  onChange={(event) => {
                    const chosen = modes.find((one) => one === event.target.value)
                    onChange({ ...rest, ...(addressees && { addressees }), ...(chosen && { mode: chosen }) })
                  }}
                >
                  <option value="">{t('chain.mode.none')}</option>
                  {modes.map((one) => (
                    <option key={one} value={one}>
                      {t(`mode.${one}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <SourcesField
              label={t('chain.addressees')}
              row={row}
              names={names}
              looking="speaker"
              sources={addressees ?? []}
              onChange={(next) =>
                onChange({ ...rest, ...(mode && { mode }), ...(next.length > 0 && { addressees: next }) })
              }
            />
          </>
        ) : null}
      </div>
    </li>
  )
}
