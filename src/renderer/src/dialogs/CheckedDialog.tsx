import type { CheckReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { FindingList } from './FindingList.tsx'
import { ReportDialog } from './ReportDialog.tsx'

/** Whether the project file is sound. */
export const CheckedDialog = ({ report, onClose }: { report: CheckReport; onClose(): void }) => {
  const { t } = useWords()
  return (
    <ReportDialog title={t('checked.title')} report={report} onClose={onClose}>
      <p className="dialog-text">
        {t(report.ok ? 'checked.sound' : 'checked.damaged', { count: report.findings.length })}
      </p>
      {report.findings.length > 0 ? <FindingList findings={report.findings} /> : null}
    </ReportDialog>
  )
}
