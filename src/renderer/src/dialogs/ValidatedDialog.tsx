import type { ValidateReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { FileResult } from './FileResult.tsx'
import { FindingList } from './FindingList.tsx'
import { ReportDialog } from './ReportDialog.tsx'

const tones = { accept: 'good', report: 'quiet', refuse: 'bad' } as const

/** Whether each bundle is sound, and what is wrong with it where it is not. */
export const ValidatedDialog = ({ report, onClose }: { report: ValidateReport; onClose(): void }) => {
  const { t } = useWords()
  return (
    <ReportDialog title={t('validated.title')} report={report} onClose={onClose}>
      <ul className="files">
        {report.files.map(({ file, verdict, findings }, index) => (
          <FileResult
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
            key={index}
            file={file}
            tone={tones[verdict]}
            outcome={t(`validated.${verdict}`, { count: findings.length })}
          >
            {findings.length > 0 ? <FindingList findings={findings} /> : null}
          </FileResult>
        ))}
      </ul>
    </ReportDialog>
  )
}
