import { Fragment, type KeyboardEvent } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { Source } from '../../../core/attribution.ts'
import { sourcesOf } from '../../../core/sources.ts'
import { focusArea } from '../actions/areas.ts'
import { goToSource, showSource } from '../actions/chains.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { FocusLegend } from './FocusLegend.tsx'
import type { Names } from './names.ts'
import './ChainWalk.css'

type Spoken = Exclude<Annotation, { type: 'actor' }>

/** Who holds what is in focus and who passes it on, each a button: arrows show them in the text, Enter goes there. */
export const ChainWalk = ({ row, names }: { row: Spoken; names: Names }) => {
  const { t } = useWords()
  const { attribution } = row.body
  const holders = row.type === 'position' ? row.body.holders : []
  const total = attribution.length
  if (sourcesOf(row).length === 0) return null
  return (
    <>
      {holders.length > 0 ? (
        <p className="card-line">
          <span className="quiet">{t('chain.heldBy')}</span> <Sources row={row} sources={holders} names={names} />
        </p>
      ) : null}
      {total > 0 ? (
        <p className="card-line chain">
          {attribution.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place
            <Fragment key={index}>
              {index > 0 ? ' ' : null}
              {/* The number is drawn, not written: the line reads as a sentence. */}
              <span className="chain-part">
                <span
                  className="chain-sign"
                  {...(total > 1 && {
                    'data-number': index + 1,
                    title: t('chain.stepOf', { number: index + 1, total }),
                  })}
                >
                  ‹
                </span>{' '}
                <Sources row={row} sources={step.sources} names={names} />
              </span>
            </Fragment>
          ))}
        </p>
      ) : null}
      <FocusLegend row={row} />
    </>
  )
}

type Props = { row: Spoken; sources: readonly Source[]; names: Names }

const Sources = ({ row, sources, names }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  return sources.map((source, index) => {
    const name = names.source(source)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same source may stand twice
      <Fragment key={index}>
        {index > 0 ? ', ' : null}
        <button
          type="button"
          className={'annotation' in source ? 'chain-chip mentioned' : 'chain-chip'}
          // The list has the keyboard; one key leads here.
          tabIndex={-1}
          aria-label={
            'annotation' in source
              ? t('chain.goTo', { name })
              : 'actor' in source
                ? t('chain.goToActor', { name })
                : name
          }
          onFocus={() => showSource(shell, source)}
          onClick={(event) => {
            event.stopPropagation()
            goToSource(shell, row, source)
          }}
          onKeyDown={(event) => walk(event, () => focusArea(shell, 'annotations'))}
        >
          {name}
        </button>
      </Fragment>
    )
  })
}

const WAYS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Along the buttons of the card, and out of them before the first one. */
const walk = (event: KeyboardEvent<HTMLElement>, leave: () => void) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const step = WAYS[event.code]
  if (step === undefined && event.code !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  const chips = [...(event.currentTarget.closest('.card')?.querySelectorAll<HTMLElement>('.chain-chip') ?? [])]
  const to = step === undefined ? -1 : chips.indexOf(event.currentTarget) + step
  if (to < 0) leave()
  else chips[to]?.focus()
}
