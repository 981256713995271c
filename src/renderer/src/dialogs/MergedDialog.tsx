import type { MergeReport, RecordCounts } from '../../../workbench/contract.ts'
import { useWords, type Words } from '../app/words.tsx'
import { FileResult } from './FileResult.tsx'
import { FindingList } from './FindingList.tsx'
import { ReportDialog } from './ReportDialog.tsx'

/** What each bundle brought, or why it was refused. */
export const MergedDialog = ({ report, onClose }: { report: MergeReport; onClose(): void }) => {
  const words = useWords()
  const { t } = words
  return (
    <ReportDialog title={t('merged.title')} report={report} onClose={onClose}>
      <ul className="files">
        {report.files.map((file, index) => (
          <FileResult
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
            key={index}
            file={file.file}
            tone={file.outcome === 'merged' ? 'good' : 'bad'}
            outcome={t(`merged.${file.outcome}`)}
          >
            {file.outcome === 'merged' ? (
              <>
                <Counts label={t('merged.new')} counts={file.new} words={words} />
                <Counts label={t('merged.newer')} counts={file.newer} words={words} />
                <Counts label={t('merged.older')} counts={file.older} words={words} />
                <Counts label={t('merged.equal')} counts={file.equal} words={words} />
                <Counts label={t('merged.conflicts')} counts={file.conflicts} words={words} />
                {file.reanchored > 0 ? (
                  <p className="small">{t('merged.reanchored', { count: file.reanchored })}</p>
                ) : null}
                {file.orphans > 0 ? <p className="small">{t('merged.orphans', { count: file.orphans })}</p> : null}
              </>
            ) : (
              <p className="small">{t('merged.refused.safe')}</p>
            )}
            {file.findings.length > 0 ? <FindingList findings={file.findings} /> : null}
          </FileResult>
        ))}
      </ul>
    </ReportDialog>
  )
}

const Counts = ({ label, counts, words: { t } }: { label: string; counts: RecordCounts; words: Words }) => {
  const entries = Object.entries(counts) as [keyof RecordCounts, number][]
  if (entries.length === 0) return null
  return (
    <p className="small counts-line">
      <span className="quiet">{label}</span>
      <span>{entries.map(([kind, count]) => t(`cli.count.${kind}`, { count })).join(', ')}</span>
    </p>
  )
}
