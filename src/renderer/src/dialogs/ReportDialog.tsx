import type { ReactNode } from 'react'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'
import { CopyDetails } from './CopyDetails.tsx'
import './dialogs.css'

type Props = { title: string; report: unknown; onClose(): void; children: ReactNode }

/** How long work came out. */
export const ReportDialog = ({ title, report, onClose, children }: Props) => {
  const { t } = useWords()
  return (
    <Modal
      title={title}
      onClose={onClose}
      footer={
        <>
          <CopyDetails report={report} />
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
