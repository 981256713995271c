import { labelIn } from '../../../core/labels.ts'
import type { CodebookReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { FileResult } from '../dialogs/FileResult.tsx'
import { ReportDialog } from '../dialogs/ReportDialog.tsx'

type Props = { file: string; report: CodebookReport; onClose(): void }

/** What a codebook file brought: how much, and which entries are new or other than before. */
export const ImportedDialog = ({ file, report, onClose }: Props) => {
  const { t, language } = useWords()
  const names = (outcome: 'added' | 'changed') => {
    const labels = report.list.filter((entry) => entry.outcome === outcome).map(({ label }) => labelIn(label, language))
    return [...labels.slice(0, MOST), ...(labels.length > MOST ? ['…'] : [])].join(', ')
  }
  return (
    <ReportDialog title={t('codebook.imported')} report={report} onClose={onClose}>
      <ul className="files">
        <FileResult file={file} tone="good" outcome={t('codebook.imported.taken')}>
          {(['added', 'changed', 'unchanged'] as const).map((outcome) =>
            report[outcome] > 0 ? (
              <p key={outcome} className="small counts-line">
                <span className="quiet">{t(`codebook.imported.${outcome}`, { count: report[outcome] })}</span>
                <bdi dir="auto">{outcome === 'unchanged' ? '' : names(outcome)}</bdi>
              </p>
            ) : null,
          )}
        </FileResult>
      </ul>
      <p className="quiet small">{t('codebook.imported.note')}</p>
    </ReportDialog>
  )
}

const MOST = 60
