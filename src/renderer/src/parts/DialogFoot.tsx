import type { ReactNode } from 'react'
import { useWords } from '../app/words.tsx'

type Props = {
  /** What the dialog is for; without it there is only the way out. */
  action?: string | undefined
  disabled?: boolean
  /** The dialog begins at the action. */
  first?: boolean
  onAction?(): void
  /** Left out where the action is the way out. */
  onCancel?(): void
  /** Buttons before these. */
  children?: ReactNode
}

/** The buttons under a dialog: what else can be done, the way out, and what it is for. */
export const DialogFoot = ({ action, disabled, first, onAction, onCancel, children }: Props) => {
  const { t } = useWords()
  return (
    <>
      {children}
      {onCancel ? (
        <button type="button" className="button" onClick={onCancel}>
          {t('dialog.cancel')}
        </button>
      ) : null}
      {action === undefined ? null : (
        <button
          type="button"
          className="button primary"
          disabled={disabled}
          data-first={first || undefined}
          onClick={onAction}
        >
          {action}
        </button>
      )}
    </>
  )
}
