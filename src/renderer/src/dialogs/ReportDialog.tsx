import type { ReactNode } from 'react'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'
import { CopyDetails } from './CopyDetails.tsx'
import './dialogs.css'

type Props = {
  title: string
  report: unknown
  width?: 'middle' | 'wide'
  /** Buttons for what there is to do now. */
  actions?: ReactNode
  onClose(): void
  children: ReactNode
}

/** How long work came out. */
export const ReportDialog = ({ title, report, width = 'middle', actions, onClose, children }: Props) => {
  const { t } = useWords()
  return (
    <Modal
      title={title}
      width={width}
      onClose={onClose}
      footer={
        <>
          <CopyDetails report={report} />
          {actions}
          <button type="button" className="button primary" data-first onClick={onClose}>
            {t('dialog.close')}
          </button>
        </>
      }
    >
      {children}
    </Modal>
  )
}
