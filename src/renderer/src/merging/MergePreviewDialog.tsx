import type { MergeReport } from '../../../workbench/contract.ts'
import { mergeBundles } from '../actions/merging.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
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
          <DialogFoot
            action={t('bundle.merge.button')}
            first
            onAction={() => {
              onClose()
              void mergeBundles(shell, files)
            }}
            onCancel={onClose}
          />
        ) : (
          <DialogFoot action={t('dialog.close')} first onAction={onClose} />
        )
      }
    >
      <p className="quiet small">{t(possible ? 'merge.preview.note' : 'merge.preview.none')}</p>
      <MergeFiles report={report} tense="would" />
    </Modal>
  )
}
