import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { KeyButton } from '../parts/KeyButton.tsx'
import { Modal } from '../parts/Modal.tsx'
import { type DecisionKey, decisionKey } from './decision-keys.ts'
import './decisions.css'

type Props = {
  title: string
  /** What is shown, and how far one is. */
  heading: string
  at: string
  /** What came of the last key. */
  said: string
  /** Whether there is a place where it can be looked at; absent where there never is. */
  showable?: boolean
  choices: { key: string; label: string; does: DecisionKey; disabled?: boolean }[]
  onKey(key: DecisionKey): void | Promise<void>
  onClose(): void
  children: ReactNode
}

/** One decision after the other, each by a key or a button; what came of it is read out. */
export const DecisionDialog = ({ title, heading, at, said, showable, choices, onKey, onClose, children }: Props) => {
  const { t } = useWords()
  const region = useRef<HTMLElement>(null)
  // A second key while the first is being written would mean what is shown no longer.
  const busy = useRef(false)
  const press = async (key: DecisionKey) => {
    if (busy.current) return
    busy.current = true
    try {
      await onKey(key)
    } finally {
      busy.current = false
    }
  }
  // The button that was pressed may be gone, and the keyboard with it.
  useEffect(() => {
    if (heading && !region.current?.closest('dialog')?.contains(document.activeElement)) region.current?.focus()
  }, [heading])
  return (
    <Modal
      title={title}
      width="wide"
      onClose={onClose}
      onKeyDown={(event) => {
        const key = decisionKey(event)
        if (key === undefined) return
        event.preventDefault()
        if (!event.repeat || key === 'next' || key === 'previous') void press(key)
      }}
      footer={
        <>
          <span className="decision-moves">
            <KeyButton code="←" label={t('conflicts.previous')} take={() => press('previous')} />
            <KeyButton code="→" label={t('conflicts.next')} take={() => press('next')} />
            {showable === undefined ? null : (
              <KeyButton code="Enter" label={t('conflicts.show')} disabled={!showable} take={() => press('show')} />
            )}
          </span>
          {choices.map(({ key, label, does, disabled = false }) => (
            <KeyButton key={key} code={key} label={label} disabled={disabled} take={() => press(does)} />
          ))}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the dialog count from here, and it may be scrolled */}
      <section ref={region} className="decision" aria-label={heading} tabIndex={0} data-first>
        <div className="decision-head">
          <h3>{heading}</h3>
          <p className="quiet small">{at}</p>
        </div>
        {children}
        <p className="small decision-said" role="status">
          {said}
        </p>
      </section>
    </Modal>
  )
}
