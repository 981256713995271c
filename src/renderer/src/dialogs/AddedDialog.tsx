import { Failure, failureCodes } from '../../../core/failure.ts'
import type { AddedFile, AddReport } from '../../../workbench/contract.ts'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { FileResult } from './FileResult.tsx'
import { ReportDialog } from './ReportDialog.tsx'

/** What became of each file that was to be added. */
export const AddedDialog = ({ report, onClose }: { report: AddReport; onClose(): void }) => {
  const words = useWords()
  const { t } = words
  // What needs a look comes first.
  const files = [...report.files].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  return (
    <ReportDialog title={t('added.title')} report={report} onClose={onClose}>
      <p className="dialog-text">
        {t('added.total', { added: report.added, existing: report.existing, refused: report.refused })}
      </p>
      <ul className="files">
        {files.slice(0, MOST).map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
          <FileResult key={index} file={file.file} tone={tones[file.outcome]} outcome={t(`added.${file.outcome}`)}>
            {file.outcome === 'refused' ? <p className="small">{reasonOf(words, file)}</p> : null}
          </FileResult>
        ))}
      </ul>
      {files.length > MOST ? <p className="quiet">{t('added.more', { count: files.length - MOST })}</p> : null}
    </ReportDialog>
  )
}

const MOST = 200
const order: AddedFile['outcome'][] = ['refused', 'existing', 'added']
const tones = { added: 'good', existing: 'quiet', refused: 'bad' } as const

const reasonOf = (words: Parameters<typeof explain>[0], { failure }: AddedFile): string => {
  const code = failureCodes.find((known) => known === failure?.code)
  return explain(words, code ? new Failure(code, failure?.params) : undefined)
}
