import { type ReactNode, useId } from 'react'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Modal } from './Modal.tsx'
import '../dialogs/dialogs.css'

type Props = {
  title: string
  width?: 'narrow' | 'middle'
  onSave(): void
  onClose(): void
  /** What stands under the form, and is no part of it. */
  after?: ReactNode
  children: ReactNode
}

/** A form in a dialog: Enter in a field or Ctrl+Enter anywhere saves. Where nothing can be written it is only read. */
export const FormDialog = ({ title, width = 'middle', onSave, onClose, after, children }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const formId = useId()
  const editable = isWritable(shell)
  return (
    <Modal
      title={title}
      width={width}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t(editable ? 'dialog.cancel' : 'dialog.close')}
          </button>
          {editable ? (
            <button type="submit" form={formId} className="button primary">
              {t('dialog.save')}
            </button>
          ) : null}
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !editable) return
          event.preventDefault()
          onSave()
        }}
      >
        <fieldset className="form details form-fields" disabled={!editable}>
          {children}
        </fieldset>
      </form>
      {after}
    </Modal>
  )
}
