import { importLines } from '../../../i18n/import-words.ts'
import type { ImportReport } from '../../../workbench/contract.ts'
import { travel } from '../actions/history.ts'
import { announce } from '../actions/notices.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ImportResult } from './ImportResult.tsx'
import './exchange.css'

/** What an import brought, file by file; to be copied, and to be taken back. */
export const ImportedDialog = ({ report, onClose }: { report: ImportReport; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const copy = async (text: string) => {
    await shell.api.copyText(text)
    announce(shell, ({ t }) => t('import.copied'))
  }
  const wrote = Object.keys(report.added).length > 0
  return (
    <Modal
      title={t('import.done')}
      width="wide"
      onClose={onClose}
      footer={
        <DialogFoot action={t('dialog.close')} first onAction={onClose}>
          <button
            type="button"
            className="link-button"
            onClick={() => void copy(importLines(t, report, false, Number.POSITIVE_INFINITY).join('\n'))}
          >
            {t('import.copyText')}
          </button>
          <button
            type="button"
            className="link-button apart"
            onClick={() => void copy(JSON.stringify(report, undefined, 2))}
          >
            {t('import.copyJson')}
          </button>
          {wrote ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose()
                void travel(shell, 'undo')
              }}
            >
              {t('import.undo')}
            </button>
          ) : null}
        </DialogFoot>
      }
    >
      <ImportResult report={report} tense="done" />
    </Modal>
  )
}
