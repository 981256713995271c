import { outFormats } from '../../../core/formats/out/index.ts'
import { outTitle } from '../../../i18n/format-words.ts'
import { lossLines } from '../../../i18n/loss-words.ts'
import type { Grant } from '../../../preload/api.ts'
import type { FormatReport } from '../../../workbench/contract.ts'
import { saveAccount } from '../actions/exporting.ts'
import { announce } from '../actions/notices.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { LossList } from './LossList.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'
import './exchange.css'

type Props = { report: FormatReport; target: Grant; onClose(): void }

/** What was written, and the account of what it does not hold. */
export const ExportedDialog = ({ report, target, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const known = outFormats.find(({ id }) => id === report.format)
  const format = known ? outTitle(t, known) : report.format
  const written = t('export.done.where', { file: isolated(target.name), format })
  const copy = async () => {
    const lines = [written, t('loss.state', { state: report.state }), ...lossLines(t, report.loss)]
    await shell.api.copyText(lines.join('\n'))
    announce(shell, ({ t }) => t('export.copied'))
  }
  return (
    <Modal
      title={t('export.done')}
      width="wide"
      onClose={onClose}
      footer={
        <DialogFoot action={t('dialog.close')} first onAction={onClose}>
          <button type="button" className="link-button" onClick={() => void copy()}>
            {t('export.copyText')}
          </button>
          <button type="button" className="link-button apart" onClick={() => void saveAccount(shell, report)}>
            {t('export.saveJson')}
          </button>
          <button type="button" className="button" onClick={() => shell.api.showInFolder(target.handle)}>
            {t('export.show')}
          </button>
        </DialogFoot>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
      <section className="export-report" aria-label={t('loss.title')} tabIndex={0}>
        <p className="dialog-text">{written}</p>
        <WrittenFiles report={report} {...(known?.shape === 'file' && { name: target.name })} />
        <LossList loss={report.loss} />
        <p className="quiet small dialog-text">{t('loss.state', { state: report.state })}</p>
      </section>
    </Modal>
  )
}
