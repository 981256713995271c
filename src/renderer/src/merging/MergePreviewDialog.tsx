import type { MergeReport } from '../../../workbench/contract.ts'
import { mergeBundles } from '../actions/merging.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'
import { MergeFiles } from './MergeFiles.tsx'
import '../dialogs/dialogs.css'

type Props = { files: string[]; report: MergeReport; onClose(): void }

/** What merging would do, before anything is written. */
export const MergePreviewDialog = ({ files, report, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const possible = report.files.some(({ outcome }) => outcome === 'merged')
  return (
    <Modal
      title={t('merge.preview')}
      width="wide"
      onClose={onClose}
      footer={
        possible ? (
          <>
            <button type="button" className="button" onClick={onClose}>
              {t('dialog.cancel')}
            </button>
            <button
              type="button"
              className="button primary"
              data-first
              onClick={() => {
                onClose()
                void mergeBundles(shell, files)
              }}
            >
              {t('bundle.merge.button')}
            </button>
          </>
        ) : (
          <button type="button" className="button primary" data-first onClick={onClose}>
            {t('dialog.close')}
          </button>
        )
      }
    >
      <p className="quiet small">{t(possible ? 'merge.preview.note' : 'merge.preview.none')}</p>
      <MergeFiles report={report} tense="would" />
    </Modal>
  )
}
